import assert from 'node:assert/strict';
import { test } from 'node:test';
import { roadOf } from './road.ts';

const delivery = {
  id: '9',
  connection: 'kingdee',
  kind: 'voucher',
  businessKey: 'demo:记:1',
  state: 'done',
  targetState: 'audited',
  targetId: '77',
  targetNumber: 'PZ00012',
  error: null,
  createdAt: '',
  doneAt: null,
  text: null,
  attempts: [],
};
const voucher = {
  ...{ id: '5', label: '记-123', period: 202611, date: '2026-11-20', kind: 'ordinary', documents: 1 },
  ...{ preparedBy: 'a', postedBy: 'a', postedAt: '', sha256: '', posting: { id: '1', sha256: '' } },
  lines: [],
  deliveries: [delivery, { ...delivery, id: '10', kind: 'write-back' }, { ...delivery, targetNumber: null }],
};
const document = {
  ...{ id: '1', book: 'demo', kind: 'order', number: '#10005', date: '2026-11-20', currency: 'CNY' },
  flow: { code: 'shop', title: { zh: '', en: '', ja: '' }, version: 1, publishedAt: null, createdBy: '' },
  state: 'posted' as const,
  ...{ fields: [], lines: [], flags: [] },
  voucher: null,
  reversal: null,
};

test('road: from the number to the voucher to the target', () => {
  assert.deepEqual(roadOf(document), [{ text: '#10005', link: null }]);
  assert.deepEqual(roadOf({ ...document, voucher }), [
    { text: '#10005', link: null },
    { text: '记-123', link: '/books/demo/vouchers/5' },
    { text: 'kingdee PZ00012', link: '/deliveries/9' },
  ]);
  const reversal = { ...voucher, id: '6', label: '记-130', deliveries: [] };
  assert.equal(roadOf({ ...document, voucher, reversal }).at(-1)?.text, '记-130');
});
