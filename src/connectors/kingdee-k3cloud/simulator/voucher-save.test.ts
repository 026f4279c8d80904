import assert from 'node:assert/strict';
import { test } from 'node:test';
import { freshWorld, idOf, messagesOf, saveIn, voucherModel } from './testing.ts';

const closed = { books: [{ number: '001', name: 'x', startPeriod: 202501, closedThrough: 202512 }] };

// Each row is one refusal: what is changed on a good voucher, and what Save says.
for (const [title, model, message] of [
  ['no book', voucherModel({ FAccountBookID: null }), '账簿字段必录'],
  ['unknown book', voucherModel({ FAccountBookID: { FNumber: 'X' } }), '编码值["X"]不存在'],
  ['unknown word', voucherModel({ FVOUCHERGROUPID: { FNumber: 'PRE009' } }), '编码值["PRE009"]不存在'],
  ['no date', voucherModel({ FDate: '' }), '日期字段必录'],
  ['impossible date', voucherModel({ FDate: '2026-13-40' }), '日期格式不正确：2026-13-40'],
  ['other period than the date', voucherModel({ FYEAR: 2026, FPERIOD: 2 }), '凭证日期不在会计期间内'],
  ['closed period', voucherModel({ FDate: '2025-12-31' }), '2025年12期已结账，不允许录入凭证'],
  [
    'before the book began',
    voucherModel({ FDate: '2024-12-31' }),
    '凭证日期早于账簿启用期间，2024年12期不可用',
  ],
  ['no entries', voucherModel({ FEntity: [] }), '凭证分录不能为空'],
  [
    'field of another level',
    voucherModel({ FDEBIT: 1 }),
    '实体不存在此属性！[EntityType：BillHead,Property：FDEBIT]',
  ],
  [
    'unknown custom field',
    voucherModel({ F_OTHER: 1 }),
    '实体不存在此属性！[EntityType：BillHead,Property：F_OTHER]',
  ],
  ['empty abstract', voucherModel({}, [{ FEXPLANATION: ' ' }]), '第1行分录摘要不能为空'],
  ['no account', voucherModel({}, [{}, { FACCOUNTID: {} }]), '第2行分录科目字段必录'],
  ['unknown account', voucherModel({}, [{ FACCOUNTID: { FNumber: '9999' } }]), '编码值["9999"]不存在'],
  [
    'parent account',
    voucherModel({}, [{ FACCOUNTID: { FNumber: '2221' } }]),
    '第1行分录：科目“2221”不是明细科目',
  ],
  ['unknown currency', voucherModel({}, [{ FCURRENCYID: { FNumber: 'X' } }]), '编码值["X"]不存在'],
  ['both zero', voucherModel({}, [{ FDEBIT: 0 }]), '第1行分录借方金额和贷方金额不能同时为零'],
  ['both sides', voucherModel({}, [{ FCREDIT: 1 }]), '第1行分录借方金额和贷方金额不能同时有值'],
  ['too many decimals', voucherModel({}, [{ FDEBIT: 1.001 }]), '第1行分录金额格式不正确'],
  ['not balanced', voucherModel({}, [{ FDEBIT: 112.99 }]), '凭证借贷不平衡'],
  [
    'missing dimension',
    voucherModel({}, [{ FACCOUNTID: { FNumber: '1122' } }]),
    '第1行分录：科目“1122 应收账款”的核算维度“客户”必录',
  ],
  [
    'unknown value of a dimension',
    voucherModel({}, [
      { FACCOUNTID: { FNumber: '1122' }, FDetailID: { FDETAILID__FFLEX6: { FNumber: 'C9' } } },
    ]),
    '编码值["C9"]不存在',
  ],
  ['unknown id', voucherModel({ FVOUCHERID: 7 }), '内码[7]不存在'],
] as const) {
  test(`save: ${title} → ${message}`, () => {
    const world = freshWorld(closed);
    assert.equal(messagesOf(saveIn(world, 'Save', { Model: model })), message);
    assert.equal([...world.vouchers.all()].length, 0);
  });
}

test('save: numbers run without gaps per book, period and word', () => {
  const world = freshWorld();
  const models = [
    voucherModel(),
    voucherModel(),
    voucherModel({ FVOUCHERGROUPID: { FNumber: 'PRE002' } }),
    voucherModel({ FDate: '2026-02-01' }),
    voucherModel({}, [{ FDEBIT: 1 }]),
    voucherModel(),
  ];
  saveIn(world, 'BatchSave', { Model: models });
  const numbers = [...world.vouchers.all()].map((each) => `${each.period} ${each.word} ${each.number}`);
  assert.deepEqual(numbers, [
    '202601 PRE001 1',
    '202601 PRE001 2',
    '202601 PRE002 1',
    '202602 PRE001 1',
    '202601 PRE001 3',
  ]);
});

test('save: a batch takes the good ones and names the bad ones by their place', () => {
  const world = freshWorld();
  const models = [voucherModel(), voucherModel({}, [{ FDEBIT: 1 }]), voucherModel()];
  const status = JSON.parse(saveIn(world, 'BatchSave', { Model: models })).Result.ResponseStatus;
  assert.equal(status.IsSuccess, false);
  assert.deepEqual(
    status.SuccessEntitys.map((each: { DIndex: number }) => each.DIndex),
    [0, 2],
  );
  assert.deepEqual(status.Errors, [{ FieldName: 'FEntity', Message: '凭证借贷不平衡', DIndex: 1 }]);
});

test('save: sent again it is there twice, unless repeats are to be refused', () => {
  const world = freshWorld();
  const data = { Model: voucherModel() };
  for (let time = 0; time < 2; time += 1) saveIn(world, 'Save', data);
  assert.equal([...world.vouchers.all()].length, 2);
  for (let time = 0; time < 2; time += 1) saveIn(world, 'Save', { ...data, ValidateRepeatJson: 'true' });
  assert.equal([...world.vouchers.all()].length, 3);
});

test('save: an id updates, entries are replaced, the number stays', () => {
  const world = freshWorld();
  const id = idOf(saveIn(world, 'Save', { Model: voucherModel({ F_TZ_KEY: 'k' }) }));
  saveIn(world, 'Save', { Model: voucherModel({ FVOUCHERID: id }, [{ FDEBIT: 5 }, { FCREDIT: 5 }]) });
  const voucher = world.vouchers.get(id);
  assert.deepEqual(
    [voucher?.number, voucher?.custom, voucher?.entries[0]?.debitMinor],
    [1, { F_TZ_KEY: 'k' }, 500n],
  );
});

test('save: a dimension that the account does not take is dropped without a word', () => {
  const world = freshWorld();
  const detail = { FDetailID: { FDETAILID__FFLEX6: { FNumber: 'C1' } } };
  const id = idOf(saveIn(world, 'Save', { Model: voucherModel({}, [detail]) }));
  assert.deepEqual(world.vouchers.get(id)?.entries[0]?.dimensions, {});
});

test('save: base data needs number, name and, for an account, its chart', () => {
  const world = freshWorld();
  const messages = (form: string, Model: object) => messagesOf(saveIn(world, 'Save', { Model }, form));
  assert.equal(messages('BD_Customer', { FName: 'x' }), '编码字段必录');
  assert.equal(messages('BD_Customer', { FNumber: 'C1' }), '名称字段必录');
  assert.equal(messages('BD_Account', { FNumber: '1009', FName: 'x' }), '请先选择科目表');
  const account = {
    FNumber: '1009',
    FName: 'x',
    FACCTTBLID: { FNumber: 'KMB01' },
    FFlEXITEMPROPERTYID: [{ FName: '客户' }],
  };
  assert.equal(messages('BD_Account', account), '');
  assert.equal(messages('BD_Account', account), '编码“1009”已存在');
  assert.deepEqual(world.table('BD_Account').byNumber('1009')?.dimensions, ['客户']);
});
