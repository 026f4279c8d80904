import assert from 'node:assert/strict';
import { test } from 'node:test';
import { absolute, nameOf, relative } from './source-path.ts';

// the place in the record, where the mapping stands, and how it is written there
for (const [name, base, written] of [
  ['order_no', [], 'order_no'],
  ['buyer.id', [], 'buyer.id'],
  ['items[].sku', ['items', null], 'sku'],
  ['shop', ['items', null], '$.shop'],
  ['items[].sku', [], 'items[0].sku'],
  ['refunds[].lines[].tax', ['refunds', null, 'lines', null], 'tax'],
  ['Net (CNY)', [], 'Net (CNY)'],
  ['["a.b"].c', [], '["a.b"].c'],
] as const) {
  test(`source path: ${name} at ${nameOf(base) || 'the record'} is written ${written}`, () => {
    const path = absolute(written, base);
    assert.equal(path && nameOf(path), name);
    assert.equal(path && relative(path, base), written);
  });
}
