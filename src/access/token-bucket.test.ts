import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TokenBuckets } from './token-bucket.ts';

test('rate: a minute’s allowance at once, then steadily', () => {
  let now = 0;
  const buckets = new TokenBuckets({ namesMax: 2, nowMs: () => now });
  const take = (name = 'a') => {
    const { isGranted, remaining, waitMs } = buckets.take(name, 3);
    return `${isGranted ? 'yes' : 'no'} ${remaining} ${waitMs}`;
  };
  for (const [at, told] of [
    [0, 'yes 2 0'],
    [0, 'yes 1 0'],
    [0, 'yes 0 20000'],
    [0, 'no 0 20000'],
    [19_999, 'no 0 1'],
    [20_000, 'yes 0 20000'],
    [10 * 60_000, 'yes 2 0'],
  ] as const) {
    now = at;
    assert.equal(take(), told, `at ${at} ms`);
  }
});

test('rate: names do not share, and the least recent is forgotten', () => {
  const buckets = new TokenBuckets({ namesMax: 2, nowMs: () => 0 });
  buckets.take('a', 1);
  assert.equal(buckets.take('a', 1).isGranted, false);
  assert.equal(buckets.take('b', 1).isGranted, true);
  buckets.take('c', 1);
  assert.equal(buckets.take('b', 1).isGranted, false);
  assert.equal(buckets.take('a', 1).isGranted, true);
});
