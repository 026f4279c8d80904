import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clientToSend, isPrivate, keysIn, typedClient } from './typed-client.ts';

const key = { kty: 'EC', crv: 'P-256', x: 'x', y: 'y' };

for (const [text, expected] of [
  ['{"keys":[{"kty":"EC","crv":"P-256","x":"x","y":"y"}]}', { keys: [key] }],
  ['{"kty":"EC","crv":"P-256","x":"x","y":"y"}', { keys: [key] }],
  ['{"x":1}', null],
  ['-----BEGIN PUBLIC KEY-----', null],
  ['null', null],
] as const) {
  test(`clients: keys in ${text.slice(0, 30)}`, () => assert.deepEqual(keysIn(text), expected));
}

test('clients: a private key is known by its private part', () => {
  assert.equal(isPrivate({ keys: [key] }), false);
  assert.equal(isPrivate({ keys: [{ ...key, d: 'secret' }] }), true);
  assert.equal(isPrivate({ keys: [{ kty: 'oct', k: 'secret' }] }), true);
});

const facts = { name: ' CRM ', scopes: ['books:read'] as const, requestsPerMinute: 60 };

test('clients: what was left empty is no limit', () => {
  assert.deepEqual(clientToSend(facts), {
    name: 'CRM',
    scopes: ['books:read'],
    ...{ books: null, kinds: null, fields: [], addresses: null, requestsPerMinute: 60 },
    ...{ certificate: null, jwks: null, expiresAt: null },
  });
});

test('clients: what the hub told comes back as it was', () => {
  const told = clientToSend({
    ...facts,
    ...{ books: ['b1'], addresses: ['10.0.0.0/8'], expiresOn: '2027-01-31', jwks: JSON.stringify(key) },
  });
  const client = {
    ...({ ...told, id: 'crm', method: 'private_key_jwt', state: 'active' } as const),
    ...{ createdAt: '', createdBy: '', secretMadeAt: null, lastTokenAt: null },
  };
  assert.deepEqual(clientToSend(typedClient(client)), told);
});
