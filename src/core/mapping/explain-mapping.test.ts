import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compiled, flowWith } from '#core/flows/testing.ts';
import { explainMapping } from './explain-mapping.ts';

const record = {
  no: 'A1',
  date: '2026-11-20',
  cur: 'JPY',
  price: '100',
  qty: 2,
  buyer: { id: '8812' },
  items: [{ sku: 'A' }, { sku: null }],
};

const { flow } = compiled(
  flowWith({
    when: 'qty > 0',
    fields: {
      number: 'no',
      doc_date: 'date',
      order_total: { formula: 'number(price) * qty', type: 'amount' },
      currency: 'cur',
      customer: { path: 'buyer.id', crosswalk: 'partners' },
      store: { path: 'shop', required: true },
    },
    lines: { from: 'items', fields: { sku: { path: 'sku', required: true } } },
  }),
);
const crosswalk = (_: string, from: string) => (from === '8812' ? { to: 'C001', confidence: 0.9 } : null);
const [document] = explainMapping(flow, record, { baseCurrency: 'CNY', crosswalk });
const at = (place: string) => document?.fields.find((field) => field.at === place);

// field             what is told about it
for (const [place, told] of [
  ['number', { from: 'no', found: 'A1', value: 'A1', findings: [] }],
  [
    'order_total',
    { type: 'amount', value: '200', steps: [{ text: 'price', value: '100' }, {}, {}, { value: '200' }] },
  ],
  [
    'customer',
    { found: '8812', value: 'C001', provenance: [{ by: 'crosswalk', name: 'partners', rule: '8812' }] },
  ],
  ['store', { found: null, value: null, findings: [{ code: 'field_missing', at: 'store' }] }],
  ['lines[0].sku', { found: 'A', value: 'A' }],
  ['lines[1].sku', { value: null, findings: [{ code: 'field_missing', at: 'lines[1].sku' }] }],
] as const) {
  test(`explain mapping: ${place}`, () => assert.partialDeepStrictEqual(at(place), told));
}

test('explain mapping: the condition with its parts', () => {
  assert.deepEqual(
    document?.when?.map(({ text, value }) => `${text}=${value}`),
    ['qty=2', 'qty > 0=true'],
  );
});

test('explain mapping: one document for each item, each with its place', () => {
  const each = compiled(
    flowWith({ each: 'items', fields: { number: 'sku', doc_date: '$.date', order_total: '$.price' } }),
  ).flow;
  const found = explainMapping(each, record, { baseCurrency: 'CNY', crosswalk });
  assert.deepEqual(
    found.map(({ place, fields }) => `${place} ${fields[0]?.at}`),
    ['items[0]. items[0].number', 'items[1]. items[1].number'],
  );
});
