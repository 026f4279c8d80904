import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decideOutcome } from './decide-outcome.ts';

// status, attempts made, what becomes of the message and when it is tried again
for (const [status, attempts, expected] of [
  [200, 1, 'sent'],
  [204, 3, 'sent'],
  [301, 1, 'waiting 5 s'],
  [400, 1, 'waiting 5 s'],
  [500, 2, 'waiting 300 s'],
  [429, 3, 'waiting 1800 s'],
  [null, 4, 'waiting 7200 s'],
  [503, 9, 'waiting 86400 s'],
  [503, 10, 'failed'],
  [410, 1, 'failed, gone'],
] as const) {
  test(`webhooks: ${status} at attempt ${attempts} → ${expected}`, () => {
    const { state, waitMs, isGone } = decideOutcome({ status, code: null }, attempts, 0);
    const wait = waitMs > 0 ? ` ${waitMs / 1_000} s` : '';
    assert.equal(`${state}${wait}${isGone ? ', gone' : ''}`, expected);
  });
}

test('webhooks: the wait is up to a tenth longer', () => {
  assert.equal(decideOutcome({ status: 500, code: null }, 1, 1).waitMs, 5_500);
});
