import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDraft } from '#console/pages/flows/draft/read-draft.ts';
import { discoverFields } from '#console/pages/flows/draft/sample-fields.ts';
import { suggestLines } from './suggest-lines.ts';

const flow = readDraft(
  `flow: shop
title: { zh: 店, en: Shop, ja: 店 }
book: demo
source: { connection: shop, kind: order }
documents: [{ kind: order, fields: { number: order_no } }]
template: []
targets: []
`,
  'CNY',
).flow!;
const samples = [
  { order_no: 'A1', 单据日期: '2026-11-03', 店铺: 'SH01', items: [{ sku: 'TEA', quantity: 2, note: 'x' }] },
];

test('suggest lines: from names in any language, for what is still open, lines from the likeliest list', () => {
  const fields = discoverFields(samples);
  const suggested = suggestLines({ flow, document: 0, samples, fields });
  const told = suggested.map(({ place, source }) => `${source.name} → ${place.part}.${place.field}`);
  assert.ok(told.includes('单据日期 → fields.doc_date'), told.join());
  assert.ok(told.includes('items[].sku → lines.sku'), told.join());
  assert.ok(!told.some((line) => line.startsWith('order_no')), told.join());
  assert.ok(suggested.every(({ confidence }) => confidence < 1));
});
