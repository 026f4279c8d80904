import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstPair, versionState } from './version-state.ts';

const at = '2026-03-01T00:00:00Z';
const version = (number: number, publishedAt: string | null = at) => ({ version: number, publishedAt });

for (const [versions, inForce, states, pair] of [
  [[version(1, null)], null, 'draft', null],
  [[version(2, null), version(1)], 1, 'draft inForce', { before: 1, after: 2 }],
  [[version(3), version(2), version(1)], 3, 'inForce earlier earlier', { before: 2, after: 3 }],
  // Rolled back to the first.
  [[version(3), version(2), version(1)], 1, 'earlier earlier inForce', { before: 1, after: 3 }],
] as const) {
  test(`versions: ${versions.length} with ${inForce} in force are ${states}`, () => {
    assert.equal(versions.map((one) => versionState(one, inForce)).join(' '), states);
    assert.deepEqual(firstPair(versions, inForce), pair);
  });
}
