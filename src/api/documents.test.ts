import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testHub } from './testing/test-hub.ts';

const URL = '/api/v1/books/demo/documents?flow=sales';
const sale = (number: string, more: Record<string, unknown> = {}) => ({
  number,
  date: '2026-03-01',
  amount: '100.00',
  customer: 'C1',
  ...more,
});

test('documents', async (t) => {
  const hub = await testHub(t);

  await t.test('a good one is posted before the answer leaves', async () => {
    const { status, body } = await hub.ask('POST', URL, { body: sale('S-1') });
    assert.equal(status, 201, JSON.stringify(body));
    assert.partialDeepStrictEqual(body, { documents: [{ voucher: { label: '记-1' } }] });
  });
});
