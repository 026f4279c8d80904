import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nextOf } from './next-address.ts';

// Only a path of this console: anything that a browser might read as another host leads home.
for (const [wanted, address] of [
  [null, '/'],
  ['/records?state=held', '/records?state=held'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['https://evil.example', '/'],
  ['javascript:alert(1)', '/'],
  ['', '/'],
] as const) {
  test(`sign-in: ${wanted} leads to ${address}`, () => assert.equal(nextOf(wanted), address));
}
