import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evidenceOf } from './evidence.ts';

test('evidence: by known names, without what the sentence says already', () => {
  const params = {
    check: 'total_mismatch',
    titleZh: '订单合计与明细不符',
    formula: 'order_total == 1',
    order_total: '5129',
    discount: '0',
    text: '69999',
  };
  assert.deepEqual(evidenceOf({ params, title: '没有“69999”' }, 'zh'), [
    { name: '公式', value: 'order_total == 1' },
    { name: '订单总额', value: '5129' },
    { name: '优惠金额', value: '0' },
  ]);
});
