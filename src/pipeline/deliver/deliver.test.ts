import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Mood } from '#pipeline/testing/fake-target.ts';
import { arriving, tell } from '#pipeline/testing/story.ts';
import { testWorld, type World } from '#pipeline/testing/test-world.ts';
import { findConnectionById, setConnectionState } from '#storage/connections.ts';
import { connectionsWithDeliveries, redrive } from '#storage/deliveries.ts';
import { freshDatabase } from '#storage/testing/fresh-database.ts';

const database = await freshDatabase({ after });

interface Shown {
  readonly id: bigint;
  readonly text: string;
}

/** `owed absent, tried 1, in 30 s: connection_lost` */
async function deliveries({ bookId }: World): Promise<Shown[]> {
  const rows = await database.query<{ delivery_id: bigint; text: string }>(
    `select delivery_id, state || ' ' || target_state || ', tried ' || attempts
            || case when state = 'owed' then ', in ' || round(extract(epoch from next_attempt_at - (select max(ended_at) from delivery_attempts a where a.delivery_id = deliveries.delivery_id)), 1)::float8 || ' s' else '' end
            || coalesce(': ' || (error ->> 'code'), '') as text
       from deliveries where book_id = $1 and kind = 'voucher' order by delivery_id`,
    [bookId],
  );
  return rows.map(({ delivery_id: id, text }) => ({ id, text }));
}

const states = async (world: World) => (await deliveries(world)).map(({ text }) => text);

/** What the target heard, without the random beginning of the keys. */
const heardBy = (world: World) => world.ledger.heard.map((line) => line.replace(/ \S+-(\d+)/g, ' $1'));

async function oneOwed(t: Parameters<typeof testWorld>[0]): Promise<World> {
  const world = await testWorld(t, { database });
  await tell(world, '1 113.00 → post');
  return world;
}

test('deliver: the voucher arrives, and its number goes back to where the order came from', async (t) => {
  const world = await oneOwed(t);
  assert.equal(await world.deliver(), 1);
  assert.deepEqual(await states(world), ['done audited, tried 1']);
  assert.equal(await world.deliver(), 0);
  assert.equal(await world.deliver('write-back'), 1);
  assert.equal(await world.deliver('write-back'), 0);
  assert.deepEqual(heardBy(world), ['ask 1', 'send 1']);
  assert.deepEqual(world.shop.heard, ['tell 1 delivered: 1: T-1']);
});

test('deliver: a source hears of every version that is on hold, and why, in their order', async (t) => {
  const world = await testWorld(t, { database });
  await tell(world, '1 113.00 to C9 → post → 1 113.00 to C9 on 2026-01-31 → post');
  while ((await world.deliver('write-back')) > 0);
  assert.deepEqual(world.shop.heard, [
    'tell 1 held: dimension_unknown',
    'tell 1 held: period_closed, dimension_unknown',
  ]);
});

// How the target takes the calls; what stands after the first; then so many seconds go by; what it heard in all.
for (const [mood, first, seconds, heard] of [
  ['lost', 'owed absent, tried 1, in 30 s: connection_lost', 31, ['ask 1', 'send 1', 'ask 1']],
  ['hang', 'owed absent, tried 1, in 30 s: target_timeout', 31, ['ask 1', 'send 1', 'ask 1', 'send 1']],
  ['down', 'owed absent, tried 1, in 0.5 s: target_unreachable', 1, ['ask 1', 'send 1', 'ask 1', 'send 1']],
  ['throttled', 'owed absent, tried 1, in 7 s: throttled', 8, ['ask 1', 'send 1', 'ask 1', 'send 1']],
  ['session', 'owed absent, tried 1, in 0 s: session_lost', 1, ['ask 1', 'send 1', 'ask 1', 'send 1']],
  ['half', 'owed saved, tried 1, in 0.5 s: delivery_unfinished', 1, ['ask 1', 'send 1', 'ask 1']],
] as const satisfies readonly (readonly [Mood, string, number, readonly string[]])[]) {
  test(`deliver: the target is ${mood}: ${first}; then it is asked first, and has it once`, async (t) => {
    const world = await oneOwed(t);
    world.ledger.moods.push(mood);
    assert.equal(await world.deliver('voucher', { callTimeoutMs: 200 }), 1);
    assert.deepEqual(await states(world), [first]);
    if (seconds > 1) assert.equal(await world.deliver(), 0, 'nobody asks before that');
    await world.pass(seconds);
    assert.equal(await world.deliver(), 1);
    assert.deepEqual(await states(world), ['done audited, tried 2']);
    assert.deepEqual(heardBy(world), heard);
    assert.deepEqual([...world.ledger.saved.values()], [1]);
  });
}

test('deliver: refused with its reason, it waits for a person; redriven, the target is asked first', async (t) => {
  const world = await oneOwed(t);
  world.ledger.moods.push('refuses');
  await world.deliver();
  const [delivery] = await deliveries(world);
  assert.equal(delivery?.text, 'refused absent, tried 1: permission_refused');
  await world.pass(86_400);
  assert.equal(await world.deliver(), 0);
  assert.equal(await redrive(database, [delivery!.id]), 1);
  await world.deliver();
  assert.deepEqual(await states(world), ['done audited, tried 2']);
  assert.deepEqual(heardBy(world), ['ask 1', 'send 1', 'ask 1', 'send 1']);
});

test('deliver: after twenty attempts it is dead, and a person can bring it back', async (t) => {
  const world = await oneOwed(t);
  for (let i = 0; i < 20; i += 1) {
    world.ledger.moods.push('down');
    await world.deliver();
    await world.pass(1_000);
  }
  const [delivery] = await deliveries(world);
  assert.equal(delivery?.text, 'dead absent, tried 20: target_unreachable');
  assert.equal(await world.deliver(), 0);
  await redrive(database, [delivery!.id]);
  await world.deliver();
  assert.deepEqual(await states(world), ['done audited, tried 2']);
});

test('deliver: revoked credentials break the connection and owe on; repaired, it goes on where it was', async (t) => {
  const world = await oneOwed(t);
  world.ledger.moods.push('revoked');
  await world.deliver();
  const row = await findConnectionById(database, world.ledgerId);
  assert.deepEqual(
    [row?.state, row?.last_error],
    ['broken', { code: 'credentials_refused', params: { answer: 'revoked' } }],
  );
  assert.deepEqual(await states(world), ['owed absent, tried 1, in 0.5 s: credentials_refused']);
  const waiting = async () =>
    (await connectionsWithDeliveries(database)).filter((one) => one.connection_id === world.ledgerId).length;
  assert.equal(await waiting(), 0, 'a broken connection is left alone');
  await setConnectionState(database, world.ledgerId, { state: 'active', error: null });
  assert.equal(await waiting(), 1);
  await world.pass(1);
  await world.deliver();
  assert.deepEqual(await states(world), ['done audited, tried 2']);
});

test('deliver: five faults in a row close the circuit; after fifteen seconds one call tries', async (t) => {
  const world = await testWorld(t, { database });
  await world.collect(Array.from({ length: 30 }, (_, i) => arriving(`${i} 113.00`)));
  await world.post();
  world.ledger.moods.push('down', 'down', 'down', 'down', 'down');
  for (let i = 0; i < 5; i += 1) {
    await world.deliver();
    await world.pass(1);
  }
  assert.equal(world.ledger.heard.filter((line) => line.startsWith('send')).length, 5);
  assert.equal(await world.deliver(), 0);
  await world.pass(15);
  for (let i = 0; i < 3; i += 1) assert.ok((await world.deliver()) > 0);
  assert.equal(world.ledger.saved.size, 30);
});

test('deliver: many workers at once, and each voucher is sent once', async (t) => {
  const world = await testWorld(t, { database });
  await world.collect(Array.from({ length: 45 }, (_, i) => arriving(`${i} 113.00`)));
  await world.post();
  while ((await Promise.all([1, 2, 3, 4].map(() => world.deliver()))).some((count) => count > 0));
  assert.equal(world.ledger.saved.size, 45);
  assert.ok([...world.ledger.saved.values()].every((times) => times === 1));
  assert.deepEqual(new Set(await states(world)), new Set(['done audited, tried 1']));
});

test('deliver: whoever comes back after it was taken over changes nothing', async (t) => {
  const world = await oneOwed(t);
  const other: unknown[] = [];
  world.ledger.during = async () => {
    world.ledger.during = null;
    await world.pass(60);
    other.push(await world.deliver());
    await world.pass(31);
    // Call and settling together were longer than that: now nobody is waiting for it any more.
    other.push(await world.deliver(), await states(world));
  };
  world.ledger.moods.push('lost');
  await world.deliver();
  assert.deepEqual(other, [0, 1, ['done audited, tried 2']]);
  assert.deepEqual(await states(world), ['done audited, tried 2']);
  assert.deepEqual(heardBy(world), ['ask 1', 'send 1', 'ask 1']);
  await world.deliver('write-back');
  assert.deepEqual(world.shop.heard, ['tell 1 delivered: 1: T-1']);
});

test('deliver: a bug of a connector is reported, counted as an attempt and asked about before the next', async (t) => {
  const world = await oneOwed(t);
  world.ledger.moods.push('bug');
  await world.deliver();
  assert.deepEqual(await states(world), ['owed absent, tried 1, in 30 s: processing_failed']);
  assert.equal(await world.deliver(), 0);
  await world.pass(91);
  await world.deliver();
  assert.deepEqual(await states(world), ['done audited, tried 2']);
  assert.deepEqual(heardBy(world), ['ask 1', 'send 1', 'ask 1', 'send 1']);
});
