import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fieldName, withoutPlace } from './field-name.ts';

for (const [place, expected] of [
  ['customer', '客户'],
  ['lines[2].sku', '第 3 行 · 商家编码/SKU'],
  ['refunds[1].customer', '客户'],
  ['lines', '明细行'],
  ['own_field', 'own_field'],
] as const) {
  test(`field: ${place} is ${expected}`, () => assert.equal(fieldName(place, 'zh'), expected));
}

test('a finding without its place', () => {
  assert.equal(withoutPlace('store：对照表中没有“69999”', 'store'), '对照表中没有“69999”');
  assert.equal(withoutPlace('store: no row', 'store'), 'no row');
  assert.equal(withoutPlace('借贷不平', ''), '借贷不平');
});
