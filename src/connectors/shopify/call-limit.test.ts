import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pauseMs } from './call-limit.ts';

for (const [header, waitMs] of [
  [null, 0],
  ['1/40', 0],
  ['32/40', 0],
  ['36/40', 2000],
  ['40/40', 4000],
  ['380/400', 3000],
  ['0/0', 0],
  ['many', 0],
] as const) {
  test(`call limit ${header} → wait ${waitMs} ms`, () => assert.equal(pauseMs(header), waitMs));
}
