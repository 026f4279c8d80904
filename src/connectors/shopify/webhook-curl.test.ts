import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { isSigned } from './webhook.ts';
import { webhookCurl } from './webhook-curl.ts';

test('the line of curl signs the very bytes it sends', () => {
  const line = webhookCurl('https://hub.example.com/hooks/shop');
  // A curl that only says what it was told.
  const script = `curl() { printf '%s\\n' "$@"; }; SECRET=hush; ${line}`;
  const told = execFileSync('sh', ['-c', script], { encoding: 'utf8' }).trim().split('\n');
  const signature = told.find((text) => text.startsWith('x-shopify-hmac-sha256: '))?.slice(23) ?? '';
  const body = told[told.indexOf('-d') + 1] ?? '';
  assert.equal(told[2], 'https://hub.example.com/hooks/shop');
  assert.ok(isSigned(Buffer.from(body), signature, 'hush'), line);
});
