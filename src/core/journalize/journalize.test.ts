import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TemplateLine } from '#core/flows/flow.ts';
import { C, D, journal, order, show, template } from './testing.ts';

const two = [
  { sku: 'A', amount: 10_000n, quantity: '2', unit_price: 5_000n, tax_rate: '0.13' },
  { sku: 'B', amount: 1_300n, quantity: '1', unit_price: 1_300n, tax_rate: '0.06' },
];

// what, template lines, document fields, document lines → voucher
for (const [what, lines, fields, items, shown] of [
  ['two lines', [D, C], { order_total: 11_300n }, [], 'D 1122 113.00 customer=C1 | C 6001 113.00'],
  [
    'negative amounts stay on their side',
    [D, C],
    { order_total: -11_300n },
    [],
    'D 1122 -113.00 customer=C1 | C 6001 -113.00',
  ],
  [
    'a minus before the amount',
    [D, { ...C, amount: '-order_total' }],
    { order_total: 500n },
    [],
    'D 1122 5.00 customer=C1 | C 6001 -5.00',
  ],
  [
    'zero makes no line',
    [D, C, { ...C, account: '6051', amount: 'discount' }],
    { order_total: 500n, discount: 0n },
    [],
    'D 1122 5.00 customer=C1 | C 6001 5.00',
  ],
  [
    'unless it is asked for',
    [D, { ...C, amount: 'discount', skipZero: false }],
    { order_total: 500n, discount: 0n },
    [],
    'D 1122 5.00 customer=C1 | C 6001 0.00',
  ],
  [
    'an account and constant dimension from fields',
    [D, { ...C, account: '{acct}.01', dimensions: { store: '=S9', customer: 'customer' } }],
    { order_total: 500n, acct: '6001', customer: null },
    [],
    'D 1122 5.00 | C 6001.01 5.00 store=S9',
  ],
  [
    'a line for each document line, equal ones added',
    [D, { ...C, amount: 'amount', each: 'lines' }],
    { order_total: 11_300n },
    two,
    'D 1122 113.00 customer=C1 | C 6001 113.00',
  ],
  [
    'not added when the flow says so',
    [D, { ...C, amount: 'amount', each: 'lines', merge: false }],
    { order_total: 11_300n },
    two,
    'D 1122 113.00 customer=C1 | C 6001 100.00 | C 6001 13.00',
  ],
  [
    'by the field of a line',
    [D, { ...C, amount: 'amount', each: 'lines', dimensions: { item: 'sku' } }],
    { order_total: 11_300n },
    two,
    'D 1122 113.00 customer=C1 | C 6001 100.00 item=A | C 6001 13.00 item=B',
  ],
  [
    'a header amount split by the lines to the cent',
    [D, { ...C, allocateBy: 'quantity', dimensions: { item: 'sku' } }],
    { order_total: 10_000n },
    two,
    'D 1122 100.00 customer=C1 | C 6001 66.67 item=A | C 6001 33.33 item=B',
  ],
  [
    'net and tax of a tax-included amount',
    [
      D,
      { ...C, tax: { rate: 'tax_rate', part: 'net' } },
      { ...C, account: '2221', tax: { rate: 'tax_rate', part: 'tax' } },
    ],
    { order_total: 11_301n, tax_rate: '0.13' },
    [],
    'D 1122 113.01 customer=C1 | C 6001 100.01 | C 2221 13.00',
  ],
  [
    'tax of each line by its own rate',
    [
      D,
      { ...C, amount: 'amount', each: 'lines', tax: { rate: 'tax_rate', part: 'net' } },
      { ...C, account: '2221', amount: 'amount', each: 'lines', tax: { rate: 'tax_rate', part: 'tax' } },
    ],
    { order_total: 11_300n },
    two,
    'D 1122 113.00 customer=C1 | C 6001 100.76 | C 2221 12.24',
  ],
  ['an empty amount', [D, C], { order_total: null }, [], '! template_amount_missing at template[0].lines[0]'],
  [
    'an empty account',
    [D, { ...C, account: '{acct}' }],
    { order_total: 5n },
    [],
    '! template_field_missing at template[0].lines[1].account',
  ],
  [
    'an empty date',
    [D, C],
    { order_total: 5n, doc_date: null },
    [],
    '! template_field_missing at template[0].date',
  ],
  [
    'no tax rate',
    [D, { ...C, tax: { rate: 'tax_rate', part: 'net' } }],
    { order_total: 5n },
    [],
    '! template_field_missing at template[0].lines[1]',
  ],
  [
    'a tax rate of 1300 %',
    [D, { ...C, tax: { rate: 'tax_rate', part: 'net' } }],
    { order_total: 5n, tax_rate: '13' },
    [],
    '! tax_rate_invalid at template[0].lines[1]',
  ],
  [
    'nothing to split by',
    [D, { ...C, allocateBy: 'quantity' }],
    { order_total: 5n },
    [],
    '! template_allocation_impossible at template[0].lines[1]',
  ],
  ['all amounts zero', [D, C], { order_total: 0n }, [], '! template_no_lines at template[0]'],
] as const) {
  test(`journalize: ${what} → ${shown}`, () => {
    const [result] = journal([order(fields, items)], [template(lines)]);
    assert.ok(result);
    assert.equal(show(result), shown);
  });
}

test('journalize: a voucher says when, who, from what and by which template line', () => {
  const [result] = journal([order({ order_total: 5n })], [template([D, C])]);
  const { lines, ...rest } = result?.draft ?? { lines: [] };
  assert.deepEqual(rest, {
    word: '记',
    date: '2026-11-20',
    period: 202_611,
    attachmentCount: 1,
    preparedBy: 'hub',
    reviewedBy: null,
    kind: 'ordinary',
    reverses: null,
    sourceKinds: ['order'],
  });
  assert.deepEqual(
    lines.map(({ templateLine, summary }) => [templateLine, summary]),
    [
      [0, '订单 A1'],
      [1, '订单 A1'],
    ],
  );
});

test('journalize: quantity and unit price go along, and a long summary is cut', () => {
  const line: TemplateLine = {
    ...C,
    amount: 'amount',
    each: 'lines',
    quantity: 'quantity',
    unitPrice: 'unit_price',
  };
  const [result] = journal(
    [order({ order_total: 11_300n, customer: 'x'.repeat(600) }, two)],
    [template([D, { ...line, summary: '{customer}' }])],
  );
  const lines = result?.draft?.lines.slice(1) ?? [];
  assert.deepEqual(
    lines.map(({ quantity, unitPrice }) => [quantity, unitPrice]),
    [
      ['2', '50.00'],
      ['1', '13.00'],
    ],
  );
  assert.equal(lines[0]?.summary.length, 500);
});

// conditions of three templates → which one is used
for (const [fields, account] of [
  [{ order_total: 100_000n }, '6001'],
  [{ order_total: 100n, store: 'S1' }, '6051'],
  [{ order_total: 100n, store: 'S2' }, '! template_missing'],
  [{ order_total: null }, '! formula_value_missing'],
] as const) {
  test(`journalize: the first template that fits ${Object.values(fields)} → ${account}`, () => {
    const templates = [
      template([D, C], { when: 'order_total >= 1000' }),
      template([D, { ...C, account: '6051' }], { when: 'store == "S1"' }),
    ];
    const [result] = journal([order(fields)], templates);
    const shown = result?.draft?.lines[1]?.account ?? `! ${result?.findings[0]?.code}`;
    assert.equal(shown, account);
  });
}

test('journalize: one document with too many lines is held', () => {
  const lines = Array.from({ length: 1_001 }, (_, i) => ({ sku: `${i}`, amount: 1n }));
  const made = template([D, { ...C, amount: 'amount', each: 'lines', merge: false }]);
  const [result] = journal([order({ order_total: 1_001n }, lines)], [made]);
  assert.equal(result && show(result), '! voucher_too_many_lines at template[0]');
});
