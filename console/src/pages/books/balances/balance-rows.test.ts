import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type BalanceRow, balanceRows, openableKeys, sixOf, totalOf } from './balance-rows.ts';

const AMOUNTS = { opening: '0.00', debit: '10.00', credit: '0.00', closing: '10.00' };
const row = (account: string, parent: string | null, more: object = {}) => ({
  account,
  parent,
  name: { zh: account, en: account, ja: account },
  level: 1,
  isLeaf: true,
  ...AMOUNTS,
  ...more,
});
const show = (rows: readonly BalanceRow[]): string =>
  rows.map(({ key, children }) => (children ? `${key}(${show(children)})` : key)).join(' ');

// rows of the hub                                                          as a tree
for (const [rows, tree] of [
  [[row('1001', null), row('2221', null), row('2221.01', '2221')], '1001 2221(2221.01)'],
  [[row('2221.01', '2221')], '2221.01'],
  [[row('1001', null, { by: [{ code: null, name: null, ...AMOUNTS }] })], '1001'],
  [
    [
      row('1122', null, {
        by: [
          { code: 'C1', name: '蓝天', ...AMOUNTS },
          { code: null, name: null, ...AMOUNTS },
        ],
      }),
    ],
    '1122(1122~C1 1122~)',
  ],
  [[row('1122', null, { by: [], foreign: [{ currency: 'USD', ...AMOUNTS }] })], '1122(1122~~USD)'],
] as const) {
  test(`balance rows: ${tree}`, () => {
    const shown = balanceRows({ rows: [...rows] }, 'zh');
    assert.equal(show(shown), tree);
  });
}

test('rows that can be opened are those with something below them', () => {
  const shown = balanceRows({ rows: [row('1001', null), row('2221', null), row('2221.01', '2221')] }, 'zh');
  assert.deepEqual(openableKeys(shown), ['2221']);
});

// opening   debit    credit   closing    printed as
for (const [opening, debit, credit, closing, printed] of [
  ['100.00', '7.00', '0.00', '107.00', '100.00, | 7.00, | 107.00,'],
  ['-7.50', '0.00', '2.00', '-9.50', ',7.50 | ,2.00 | ,9.50'],
  // A red-letter movement stays on its side, negative.
  ['0.00', '-5.00', '0.00', '-5.00', ', | -5.00, | ,5.00'],
] as const) {
  test(`printed: ${opening} ${debit} ${credit} ${closing}`, () => {
    const six = sixOf({ opening, debit, credit, closing });
    assert.equal([six.opening, six.moved, six.closing].join(' | '), printed);
  });
}

test('the total adds up each side over the accounts at the top', () => {
  const rows = [
    row('1001', null, { opening: '100.00', debit: '5.00', closing: '105.00' }),
    row('2221', null, { opening: '-60.00', debit: '0.00', credit: '3.00', closing: '-63.00' }),
    row('2221.01', '2221', { opening: '-60.00', debit: '0.00', credit: '3.00', closing: '-63.00' }),
    row('6001', null, { opening: '-40.00', debit: '0.00', credit: '2.00', closing: '-42.00' }),
  ];
  assert.deepEqual(totalOf(balanceRows({ rows }, 'zh')), {
    opening: ['100.00', '100.00'],
    moved: ['5.00', '5.00'],
    closing: ['105.00', '105.00'],
  });
});
