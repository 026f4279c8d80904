import assert from 'node:assert/strict';
import { test } from 'node:test';
import { errorText, orderRecord, pageInfoOf, withTransactions } from './codec.ts';

test('an order keeps its bytes; an id beyond the exact numbers keeps its digits', () => {
  const slice =
    '{"id": 9007199254740993,"refunds":[{"subtotal":195.60}],"updated_at":"2024-01-31T00:00:00+08:00"}';
  const record = orderRecord(slice);
  assert.equal(Buffer.from(record.raw).toString('utf8'), slice);
  assert.equal(record.externalId, '9007199254740993');
  assert.equal(record.changedAt, '2024-01-30T16:00:00.000Z');
});

test('an order without id or time is a record all the same', () => {
  const record = orderRecord('{"name":"#1001"}');
  assert.match(record.externalId, /^no-id-[0-9a-f]{32}$/);
  assert.equal(record.changedAt, undefined);
});

for (const [order, expected] of [
  ['{"id":1}', '{"id":1,"transactions":[{"amount":1.10}]}'],
  ['{ "id": 1 }', '{ "id": 1,"transactions":[{"amount":1.10}]}'],
  ['{}', '{"transactions":[{"amount":1.10}]}'],
] as const) {
  test(`transactions of ${order}`, () =>
    assert.equal(withTransactions(order, '[{"amount":1.10}]'), expected));
}

for (const [link, pageInfo] of [
  ['https://elsewhere.example/admin/api/2024-04/orders.json?limit=5&page_info=abc%3D', 'abc='],
  ['https://elsewhere.example/orders.json', null],
  ['no url', null],
  [undefined, null],
] as const) {
  test(`page_info of ${link} → ${pageInfo}`, () => assert.equal(pageInfoOf(link), pageInfo));
}

for (const [body, text] of [
  [{ errors: 'Not Found' }, 'Not Found'],
  [
    { errors: { key: ['is too short', 'is taken'], value: 'missing' } },
    'key: is too short, is taken; value: missing',
  ],
  [{ error: 'invalid_request' }, 'invalid_request'],
  ['<html>', '<html>'],
  [null, ''],
] as const) {
  test(`errors ${JSON.stringify(body)} → ${text}`, () => assert.equal(errorText(body), text));
}
