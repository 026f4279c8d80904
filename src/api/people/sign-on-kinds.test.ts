import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testHub } from '#api/testing/test-hub.ts';
import { listAt, valueAt } from '#connectors/kit/json.ts';

test('sign-on kinds: each with the settings a form asks for', async (t) => {
  const hub = await testHub(t);
  const { status, body } = await hub.ask('GET', '/api/v1/sign-on-kinds');
  assert.equal(status, 200);
  const [oidc, ldap] = listAt(body, 'items');
  assert.partialDeepStrictEqual(valueAt(oidc, 'settings', 0), {
    name: 'issuer',
    type: 'url',
    required: true,
  });
  assert.partialDeepStrictEqual(valueAt(ldap, 'settings', 1), { name: 'ca', multiline: true });
});
