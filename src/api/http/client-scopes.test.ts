import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { WantedClient } from '#access/change-clients.ts';
import { sale } from '#api/testing/sales-flow.ts';
import { testHub } from '#api/testing/test-hub.ts';

test('what a client may do: its scopes, books and kinds as they are now, not as its token was given', async (t) => {
  const hub = await testHub(t);
  const call = async (authorization: string, [method, url, body]: Call) => {
    const { status } = await hub.ask(method, url, { headers: { authorization }, ...(body ? { body } : {}) });
    return status;
  };
  for (const [scopes, more, asked, status] of [
    [['books:read'], {}, ['GET', '/api/v1/books'], 200],
    [['books:read'], {}, ['GET', '/api/v1/books/demo/vouchers'], 403],
    [
      ['books:read'],
      {},
      [
        'POST',
        '/api/v1/books',
        { code: 'b', name: 'b', baseCurrency: 'CNY', standard: 'cas', years: [2026] },
      ],
      403,
    ],
    [['documents:post'], {}, ['POST', '/api/v1/books/demo/documents?flow=sales', sale('T-1')], 201],
    [['documents:post'], {}, ['GET', '/api/v1/records'], 403],
    [
      ['documents:post'],
      { books: ['other'] },
      ['POST', '/api/v1/books/demo/documents?flow=sales', sale('T-2')],
      404,
    ],
    [['books:read'], { books: ['demo'] }, ['GET', '/api/v1/books/demo'], 200],
    [['books:read'], { books: ['other'] }, ['GET', '/api/v1/books/demo'], 404],
    [['metrics:read'], {}, ['GET', '/metrics'], 200],
    [['books:read'], {}, ['GET', '/metrics'], 403],
    [['books:read'], {}, ['GET', '/api/v1/clients'], 403],
  ] as const satisfies readonly Row[]) {
    await t.test(
      `may: ${scopes.join(' ')} ${JSON.stringify(more)} ${asked.slice(0, 2).join(' ')} → ${status}`,
      async () => {
        assert.equal(await call(await hub.tokenFor({ ...more, scopes: [...scopes] }), asked), status);
      },
    );
  }

  for (const [name, change, status] of [
    ['a scope taken away', { scopes: ['books:read'] }, 403],
    ['disabled', { state: 'disabled' }, 401],
    ['bound to a certificate', { certificate: 'A'.repeat(43) }, 401],
    ['from elsewhere only', { addresses: ['192.0.2.0/24'] }, 403],
    ['other books only', { books: ['other'] }, 404],
  ] as const) {
    await t.test(`may: ${name} holds for tokens that are out → ${status}`, async () => {
      const id = `held-${status}-${Object.keys(change)[0]?.toLowerCase()}`;
      const authorization = await hub.tokenFor({ client_id: id, scopes: ['books:read', 'vouchers:read'] });
      const asked: Call = ['GET', '/api/v1/books/demo/vouchers'];
      assert.equal(await call(authorization, asked), 200);
      assert.equal((await hub.ask('PATCH', `/api/v1/clients/${id}`, { body: change })).status, 200);
      assert.equal(await call(authorization, asked), status);
    });
  }
});

type Call = readonly ['GET' | 'POST', string, unknown?];
type Row = readonly [readonly string[], Partial<WantedClient>, Call, number];
