import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Document, Fields } from '#core/documents/document.ts';
import type { FieldType, TemplateLine, VoucherTemplate } from '#core/flows/flow.ts';
import { buildPeriods } from '#core/ledger/periods.ts';
import type { VoucherLine } from '#core/ledger/voucher.ts';
import { convertMinor, formatAmount } from '#core/money/amount.ts';
import type { Refusal } from '#core/trouble/trouble.ts';
import { type Journalized, journalize } from './journalize.ts';
import { type CompiledTemplate, compileTemplate } from './template.ts';

const header: [string, FieldType][] = [
  ['number', 'code'],
  ['doc_date', 'date'],
  ['store', 'code'],
  ['customer', 'code'],
  ['order_total', 'amount'],
  ['discount', 'amount'],
  ['tax_rate', 'rate'],
  ['acct', 'code'],
];
const lineTypes: [string, FieldType][] = [
  ['sku', 'code'],
  ['amount', 'amount'],
  ['quantity', 'qty'],
  ['unit_price', 'amount'],
  ['tax_rate', 'rate'],
];

const book = {
  baseCurrency: 'CNY',
  settings: {
    fxToleranceMinor: 1n,
    preparerMayNotReview: true,
    pnlReversal: 'negative-credit',
    attachmentsRequired: false,
  },
  rates: [
    { currency: 'USD', type: 'month', date: '2026-11-01', rate: '7.0000' },
    { currency: 'USD', type: 'spot', date: '2026-11-01', rate: '7.1234' },
    { currency: 'USD', type: 'spot', date: '2026-11-21', rate: '7.2000' },
  ],
  periods: buildPeriods(2026),
} as const;

const D: TemplateLine = {
  side: 'debit',
  account: '1122',
  amount: 'order_total',
  dimensions: { customer: 'customer' },
};
const C: TemplateLine = { side: 'credit', account: '6001', amount: 'order_total' };

function template(lines: readonly TemplateLine[], more: Partial<VoucherTemplate> = {}): CompiledTemplate {
  const source: VoucherTemplate = { document: 'order', word: '记', summary: '订单 {number}', lines, ...more };
  const problems: Refusal[] = [];
  const types = { header: new Map(header), lines: new Map(lineTypes) };
  const made = compileTemplate(source, { index: 0, types, problems });
  assert.deepEqual(problems, []);
  return made;
}

function order(fields: Fields, lines: readonly Fields[] = [], currency = 'CNY'): Document {
  const all: Fields = { number: 'A1', doc_date: '2026-11-20', customer: 'C1', ...fields };
  const date = typeof all.doc_date === 'string' ? all.doc_date : '';
  return { kind: 'order', number: String(all.number), date, currency, fields: all, lines, provenance: [] };
}

/** `D 1122 113.00 customer=C1 | C 6001 113.00` */
function show({ draft, findings }: Journalized): string {
  if (draft === null) return findings.map(({ code, at }) => `! ${code} at ${at}`).join(', ');
  return draft.lines.map(showLine).join(' | ');
}

function showLine({
  debitMinor,
  creditMinor,
  account,
  dimensions,
  currency,
  amountMinor,
}: VoucherLine): string {
  const side = debitMinor === 0n ? 'C' : 'D';
  const codes = Object.entries(dimensions).map(([name, code]) => ` ${name}=${code}`);
  const foreign = currency === 'CNY' ? '' : ` (${formatAmount(amountMinor, currency)} ${currency})`;
  return `${side} ${account} ${formatAmount(debitMinor + creditMinor, 'CNY')}${foreign}${codes.join('')}`;
}

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
    const [result] = journalize([order(fields, items)], [template(lines)], book, { preparedBy: 'hub' });
    assert.ok(result);
    assert.equal(show(result), shown);
  });
}

test('journalize: a voucher says when, who, from what and by which template line', () => {
  const [result] = journalize([order({ order_total: 5n })], [template([D, C])], book, { preparedBy: 'hub' });
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
  const [result] = journalize(
    [order({ order_total: 11_300n, customer: 'x'.repeat(600) }, two)],
    [template([D, { ...line, summary: '{customer}' }])],
    book,
    { preparedBy: 'hub' },
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
    const [result] = journalize([order(fields)], templates, book, { preparedBy: 'hub' });
    const shown = result?.draft?.lines[1]?.account ?? `! ${result?.findings[0]?.code}`;
    assert.equal(shown, account);
  });
}

// rate type, fields → rate, or the finding
for (const [rateType, fields, rate] of [
  [undefined, {}, '7.1234'],
  ['month', {}, '7.0000'],
  [undefined, { doc_date: '2026-11-25' }, '7.2000'],
  [undefined, { fx_rate: '6.5' }, '6.5'],
  [undefined, { fx_rate: '0' }, '! rate_missing'],
  [undefined, { doc_date: '2026-10-31' }, '! rate_missing'],
  ['unknown', {}, '! rate_missing'],
] as const) {
  test(`journalize: USD at ${rateType ?? 'spot'} with ${JSON.stringify(fields)} → ${rate}`, () => {
    const made = template([D, C], rateType === undefined ? {} : { rateType });
    const [result] = journalize([order({ order_total: 10_000n, ...fields }, [], 'USD')], [made], book, {
      preparedBy: 'hub',
    });
    assert.equal(result?.draft?.lines[0]?.rate ?? `! ${result?.findings[0]?.code}`, rate);
  });
}

const summary = template([D, C], { summary: '{store} 销售', summarise: ['doc_date', 'store'] });

test('journalize: summarised vouchers per day, store and currency, with the documents they are made of', () => {
  const sale = (number: string, store: string, minor: bigint, currency = 'CNY') =>
    order({ number, store, order_total: minor }, [], currency);
  const documents = [
    sale('1', 'S1', 100n),
    sale('2', 'S2', 50n),
    sale('3', 'S1', 200n),
    sale('4', 'S1', 300n, 'USD'),
    sale('5', 'S1', -40n),
  ];
  const results = journalize(documents, [summary], book, { preparedBy: 'hub' });
  assert.deepEqual(
    results.map((result) => `${result.documents.join(',')}: ${show(result)}`),
    [
      '0,2,4: D 1122 2.60 customer=C1 | C 6001 2.60',
      '1: D 1122 0.50 customer=C1 | C 6001 0.50',
      '3: D 1122 21.37 (3.00 USD) customer=C1 | C 6001 21.37 (3.00 USD)',
    ],
  );
  assert.equal(results[0]?.draft?.attachmentCount, 3);
});

test('journalize: a summarised voucher that would be too long is cut between documents', () => {
  const documents = Array.from({ length: 1_500 }, (_, i) =>
    order({ number: `${i}`, customer: `C${i}`, store: 'S1', order_total: 100n }),
  );
  const results = journalize(documents, [summary], book, { preparedBy: 'hub' });
  assert.deepEqual(
    results.map(({ draft }) => draft?.lines.length),
    [1_000, 502],
  );
  assert.deepEqual(
    results.flatMap(({ documents: indexes }) => indexes),
    documents.map((_, i) => i),
  );
});

test('journalize: one document with too many lines is held', () => {
  const lines = Array.from({ length: 1_001 }, (_, i) => ({ sku: `${i}`, amount: 1n }));
  const made = template([D, { ...C, amount: 'amount', each: 'lines', merge: false }]);
  const [result] = journalize([order({ order_total: 1_001n }, lines)], [made], book, { preparedBy: 'hub' });
  assert.equal(result && show(result), '! voucher_too_many_lines at template[0]');
});

const minor = fc.bigInt({ min: -(10n ** 11n), max: 10n ** 11n });
const rate = fc
  .integer({ min: 1, max: 2_000_000 })
  .map(
    (millionths) => `${Math.floor(millionths / 100_000)}.${String(millionths % 100_000).padStart(5, '0')}`,
  );

test('journalize: what balances in its currency balances in the base to the cent, every line within one cent of its rate', () => {
  const made = template([D, { ...C, amount: 'amount', each: 'lines', merge: false }]);
  fc.assert(
    fc.property(
      fc.array(
        minor.filter((amount) => amount !== 0n),
        { minLength: 1, maxLength: 40 },
      ),
      rate,
      (amounts, fxRate) => {
        fc.pre(Number(fxRate) > 0);
        const total = amounts.reduce((sum, amount) => sum + amount, 0n);
        const document = order(
          { order_total: total, fx_rate: fxRate },
          amounts.map((amount) => ({ amount })),
          'USD',
        );
        const lines = journalize([document], [made], book, { preparedBy: 'hub' })[0]?.draft?.lines ?? [];
        assert.equal(balanceOf(lines), 0n);
        for (const line of lines) {
          const difference =
            line.debitMinor + line.creditMinor - convertMinor(line.amountMinor, 'USD', fxRate, 'CNY');
          assert.ok(difference >= -1n && difference <= 1n);
        }
      },
    ),
  );
});

test('journalize: allocation and tax split lose nothing', () => {
  const made = template([
    D,
    { ...C, allocateBy: 'quantity', tax: { rate: 'tax_rate', part: 'net' }, dimensions: { item: 'sku' } },
    { ...C, account: '2221', allocateBy: 'quantity', tax: { rate: 'tax_rate', part: 'tax' } },
  ]);
  const weights = fc.array(fc.integer({ min: 1, max: 1_000 }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(
      minor.filter((amount) => amount !== 0n),
      weights,
      fc.integer({ min: 0, max: 99 }),
      (total, counts, percent) => {
        const tax_rate = `0.${String(percent).padStart(2, '0')}`;
        const items = counts.map((count, i) => ({ sku: `${i}`, quantity: `${count}`, tax_rate }));
        const [result] = journalize([order({ order_total: total }, items)], [made], book, {
          preparedBy: 'hub',
        });
        assert.equal(balanceOf(result?.draft?.lines ?? []), 0n);
      },
    ),
  );
});

test('journalize: summarised vouchers carry per account exactly what single vouchers would', () => {
  const sale = fc.record({
    store: fc.constantFrom('S1', 'S2'),
    customer: fc.constantFrom('C1', 'C2', null),
    order_total: minor,
  });
  fc.assert(
    fc.property(fc.array(sale, { maxLength: 30 }), (sales) => {
      const documents = sales.map((fields, i) => order({ ...fields, number: `${i}` }));
      const single = journalize(documents, [template([D, C])], book, { preparedBy: 'hub' });
      const summarised = journalize(documents, [summary], book, { preparedBy: 'hub' });
      assert.deepEqual(turnover(summarised), turnover(single));
      assert.deepEqual(
        summarised.flatMap((result) => result.documents).sort((a, b) => a - b),
        documents.map((_, i) => i),
      );
    }),
  );
});

function balanceOf(lines: readonly VoucherLine[]): bigint {
  return lines.reduce((sum, { debitMinor, creditMinor }) => sum + debitMinor - creditMinor, 0n);
}

/** Account and customer → net amount, those that come to nothing left out. */
function turnover(results: readonly Journalized[]): Map<string, bigint> {
  const sums = new Map<string, bigint>();
  for (const { account, dimensions, debitMinor, creditMinor } of results.flatMap(
    ({ draft }) => draft?.lines ?? [],
  )) {
    const key = `${account} ${dimensions.customer ?? ''}`;
    sums.set(key, (sums.get(key) ?? 0n) + debitMinor - creditMinor);
  }
  return new Map([...sums].filter(([, sum]) => sum !== 0n).sort());
}
