import assert from 'node:assert/strict';
import { test } from 'node:test';
import { maskSecrets } from './secrets.ts';

for (const [text, masked] of [
  ['token=s3cret+/=', 'token=***'],
  ['token=s3cret%2B%2F%3D&x=1', 'token=***&x=1'],
  ['nothing here', 'nothing here'],
] as const) {
  test(`secrets: ${text} → ${masked}`, () => assert.equal(maskSecrets(text, ['s3cret+/=', 'a']), masked));
}
