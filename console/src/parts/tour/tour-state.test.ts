import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPlace } from './tour-state.ts';

// kept, open, step
for (const [kept, isOpen, step] of [
  ['', false, 0],
  ['open 0', true, 0],
  ['open 3', true, 3],
  ['away 5', false, 5],
  ['open 99', true, 6],
  ['open -1', false, 0],
  ['nonsense', false, 0],
] as const) {
  test(`tour: kept as "${kept}" → ${isOpen ? 'open' : 'away'} at ${step}`, () => {
    assert.deepEqual(readPlace(kept), { isOpen, step });
  });
}
