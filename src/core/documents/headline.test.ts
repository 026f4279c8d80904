import assert from 'node:assert/strict';
import { test } from 'node:test';
import { headlineOf } from './headline.ts';

for (const [fields, amountMinor, partner] of [
  [{}, null, null],
  [{ order_total: 11300n, goods_amount: 12000n, customer: 'C1' }, 11300n, 'C1'],
  [{ amount: 500n, supplier: 'V9', customer: null }, 500n, 'V9'],
  [{ cash_counted: 70n, refund_total: -900n }, -900n, null],
  [{ amount: '7', customer: '' }, null, null],
] as const) {
  test(`headline: ${Object.entries(fields)} → ${amountMinor} ${partner}`, () => {
    assert.deepEqual(headlineOf({ fields }), { amountMinor, partner });
  });
}
