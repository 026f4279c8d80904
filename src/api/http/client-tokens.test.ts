import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { makeTestClient } from '#api/testing/test-client.ts';
import { ISSUER, type TestHub, testHub } from '#api/testing/test-hub.ts';
import { textAt, valueAt } from '#connectors/kit/json.ts';
import { findClient } from '#storage/clients.ts';

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const AUDIENCE = `${ISSUER}/api/v1`;
const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

async function listening(hub: TestHub): Promise<string> {
  return hub.app.listen({ host: '127.0.0.1', port: 0 });
}

function basic({ id, secret }: { readonly id: string; readonly secret: string }): string {
  return `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`;
}

/** Asks for a token over the wire, with plain fetch. */
async function askToken(
  url: string,
  form: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
) {
  const body = new URLSearchParams({ grant_type: 'client_credentials', ...form });
  const answer = await fetch(`${url}/oauth/token`, {
    method: 'POST',
    headers: { ...FORM, ...headers },
    body,
  });
  return { status: answer.status, headers: answer.headers, body: (await answer.json()) as unknown };
}

async function get(url: string, token: string, headers: Readonly<Record<string, string>> = {}) {
  const answer = await fetch(url, { headers: { authorization: `Bearer ${token}`, ...headers } });
  await answer.arrayBuffer();
  return answer.status;
}

test('a token: by secret in the header, by secret in the body, by a signed assertion', async (t) => {
  const hub = await testHub(t);
  const url = await listening(hub);
  const inHeader = await makeTestClient(hub.database, { scopes: ['books:read', 'documents:post'] });
  const inBody = await makeTestClient(hub.database, { method: 'client_secret_post', scopes: ['books:read'] });
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  const signing = await makeTestClient(hub.database, {
    method: 'private_key_jwt',
    scopes: ['books:read'],
    jwks: { keys: [{ ...(await exportJWK(publicKey)) }] },
  });
  const assertion = (
    claims: JWTPayload = {},
    alg = 'ES256',
    key: Parameters<SignJWT['sign']>[0] = privateKey,
  ) =>
    new SignJWT({ iss: signing.id, sub: signing.id, aud: ISSUER, jti: randomUUID(), ...claims })
      .setProtectedHeader({ alg })
      .setIssuedAt()
      .setExpirationTime(claims.exp ?? '2m')
      .sign(key);
  const signed = async (...args: Parameters<typeof assertion>) => ({
    client_assertion_type: ASSERTION_TYPE,
    client_assertion: await assertion(...args),
  });
  const once = await signed();
  const foreign = await generateKeyPair('ES256');
  const secretKey = Buffer.from(JSON.stringify(await exportJWK(publicKey)));
  const cases: readonly [string, Record<string, string>, Record<string, string>, string][] = [
    ['secret in the header', {}, { authorization: basic(inHeader) }, '200 books:read documents:post'],
    ['a part of the scopes', { scope: 'books:read' }, { authorization: basic(inHeader) }, '200 books:read'],
    ['secret in the body', { client_id: inBody.id, client_secret: inBody.secret }, {}, '200 books:read'],
    ['a signed assertion', once, {}, '200 books:read'],
    ['the same assertion again', once, {}, '401 invalid_client'],
    ['an assertion for somebody else', await signed({ aud: 'https://other.test' }), {}, '401 invalid_client'],
    ['an assertion that is over', await signed({ exp: 1_000 }), {}, '401 invalid_client'],
    ['an assertion for years', await signed({ exp: 4_000_000_000 }), {}, '401 invalid_client'],
    [
      'an assertion of a foreign key',
      await signed({}, 'ES256', foreign.privateKey),
      {},
      '401 invalid_client',
    ],
    [
      'an assertion by HS256 with the public key',
      await signed({}, 'HS256', secretKey),
      {},
      '401 invalid_client',
    ],
    [
      'a wrong secret',
      {},
      { authorization: basic({ ...inHeader, secret: 'tzs_wrong' }) },
      '401 invalid_client',
    ],
    ['an unknown client', {}, { authorization: basic({ id: 'nobody', secret: 'x' }) }, '401 invalid_client'],
    [
      'the stored hash as secret',
      {},
      { authorization: basic({ ...inHeader, secret: await hashOf(hub, inHeader.id) }) },
      '401 invalid_client',
    ],
    ['no client', {}, {}, '400 invalid_request'],
    [
      'two ways at once',
      { client_id: inHeader.id, client_secret: inHeader.secret },
      { authorization: basic(inHeader) },
      '400 invalid_request',
    ],
    [
      'a scope it has not',
      { scope: 'vouchers:read' },
      { authorization: basic(inHeader) },
      '400 invalid_scope',
    ],
    [
      'a scope there is not',
      { scope: 'books:read admin' },
      { authorization: basic(inHeader) },
      '400 invalid_scope',
    ],
    ['openid', { scope: 'openid' }, { authorization: basic(inHeader) }, '400 invalid_scope'],
    [
      'for another API',
      { resource: 'https://other.test/api' },
      { authorization: basic(inHeader) },
      '400 invalid_target',
    ],
    [
      'by password',
      { grant_type: 'password', username: 'a', password: 'b' },
      { authorization: basic(inHeader) },
      '400 unsupported_grant_type',
    ],
    [
      'by code',
      { grant_type: 'authorization_code', code: 'x' },
      { authorization: basic(inHeader) },
      '400 unsupported_grant_type',
    ],
    [
      'by refresh token',
      { grant_type: 'refresh_token', refresh_token: 'x' },
      { authorization: basic(inHeader) },
      '400 unsupported_grant_type',
    ],
    [
      'implicit',
      { grant_type: 'implicit' },
      { authorization: basic(inHeader) },
      '400 unsupported_grant_type',
    ],
  ];
  for (const [name, form, headers, outcome] of cases) {
    await t.test(`token: ${name} → ${outcome}`, async () => {
      const { status, body } = await askToken(url, form, headers);
      assert.equal(
        `${status} ${valueAt(body, status === 200 ? 'scope' : 'error')}`,
        outcome,
        JSON.stringify(body),
      );
    });
  }

  await t.test('token: what it says (RFC 9068), and for how long', async () => {
    const { body, headers } = await askToken(url, {}, { authorization: basic(inHeader) });
    const token = textAt(body, 'access_token');
    const [header, claims] = token
      .split('.')
      .slice(0, 2)
      .map((part) => JSON.parse(Buffer.from(part, 'base64url').toString()));
    assert.deepEqual([header.typ, header.alg], ['at+jwt', 'ES256']);
    assert.partialDeepStrictEqual(claims, {
      iss: ISSUER,
      aud: AUDIENCE,
      sub: inHeader.id,
      client_id: inHeader.id,
      scope: 'books:read documents:post',
    });
    assert.ok(claims.exp - claims.iat <= 600);
    assert.deepEqual(
      [headers.get('cache-control'), headers.get('x-content-type-options')],
      ['no-store', 'nosniff'],
    );
    assert.equal(await get(`${url}/api/v1/books`, token), 200);
  });

  await t.test(
    'token: the description names this hub whatever the Host header says, and nothing for browsers',
    async () => {
      const answer = await hub.app.inject({
        method: 'GET',
        url: '/.well-known/openid-configuration',
        headers: { host: 'evil.test', origin: 'https://evil.test' },
      });
      assert.equal(valueAt(answer.json(), 'token_endpoint'), `${ISSUER}/oauth/token`);
      assert.deepEqual(valueAt(answer.json(), 'grant_types_supported'), ['client_credentials']);
      assert.equal(valueAt(answer.json(), 'authorization_endpoint'), undefined);
      assert.equal(answer.headers['access-control-allow-origin'], undefined);
      for (const path of [
        '/auth',
        '/oauth/auth',
        '/session/end',
        '/interaction/x',
        '/me',
        '/reg',
        '/request',
        '/token/revocation',
      ]) {
        assert.equal((await fetch(url + path)).status, 404, path);
      }
    },
  );

  await t.test('token: given and refused are both in the audit log', async () => {
    const rows = await hub.database.query<{
      action: string;
      actor: string;
      subject: string;
      details: unknown;
    }>(
      `select action, actor, subject, details from audit_log where action like 'client.token%' order by entry_id`,
    );
    const told = rows.map(({ action, actor, subject }) => `${action} ${actor} ${subject}`);
    assert.ok(told.includes(`client.token client:${inHeader.id} client:${inHeader.id}`));
    assert.ok(told.includes(`client.token-refused anyone client:${inHeader.id}`));
    assert.ok(told.includes('client.token-refused anyone client:unknown'));
    assert.doesNotMatch(JSON.stringify(rows), /tzs_/);
  });
});

async function hashOf(hub: TestHub, clientId: string): Promise<string> {
  const client = await findClient(hub.database, clientId);
  return client?.secret_hash?.toString('base64url') ?? '';
}
