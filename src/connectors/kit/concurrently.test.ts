import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mapConcurrently } from './concurrently.ts';

test('results keep their order and no more than the width is at work', async () => {
  let working = 0;
  let most = 0;
  const results = await mapConcurrently([5, 1, 4, 2, 3], 2, async (item) => {
    working += 1;
    most = Math.max(most, working);
    for (let turn = 0; turn < item; turn += 1) await Promise.resolve();
    working -= 1;
    return item * 10;
  });
  assert.deepEqual(results, [50, 10, 40, 20, 30]);
  assert.equal(most, 2);
});

test('after a failure nothing begins, and what was begun has ended', async () => {
  const begun: number[] = [];
  const ended: number[] = [];
  const run = mapConcurrently([0, 1, 2, 3, 4], 2, async (item) => {
    begun.push(item);
    await Promise.resolve();
    if (item === 0) throw new Error('first');
    await Promise.resolve();
    ended.push(item);
  });
  await assert.rejects(run, /first/);
  assert.deepEqual(begun, [0, 1]);
  assert.deepEqual(ended, [1]);
});
