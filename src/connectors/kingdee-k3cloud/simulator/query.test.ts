import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accountBalanceReport } from './balance-report.ts';
import { readCall } from './dialect.ts';
import { runQuery } from './query.ts';
import { freshWorld, idOf, operateIn, saveIn, voucherModel } from './testing.ts';
import type { World } from './world.ts';

function ask(world: World, data: object, org = '100') {
  const call = readCall('ExecuteBillQuery', JSON.stringify({ data }));
  if (!call) throw new Error('not a call');
  return runQuery(world, call, org).rows;
}

const accounts = { FormId: 'BD_Account', FieldKeys: 'FNumber', OrderString: 'FNumber ASC' };

// [StartRow, Limit, TopRowCount] → how many rows come.
for (const [start, limit, top, rows] of [
  [0, 5, 0, 5],
  [5, 5, 0, 5],
  [0, 5, 5, 5],
  [5, 5, 5, 0],
  [5, 5, 8, 3],
  [1000, 5, 0, 0],
] as const) {
  test(`query: from row ${start}, ${limit} rows, top ${top} → ${rows}`, () => {
    assert.equal(
      ask(freshWorld(), { ...accounts, StartRow: start, Limit: limit, TopRowCount: top }).length,
      rows,
    );
  });
}

for (const [title, data, message] of [
  ['unknown field', { ...accounts, FieldKeys: 'FFoo' }, /元数据中标识为FFoo的字段不存在/],
  ['other capitals', { ...accounts, FieldKeys: 'FNUMBER' }, /FNUMBER的字段不存在/],
  ['unknown field of the filter', { ...accounts, FilterString: "FFoo='1'" }, /FFoo/],
  ['unknown form', { ...accounts, FormId: 'BD_ACCOUNT' }, /业务对象不存在/],
  ['no form', { ...accounts, FormId: '' }, /业务对象标识不能为空/],
  ['no fields', { ...accounts, FieldKeys: '' }, /查询字段不能为空/],
  ['a page too large', { ...accounts, Limit: 10001 }, /Limit不能超过10000/],
  [
    'balances without an order',
    { FormId: 'GL_BALANCE', FieldKeys: 'FYear' },
    /分页取数需要排序条件或者单据有设置主键/,
  ],
  ['a key of the metadata', { FormId: 'GL_VOUCHER', FieldKeys: 'FDETAILID__FFLEX6' }, /字段不存在/],
] as const) {
  test(`query: ${title} is refused`, () => assert.throws(() => ask(freshWorld(), data), message));
}

test('query: an entry field multiplies the header, and drafts are not seen', () => {
  const world = freshWorld();
  saveIn(world, 'Save', { Model: voucherModel({ F_TZ_KEY: 'k' }) });
  saveIn(world, 'Draft', { Model: voucherModel() });
  const query = { FormId: 'GL_VOUCHER', FieldKeys: 'FVoucherID', FilterString: "F_TZ_KEY='K'" };
  assert.equal(ask(world, { ...query, FilterString: '' }).length, 1);
  assert.equal(ask(world, query).length, 1);
  assert.deepEqual(ask(world, { ...query, FieldKeys: 'FAccountID.FNumber,FDEBIT' }), [
    ['1002', 113],
    ['6001', 0],
  ]);
});

test('query: base data of another organisation is only seen when asked for', () => {
  const world = freshWorld();
  saveIn(
    world,
    'Save',
    { Model: { FNumber: 'C2', FName: 'x', FUseOrgId: { FNumber: '200' } } },
    'BD_Customer',
  );
  const query = { FormId: 'BD_Customer', FieldKeys: 'FNumber,FUseOrgId.FName' };
  assert.equal(ask(world, query).length, 0);
  assert.deepEqual(ask(world, query, '200'), [['C2', '分公司']]);
  assert.equal(ask(world, { ...query, FilterString: "FUseOrgId.FNumber='200'" }).length, 1);
});

test('query: an account is there once for every dimension, when dimensions are asked for', () => {
  const world = freshWorld();
  const query = {
    ...accounts,
    FieldKeys: 'FNumber,FFlEXITEMPROPERTYID.FName',
    FilterString: "FNumber in ('1122','1002')",
  };
  assert.deepEqual(ask(world, query), [
    ['1002', null],
    ['1122', '客户'],
  ]);
});

test('balances: the table knows posted vouchers only, the report all; no rows are null and amounts have commas', () => {
  const world = freshWorld();
  const report = (month: string) => {
    const Model = {
      FACCTBOOKID: { FNumber: '001' },
      FSTARTYEAR: '2026',
      FSTARTPERIOD: month,
      FENDYEAR: '2026',
      FENDPERIOD: month,
      FBALANCELEVEL: '3',
      FNOTPOSTVOUCHER: true,
    };
    const FieldKeys = 'FBALANCEID,FBEGINDEBITLOCAL,FDEBITLOCAL,FYTDDEBITLOCAL,FENDDEBITLOCAL,FENDCREDITLOCAL';
    const call = readCall(
      'GetSysReportData',
      JSON.stringify({ formid: 'GL_RPT_AccountBalance', data: { FieldKeys, Model } }),
    );
    return call && JSON.parse(JSON.stringify(accountBalanceReport(world, call))).Result.Rows;
  };
  assert.equal(report('1'), null);
  const big = [{ FDEBIT: 1234567.5 }, { FCREDIT: 1234567.5, FACCOUNTID: { FNumber: '2221.01.02' } }];
  const id = idOf(saveIn(world, 'Save', { Model: voucherModel({}, big), IsAutoSubmitAndAudit: true }));
  assert.deepEqual(report('2'), [
    ['1002', '1,234,567.50', '0.00', '1,234,567.50', '1,234,567.50', ''],
    ['2221', '', '0.00', '0.00', '', '1,234,567.50'],
    ['2221.01', '', '0.00', '0.00', '', '1,234,567.50'],
    ['2221.01.02', '', '0.00', '0.00', '', '1,234,567.50'],
  ]);
  const table = {
    FormId: 'GL_BALANCE',
    FieldKeys: 'FAccountID.FNumber,FEndBalance',
    OrderString: 'FAccountID.FNumber',
  };
  assert.equal(ask(world, table).length, 0);
  operateIn(world, 'Post', { Ids: String(id) });
  assert.deepEqual(ask(world, table), [
    ['1002', 1234567.5],
    ['2221.01.02', -1234567.5],
  ]);
});
