import assert from 'node:assert/strict';
import { test } from 'node:test';
import { neighboursOf } from './neighbours.ts';

for (const [id, previous, next] of [
  ['7', null, '5'],
  ['5', '7', '3'],
  ['3', '5', null],
  ['9', null, null],
] as const) {
  test(`neighbours of ${id} in 7 5 3`, () => {
    assert.deepEqual(neighboursOf(['7', '5', '3'], id), { previous, next });
  });
}
