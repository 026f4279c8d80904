import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tell } from '#pipeline/testing/story.ts';
import { testWorld } from '#pipeline/testing/test-world.ts';
import { findConnectionById } from '#storage/connections.ts';
import { connectionsWithDeliveries } from '#storage/deliveries.ts';
import { changePause, requireUnpaused } from './pause-connection.ts';

test('what is owed to a connection that waits stays owed, and goes on with it', async (t) => {
  const world = await testWorld(t);
  const { database, ledgerId } = world;
  const change = async (note: string | null) => {
    const connection = (await findConnectionById(database, ledgerId))!;
    return changePause(database, { connection, note, by: 'test', now: new Date(0) });
  };
  await change('月末盘点');
  await tell(world, '1 113.00 → post');
  assert.deepEqual(await connectionsWithDeliveries(database), []);
  assert.equal(await world.deliver(), 0, 'a worker that was about to send does not');
  await assert.rejects(requireUnpaused(database, ledgerId), { code: 'connection_paused' });
  assert.equal(world.ledger.heard.length, 0);

  await change(null);
  await requireUnpaused(database, ledgerId);
  assert.equal(await world.deliver(), 1);
  assert.equal(world.ledger.heard.filter((line) => line.startsWith('send')).length, 1);
});
