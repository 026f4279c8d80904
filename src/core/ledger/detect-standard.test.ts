import assert from 'node:assert/strict';
import { test } from 'node:test';
import { standardAccounts } from './chart.ts';
import { detectStandard, type ForeignAccount } from './detect-standard.ts';

const accounts = (text: string): ForeignAccount[] =>
  text.split(', ').map((one) => {
    const [code = '', name] = one.split(' ');
    return name === undefined ? { code } : { code, name };
  });

for (const [chart, standard] of [
  ['6001, 4103', 'cas'],
  ['5001 主营业务收入', 'cas-small'],
  ['3103 本年利润', 'cas-small'],
  ['3103', 'cas-small'],
  ['1001 库存现金, 1002 银行存款, 2221 应交税费', null],
  ['1001 现金, 2221 应交税金', null],
  ['4001 实收资本, 5001 生产成本', 'cas'],
  ['4001 生产成本, 5001 主营业务收入', 'cas-small'],
  ['5403 税金及附加, 5601 销售费用', 'cas-small'],
  ['6403 税金及附加', 'cas'],
  ['4001, 5001, 5301', null],
  ['4001 实收资本, 5001 主营业务收入', null],
] as const) {
  test(`standard: ${chart} → ${standard ?? 'undecided'}`, () => {
    assert.equal(detectStandard(accounts(chart)).standard, standard);
  });
}

test('standard: each full chart is recognised as itself, with and without names', () => {
  for (const standard of ['cas', 'cas-small'] as const) {
    const named = standardAccounts(standard).map(({ code, name }) => ({ code, name: name.zh }));
    assert.equal(detectStandard(named).standard, standard);
    assert.equal(detectStandard(named.map(({ code }) => ({ code }))).standard, standard);
  }
});
