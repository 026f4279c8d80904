import assert from 'node:assert/strict';
import { test } from 'node:test';
import { draftOf, flowState } from './flow-state.ts';

for (const [publishedVersion, newestVersion, enabled, state, draft] of [
  [null, 1, true, 'draft', null],
  [1, 1, true, 'running', null],
  [1, 3, true, 'running', 3],
  [2, 2, false, 'off', null],
  // Rolled back: what is newer is not waiting to be published, yet it is what an editor opens.
  [1, 2, false, 'off', 2],
] as const) {
  test(`flow: published ${publishedVersion}, newest ${newestVersion}, on ${enabled} is ${state}`, () => {
    const flow = { publishedVersion, newestVersion, enabled };
    assert.deepEqual([flowState(flow), draftOf(flow)], [state, draft]);
  });
}
