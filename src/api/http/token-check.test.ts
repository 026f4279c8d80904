import assert from 'node:assert/strict';
import { createPublicKey } from 'node:crypto';
import { test } from 'node:test';
import { exportJWK, generateKeyPair, importJWK, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import { SigningKeys } from '#access/signing-keys.ts';
import { PLAIN_BOX } from '#api/testing/plain-box.ts';
import { makeTestClient } from '#api/testing/test-client.ts';
import { ISSUER, testHub } from '#api/testing/test-hub.ts';

const AUDIENCE = `${ISSUER}/api/v1`;

async function get(url: string, token: string, headers: Readonly<Record<string, string>> = {}) {
  const answer = await fetch(url, { headers: { authorization: `Bearer ${token}`, ...headers } });
  await answer.arrayBuffer();
  return answer.status;
}

test('a token is checked: algorithm, keys, type, issuer, audience, time (ASVS v5.0.0-9.1, 9.2)', async (t) => {
  const hub = await testHub(t);
  const url = await hub.app.listen({ host: '127.0.0.1', port: 0 });
  const client = await makeTestClient(hub.database, { scopes: ['books:read'] });
  const keys = new SigningKeys({ database: hub.database, box: PLAIN_BOX, now: () => new Date() });
  const [own] = await keys.current();
  const { d: _, ...publicJwk } = own!.privateJwk;
  const ownKey = await importJWK(own!.privateJwk, 'ES256');
  const foreign = await generateKeyPair('ES256', { extractable: true });
  const now = Math.floor(Date.now() / 1_000);
  const claims: JWTPayload = {
    ...{ iss: ISSUER, aud: AUDIENCE, sub: client.id, client_id: client.id, scope: 'books:read' },
    ...{ jti: 'x', iat: now, exp: now + 300 },
  };
  const header = { alg: 'ES256', typ: 'at+jwt', kid: own!.keyId };
  const make = (
    change: Readonly<Record<string, unknown>> = {},
    more: Readonly<Record<string, unknown>> = {},
    key = ownKey,
  ) => {
    const all = Object.entries({ ...claims, ...change }).filter(([, value]) => value !== undefined);
    return new SignJWT(Object.fromEntries(all)).setProtectedHeader({ ...header, ...more }).sign(key);
  };
  const good = await make();
  const pem = Buffer.from(
    createPublicKey({ key: publicJwk, format: 'jwk' }).export({ type: 'spki', format: 'pem' }),
  );
  const embedded = { jwk: await exportJWK(foreign.publicKey) };
  const [head, , signature] = good.split('.');
  const forged = Buffer.from(JSON.stringify({ ...claims, scope: 'vouchers:read' })).toString('base64url');
  const cases: readonly [string, string, number][] = [
    ['as it is', good, 200],
    ['no algorithm', new UnsecuredJWT(claims).encode(), 401],
    ['no algorithm, with our key id', `${encode({ ...header, alg: 'none' })}.${good.split('.')[1]}.`, 401],
    ['HS256 with the public key as secret', await make({}, { alg: 'HS256' }, pem), 401],
    [
      'HS256 with the public key in JSON',
      await make({}, { alg: 'HS256' }, Buffer.from(JSON.stringify(publicJwk))),
      401,
    ],
    ['another key under our id', await make({}, {}, foreign.privateKey), 401],
    ['another key, brought along', await make({}, embedded, foreign.privateKey), 401],
    [
      'another key, brought along, no id',
      await make({}, { ...embedded, kid: undefined }, foreign.privateKey),
      401,
    ],
    ['another key, to be fetched (jku)', await make({}, { jku: `${url}/keys` }, foreign.privateKey), 401],
    ['another key, to be fetched (x5u)', await make({}, { x5u: `${url}/keys` }, foreign.privateKey), 401],
    ['our key and a jku', await make({}, { jku: `${url}/keys` }), 401],
    ['an unknown key', await make({}, { kid: 'other' }, foreign.privateKey), 401],
    ['no key id', await make({}, { kid: undefined }), 401],
    [
      'an unknown critical header',
      await make({}, { crit: ['exp2'], exp2: 1 }).catch(
        () => `${encode({ ...header, crit: ['exp2'], exp2: 1 })}.${good.split('.')[1]}.${signature}`,
      ),
      401,
    ],
    ['an id token', await make({}, { typ: 'JWT' }), 401],
    ['no type', await make({}, { typ: undefined }), 401],
    ['expired', await make({ iat: now - 900, exp: now - 60 }), 401],
    ['no expiry', await make({ exp: undefined }), 401],
    ['not yet', await make({ nbf: now + 60 }), 401],
    ['for another API', await make({ aud: 'https://other.test/api/v1' }), 401],
    ['for no API', await make({ aud: undefined }), 401],
    ['for the token endpoint', await make({ aud: ISSUER }), 401],
    ['of another issuer', await make({ iss: 'https://other.test' }), 401],
    ['of a person', await make({ sub: 'li.na' }), 401],
    ['of nobody', await make({ client_id: undefined }), 401],
    ['of an unknown client', await make({ sub: 'nobody', client_id: 'nobody' }), 401],
    ['with other claims', `${head}.${forged}.${signature}`, 401],
    ['without its signature', `${head}.${good.split('.')[1]}.`, 401],
    ['twice', `${good} ${good}`, 401],
    ['enormous', 'a'.repeat(9_000), 401],
    ['no token', 'x', 401],
    ['still good', good, 200],
  ];
  for (const [name, token, status] of cases) {
    await t.test(`check: ${name} → ${status}`, async () => {
      assert.equal(await get(`${url}/api/v1/books`, token), status);
    });
  }

  await t.test(
    'check: a token in the address counts for nothing, and the answer tells no reason',
    async () => {
      const answer = await fetch(`${url}/api/v1/books?access_token=${good}`);
      assert.equal(answer.status, 401);
      assert.equal(answer.headers.get('www-authenticate'), 'Bearer realm="tongzhang"');
      const wrong = await fetch(`${url}/api/v1/books`, {
        headers: { authorization: 'Bearer x', 'accept-language': 'en' },
      });
      assert.equal(wrong.headers.get('www-authenticate'), 'Bearer realm="tongzhang", error="invalid_token"');
      assert.doesNotMatch(await wrong.text(), /expired|signature|audience|kid/i);
    },
  );
});

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
