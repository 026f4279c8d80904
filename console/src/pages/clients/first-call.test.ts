import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstCall } from './first-call.ts';

const hub = 'https://hub.test';

for (const [method, scopes, proof, call] of [
  ['client_secret_basic', ['books:read'], "-u 'crm:s3'", "'https://hub.test/api/v1/books'"],
  ['client_secret_post', ['audit:read'], "'client_secret=s3'", "'https://hub.test/api/v1/audit?limit=1'"],
  ['private_key_jwt', ['periods:close'], 'client_assertion=JWT', "'https://hub.test/api/v1/permissions'"],
  ['client_secret_basic', ['documents:post'], '-u', '/api/v1/books/BOOK/documents?flow=FLOW'],
] as const) {
  test(`clients: the first call of one with ${scopes} by ${method}`, () => {
    const lines = firstCall({ client: { id: 'crm', method, scopes: [...scopes] }, secret: 's3', hub });
    assert.ok(lines.includes(proof), lines);
    assert.ok(lines.includes(call), lines);
    assert.ok(lines.includes('https://hub.test/oauth/token'), lines);
  });
}
