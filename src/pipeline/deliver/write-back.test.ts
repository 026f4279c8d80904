import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tell } from '#pipeline/testing/story.ts';
import { testWorld } from '#pipeline/testing/test-world.ts';

const dies = async (point: string) => {
  if (point === 'delivery-claimed') throw new Error('the worker was killed');
};

test('write-back: one that died with its worker is not sent after its successor', async (t) => {
  const world = await testWorld(t);
  await tell(world, '1 113.00 → post');
  await world.deliver();
  await assert.rejects(world.deliver('write-back', { pauseAt: dies }), /killed/);
  await tell(world, '1 226.00 → post');
  await world.deliver();
  assert.equal(await world.deliver('write-back'), 0, 'the older one may still be under way');
  await world.pass(61);
  while ((await world.deliver('write-back')) > 0);
  await world.deliver('write-back');
  assert.deepEqual(world.shop.heard, ['tell 1 delivered: 1: T-3']);
});

test('write-back: documents of one thing are told one after the other', async (t) => {
  const world = await testWorld(t);
  await tell(world, '1 113.00 refunded 13.00 → post');
  await world.deliver();
  const counts = [await world.deliver('write-back'), await world.deliver('write-back')];
  assert.deepEqual([counts, await world.deliver('write-back')], [[1, 1], 0]);
});
