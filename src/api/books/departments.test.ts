import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'yaml';
import type { Permission } from '#access/permissions.ts';
import type { Principal } from '#access/principal.ts';
import { SALES_FLOW, sale } from '#api/testing/sales-flow.ts';
import { testHub } from '#api/testing/test-hub.ts';
import { textAt, valueAt } from '#connectors/kit/json.ts';

const API = '/api/v1';
const MAY: readonly Permission[] = ['documents:post', 'records:read', 'vouchers:read', 'balances:read'];

/** Somebody of department D1. */
const LIMITED: Principal = {
  kind: 'person',
  id: '77',
  actor: 'person:limited',
  grants: [
    {
      role: 'test',
      permissions: new Set(MAY),
      books: new Set(['shop']),
      departments: new Set(['D1']),
      kinds: null,
      fields: [],
    },
  ],
};

const FLOW = {
  ...parse(SALES_FLOW.replaceAll('customer', 'dept').replace('book: demo', 'book: shop')),
  flow: 'shop',
};

test('departments: posted and seen are only one’s own', async (t) => {
  const hub = await testHub(t);
  const chart = { dimensions: { AccountsReceivable: { dept: 'must' } } };
  const book = { code: 'shop', name: 'shop', baseCurrency: 'CNY', standard: 'cas', years: [2026], chart };
  await hub.ask('POST', `${API}/books`, { body: book });
  const values = ['D1', 'D2'].map((code) => ({ code, name: code }));
  await hub.ask('PUT', `${API}/books/shop/dimensions/dept`, { body: { values } });
  await hub.ask('POST', `${API}/flows`, { body: FLOW });
  await hub.ask('POST', `${API}/flows/shop/versions/1/publish`);

  const post = (number: string, dept: string, as?: Principal) =>
    hub.ask('POST', `${API}/books/shop/documents?flow=shop`, {
      body: { ...sale(number), dept },
      ...(as ? { as } : {}),
    });
  const other = await post('S-0', 'D2');
  assert.equal(other.status, 201, JSON.stringify(other.body));
  assert.equal((await post('S-1', 'D2', LIMITED)).status, 403);
  const own = await post('S-2', 'D1', LIMITED);
  assert.equal(own.status, 201, JSON.stringify(own.body));
  assert.notEqual(valueAt(own.body, 'documents', 0, 'voucher'), null);
  const bulk = { as: LIMITED, body: '{}', headers: { 'content-type': 'application/x-ndjson' } };
  assert.equal((await hub.ask('POST', `${API}/books/shop/documents/bulk?flow=shop`, bulk)).status, 403);

  const vouchers = await hub.ask('GET', `${API}/books/shop/vouchers`, { as: LIMITED });
  assert.partialDeepStrictEqual(vouchers.body, {
    items: [{ id: textAt(own.body, 'documents', 0, 'voucher', 'id') }],
  });
  assert.equal(valueAt(vouchers.body, 'items', 1), undefined);
  for (const [path, status] of [
    [`/records/${textAt(own.body, 'recordId')}/trace`, 200],
    [`/records/${textAt(other.body, 'recordId')}/trace`, 404],
    [`/books/shop/vouchers/${textAt(other.body, 'documents', 0, 'voucher', 'id')}`, 404],
    ['/books/shop/balances', 403],
  ] as const) {
    assert.equal((await hub.ask('GET', API + path, { as: LIMITED })).status, status, path);
  }
});
