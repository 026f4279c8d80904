import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { test } from 'node:test';
import { EVERYTHING, type Principal } from '#access/principal.ts';
import { fetchToken } from '#api/testing/test-client.ts';
import { testHub } from '#api/testing/test-hub.ts';
import { textAt, valueAt } from '#connectors/kit/json.ts';

const jwkOf = (type: 'ec' | 'rsa', bits = 2048) => {
  const pair =
    type === 'ec'
      ? generateKeyPairSync('ec', { namedCurve: 'P-256' })
      : generateKeyPairSync('rsa', { modulusLength: bits });
  return {
    open: pair.publicKey.export({ format: 'jwk' }),
    secret: pair.privateKey.export({ format: 'jwk' }),
  };
};

test('clients over the API', async (t) => {
  const hub = await testHub(t);
  const shop = { id: 'web-shop', name: '网店', scopes: ['documents:post', 'books:read'] };

  await t.test('made with its secret, which nobody can read again', async () => {
    const asked = { body: shop, headers: { 'idempotency-key': 'make-shop' } };
    const made = await hub.ask('POST', '/api/v1/clients', asked);
    assert.equal(made.status, 201);
    const secret = textAt(made.body, 'secret');
    assert.match(secret, /^tzs_[A-Za-z0-9_-]{43}$/);
    assert.partialDeepStrictEqual(valueAt(made.body, 'client'), {
      ...{ ...shop, method: 'client_secret_basic', state: 'active', books: null, addresses: null },
      ...{ requestsPerMinute: 600, createdBy: 'client:test', lastTokenAt: null },
    });
    const again = await hub.ask('POST', '/api/v1/clients', asked);
    assert.deepEqual(
      [again.status, valueAt(again.body, 'secret'), valueAt(again.body, 'client', 'id')],
      [201, null, 'web-shop'],
    );
    const tables = ['api_clients', 'idempotency_keys', 'audit_log'];
    for (const table of tables) {
      const rows = await hub.database.query<{ row: string }>(`select ${table}::text as row from ${table}`);
      assert.doesNotMatch(JSON.stringify(rows), new RegExp(secret), table);
    }
    const read = await hub.ask('GET', '/api/v1/clients/web-shop');
    assert.doesNotMatch(JSON.stringify(read.body), /tzs_|hash/);
    assert.ok(await fetchToken(hub.app, { id: 'web-shop', secret }));
  });

  for (const [name, body, status, code] of [
    ['the same id again', shop, 409, 'already_exists'],
    ['an id with capitals', { ...shop, id: 'Shop' }, 400, 'request_invalid'],
    ['a permission there is not', { ...shop, id: 'a', scopes: ['ledger:burn'] }, 400, 'request_invalid'],
    ['no scopes named', { id: 'a', name: 'a' }, 400, 'request_invalid'],
    ['a member there is not', { ...shop, id: 'a', secret: 'mine' }, 400, 'request_invalid'],
    [
      'an address that is none',
      { ...shop, id: 'a', addresses: ['10.0.0.0/40'] },
      422,
      'client_addresses_invalid',
    ],
    ['too many requests', { ...shop, id: 'a', requestsPerMinute: 1_000_001 }, 400, 'request_invalid'],
    ['expired', { ...shop, id: 'a', expiresAt: '2026-01-01' }, 422, 'client_expired'],
    ['a time that is none', { ...shop, id: 'a', expiresAt: 'soon' }, 400, 'time_invalid'],
    [
      'keys without the method',
      { ...shop, id: 'a', method: 'client_secret_post', jwks: { keys: [jwkOf('ec').open] } },
      422,
      'client_keys_invalid',
    ],
    ['the method without keys', { ...shop, id: 'a', method: 'private_key_jwt' }, 422, 'client_keys_invalid'],
    ['a private key', { ...shop, id: 'a', jwks: { keys: [jwkOf('ec').secret] } }, 422, 'client_keys_invalid'],
    [
      'a weak key',
      { ...shop, id: 'a', jwks: { keys: [jwkOf('rsa', 1024).open] } },
      422,
      'client_keys_invalid',
    ],
    [
      'a shared key',
      { ...shop, id: 'a', jwks: { keys: [{ kty: 'oct', k: 'AAAA' }] } },
      422,
      'client_keys_invalid',
    ],
    [
      'public keys',
      { ...shop, id: 'signer', jwks: { keys: [jwkOf('ec').open, jwkOf('rsa').open] } },
      201,
      undefined,
    ],
  ] as const) {
    await t.test(`make: ${name} → ${status} ${code ?? ''}`, async () => {
      const answer = await hub.ask('POST', '/api/v1/clients', { body });
      assert.deepEqual(
        [answer.status, valueAt(answer.body, 'code')],
        [status, code],
        JSON.stringify(answer.body),
      );
    });
  }

  await t.test('listed in order of their ids', async () => {
    const { body } = await hub.ask('GET', '/api/v1/clients?limit=2');
    const ids = (page: unknown) => [0, 1].map((i) => valueAt(page, 'items', i, 'id'));
    assert.deepEqual(ids(body), ['signer', 'test']);
    const { body: second } = await hub.ask('GET', textAt(body, 'next'));
    assert.deepEqual([...ids(second), valueAt(second, 'next')], ['web-shop', undefined, null]);
  });

  await t.test('changed by one editor at a time, and the audit log says what', async () => {
    const { headers } = await hub.ask('GET', '/api/v1/clients/web-shop');
    const match = { 'if-match': String(headers.etag) };
    const changed = await hub.ask('PATCH', '/api/v1/clients/web-shop', {
      body: { requestsPerMinute: 60, books: ['demo'] },
      headers: match,
    });
    assert.partialDeepStrictEqual(changed.body, { requestsPerMinute: 60, books: ['demo'], name: '网店' });
    assert.equal(
      (await hub.ask('PATCH', '/api/v1/clients/web-shop', { body: { name: 'x' }, headers: match })).status,
      412,
    );
    const [row] = await hub.database.query<{ actor: string; details: unknown }>(
      `select actor, details from audit_log where action = 'client.change' and subject = 'client:web-shop'`,
    );
    assert.deepEqual(row, { actor: 'client:test', details: { books: ['demo'], requestsPerMinute: 60 } });
  });

  await t.test('a new secret voids the old one', async () => {
    const id = 'rotated';
    const { body } = await hub.ask('POST', '/api/v1/clients', { body: { ...shop, id } });
    const old = textAt(body, 'secret');
    const changed = await hub.ask('POST', `/api/v1/clients/${id}/secret`);
    await fetchToken(hub.app, { id, secret: textAt(changed.body, 'secret') });
    await assert.rejects(fetchToken(hub.app, { id, secret: old }), /invalid_client/);
    const refused = await hub.ask('POST', '/api/v1/clients/signer/secret');
    assert.deepEqual([refused.status, valueAt(refused.body, 'code')], [422, 'client_without_secret']);
  });

  await t.test('deleted: its token is void, and its id stays taken', async () => {
    const { body } = await hub.ask('POST', '/api/v1/clients', { body: { ...shop, id: 'gone' } });
    const authorization = `Bearer ${await fetchToken(hub.app, { id: 'gone', secret: textAt(body, 'secret') })}`;
    const call = async () => (await hub.ask('GET', '/api/v1/books', { headers: { authorization } })).status;
    assert.equal(await call(), 200);
    assert.equal((await hub.ask('DELETE', '/api/v1/clients/gone')).status, 204);
    assert.equal(await call(), 401);
    assert.equal((await hub.ask('GET', '/api/v1/clients/gone')).status, 404);
    assert.equal((await hub.ask('POST', '/api/v1/clients', { body: { ...shop, id: 'gone' } })).status, 409);
  });

  await t.test('a person proves again to be there before a client is changed', async () => {
    for (const [minutes, status] of [
      [4, 200],
      [6, 403],
    ] as const) {
      const provedAt = new Date(Date.parse('2026-03-15T08:00:00Z') - minutes * 60_000);
      const session = { sessionId: 1n, personId: 1, provedAt, isComplete: true, lacks: 'nothing' } as const;
      const as: Principal = { kind: 'person', id: '1', actor: 'person:li', grants: [EVERYTHING], session };
      const answer = await hub.ask('POST', '/api/v1/clients/web-shop/secret', { as });
      assert.equal(answer.status, status);
      assert.equal(valueAt(answer.body, 'code'), status === 403 ? 'prove_again' : undefined);
    }
  });
});
