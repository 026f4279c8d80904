import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kindTitle } from './kinds.ts';

test('kinds: the usual ones have a name in the language of the reader, others keep their code', () => {
  assert.equal(kindTitle('refund', 'zh'), '退款');
  assert.equal(kindTitle('refund', 'ja'), '返金');
  assert.equal(kindTitle('tea-receipt', 'zh'), 'tea-receipt');
});
