import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Retry } from '#core/trouble/trouble.ts';
import { ATTEMPTS_MAX, BACKOFF_MAX_MS, decideNextStep } from './backoff.ts';

const RETRY: Retry = { kind: 'retry' };
const minute = 60_000;

// What the fault advises, which attempt failed, the dice, what comes next.
for (const [retry, attempts, random, next] of [
  [RETRY, 1, 0, 'owed in 500'],
  [RETRY, 1, 0.999, 'owed in 1000'],
  [RETRY, 2, 0, 'owed in 1000'],
  [RETRY, 5, 0.5, 'owed in 12000'],
  [RETRY, 11, 0, `owed in ${7.5 * minute}`],
  [RETRY, 19, 0.999_999, `owed in ${BACKOFF_MAX_MS}`],
  [RETRY, ATTEMPTS_MAX, 0, 'dead'],
  [{ kind: 'wait', waitMs: 7_000 }, 1, 0.5, 'owed in 7000'],
  [{ kind: 'wait', waitMs: 7_000 }, ATTEMPTS_MAX + 5, 0.5, 'owed in 7000'],
  [{ kind: 'reconnect' }, 1, 0.5, 'owed in 0'],
  [{ kind: 'reconnect' }, ATTEMPTS_MAX, 0.5, 'dead'],
  [{ kind: 'never' }, 1, 0.5, 'refused'],
] as const) {
  test(`backoff: ${JSON.stringify(retry)} after attempt ${attempts} → ${next}`, () => {
    const { state, waitMs } = decideNextStep(retry, attempts, random);
    assert.equal(state === 'owed' ? `owed in ${waitMs}` : state, next);
  });
}
