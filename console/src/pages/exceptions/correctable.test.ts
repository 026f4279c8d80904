import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changesOf, correctables } from './correctable.ts';

const order = {
  ...{ kind: 'order', place: '', number: '#1', date: '2026-11-20', currency: 'CNY' },
  fields: { channel: 'web', order_total: { amount: '113.00' } },
  lines: [{ sku: 'A', gift: false }],
};
const refund = (i: number) => ({
  ...{ kind: 'refund', place: `refunds[${i}].`, number: `R${i}`, date: '2026-11-20', currency: 'CNY' },
  ...{ fields: { reason: 'broken' }, lines: [{ sku: 'A' }] },
});

test('correction: those in question come first, also when they are missing', () => {
  const [document] = correctables([order], ['customer', 'order_total']);
  assert.deepEqual(
    document?.fields.map(({ at, value, isInQuestion }) => `${isInQuestion ? '! ' : ''}${at}=${value}`),
    ['! customer=', '! order_total=113.00', 'channel=web', 'lines[0].sku=A', 'lines[0].gift=false'],
  );
});

test('correction: of several documents, each has the fields that findings name in it', () => {
  const documents = correctables([order, refund(0), refund(1)], ['refunds[1].customer', 'order_total']);
  assert.deepEqual(
    documents.map(({ number, fields }) => [
      number,
      ...fields.filter(({ isInQuestion }) => isInQuestion).map(({ kind, at }) => `${kind} ${at}`),
    ]),
    [['#1', 'order order_total'], ['R0'], ['R1', 'refund refunds[1].customer']],
  );
  assert.deepEqual(
    documents[2]?.fields.map(({ at }) => at),
    ['refunds[1].customer', 'refunds[1].reason', 'refunds[1].lines[0].sku'],
  );
});

test('correction: only what differs is sent, of whichever document', () => {
  const documents = correctables([order, refund(0)], ['customer']);
  const typed = {
    '0 customer': ' C1 ',
    '0 channel': 'web',
    '0 lines[0].sku': '',
    '1 refunds[0].reason': 'late',
  };
  assert.deepEqual(changesOf(documents, typed), [
    { kind: 'order', at: 'customer', value: 'C1' },
    { kind: 'order', at: 'lines[0].sku', value: null },
    { kind: 'refund', at: 'refunds[0].reason', value: 'late' },
  ]);
});
