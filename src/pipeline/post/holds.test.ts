import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { ORDER_FLOW } from '#pipeline/testing/order-flow.ts';
import { showBook, showOutcomes, showVouchers } from '#pipeline/testing/show-book.ts';
import { tell } from '#pipeline/testing/story.ts';
import { testWorld, type World } from '#pipeline/testing/test-world.ts';
import { listExceptions } from '#storage/exceptions.ts';
import { type FlowRow, findFlowVersion, listFlows } from '#storage/flows.ts';
import { findRun } from '#storage/runs.ts';
import { freshDatabase } from '#storage/testing/fresh-database.ts';
import { dismissException, replayRecords, replayRun } from './replay.ts';

const database = await freshDatabase({ after });
const HOLDING_FLOW = ORDER_FLOW.replace('onNewVersion: reverse', 'onNewVersion: hold');
/** All revenue goes to another account. */
const OTHER_ACCOUNT_FLOW = ORDER_FLOW.replaceAll('"6001"', '"6051"');

async function openException({ database, bookId }: World) {
  const open = await listExceptions(database, { bookId, state: 'open', limit: 10 });
  assert.equal(open.length, 1);
  return open[0]!;
}

async function flowOf({ database, bookId }: World): Promise<FlowRow> {
  return (await listFlows(database)).find((flow) => flow.book_id === bookId)!;
}

async function release(world: World): Promise<void> {
  const exception = await openException(world);
  const wish = { flow: await flowOf(world), recordIds: [exception.record_id], by: 'li' };
  await database.transaction((tx) => replayRecords(tx, { ...wish, released: exception.codes }));
  await world.post();
}

test('hold: a changed order waits for a person where the flow says so; released, it is reversed and posted anew', async (t) => {
  const world = await testWorld(t, { database, flows: [HOLDING_FLOW] });
  await tell(world, '1 113.00 → post → 1 226.00 → post');
  assert.deepEqual(await showVouchers(world), ['记-1 113.00']);
  assert.deepEqual(await showOutcomes(world), ['1 posted 记-1', '1 held changed_after_posting']);
  await release(world);
  assert.deepEqual(await showVouchers(world), ['记-1 113.00', '记-2 -113.00 of 记-1', '记-3 226.00']);
  assert.deepEqual(await showOutcomes(world), ['1 reversed 记-1', '1 posted 记-3']);
});

test('hold: what was released and comes back unchanged is not held again', async (t) => {
  const check = 'checks: [{ code: small_only, formula: "order_total < 200", effect: hold, at: order_total }]';
  const world = await testWorld(t, {
    database,
    flows: [ORDER_FLOW.replace('  - kind: refund\n    each', `    ${check}\n  - kind: refund\n    each`)],
  });
  await tell(world, '1 226.00 → post');
  await release(world);
  await tell(world, '1 226.00 rev 2 → post');
  assert.deepEqual(await showOutcomes(world), ['1 posted 记-1', '1 ignored unchanged']);
  await tell(world, '1 339.00 → post');
  assert.deepEqual((await openException(world)).codes, ['small_only']);
});

test('hold: a refund that comes later changes nothing that stands, so nobody has to look', async (t) => {
  const world = await testWorld(t, { database, flows: [HOLDING_FLOW] });
  await tell(world, '1 113.00 → post → 1 113.00 refunded 13.00 → post');
  assert.deepEqual(await showVouchers(world), ['记-1 113.00', '记-2 -13.00']);
});

test('hold: dismissed stays out of the book and says who and why; a repaired version may still come', async (t) => {
  const world = await testWorld(t, { database });
  await tell(world, '1 113.00 to C9 → post');
  const exception = await openException(world);
  await database.transaction((tx) => dismissException(tx, { exception, by: 'li', note: 'a test order' }));
  await world.post();
  assert.deepEqual(await showOutcomes(world), ['1 dismissed']);
  const [closed] = await listExceptions(database, { bookId: world.bookId, state: 'dismissed', limit: 10 });
  assert.deepEqual([closed?.closed_by, closed?.note], ['li', 'a test order']);
  await tell(world, '1 113.00 → post');
  assert.deepEqual(await showOutcomes(world), ['1 dismissed', '1 posted 记-1']);
});

test('mapping: what is on the lane keeps the version under which it came', async (t) => {
  const world = await testWorld(t, { database });
  await tell(world, '1 113.00');
  await world.publish(OTHER_ACCOUNT_FLOW);
  await tell(world, '2 226.00 → post');
  const accounts = (await showBook(world)).map((line) => / C (\d+) /.exec(line)?.[1]);
  assert.deepEqual(accounts, ['6001', '6051']);
  const flow = await flowOf(world);
  const version = await findFlowVersion(database, flow.published_version_id!);
  assert.equal(version?.version, 2);
});

// What the new version of the flow says otherwise; whether the voucher of the replayed record changes.
for (const [what, yaml, isReposted] of [
  [
    'another default in the mapping',
    ORDER_FLOW.replace('remark: note', 'remark: { path: note, default: x }'),
    true,
  ],
  ['another account in the template', OTHER_ACCOUNT_FLOW, true],
  ['another summary in the template', ORDER_FLOW.replace('销售 {number}', '订单 {number}'), true],
  ['another template only', ORDER_FLOW.replace('退款 {number}', '退货 {number}'), false],
  ['another title', ORDER_FLOW.replace('订单, en', '网店订单, en'), false],
] as const) {
  test(`replay: ${what} → ${isReposted ? 'reversed and posted anew' : 'left as it stands'}`, async (t) => {
    const world = await testWorld(t, { database });
    await tell(world, '1 113.00 + 2 226.00 → post');
    assert.notEqual(yaml, ORDER_FLOW);
    const flow = await world.publish(yaml);
    const [first] = await recordIds(world);
    for (let i = 0; i < 2; i += 1) {
      await database.transaction((tx) => replayRecords(tx, { flow, recordIds: [first!], by: 'li' }));
      await world.post();
    }
    const reposted = isReposted ? ['记-3 -113.00 of 记-1', '记-4 113.00'] : [];
    assert.deepEqual(await showVouchers(world), ['记-1 113.00', '记-2 226.00', ...reposted]);
    // A newer version that says the same is no replay: what stands of it stays.
    await tell(world, '2 226.00 rev 2 → post');
    assert.equal((await showVouchers(world)).length, 2 + reposted.length + (/default: x/.test(yaml) ? 2 : 0));
  });
}

test('replay: a whole run takes every thing once, in its newest version', async (t) => {
  const world = await testWorld(t, { database });
  await tell(world, '1 113.00 + 1 226.00 + 2 339.00 + 3 113.00 to C9 → post → 2 452.00 → post');
  const [firstRun] = await database.query<{ run_id: bigint }>(
    'select min(run_id) as run_id from records where connection_id = $1',
    [world.shopId],
  );
  const before = await showVouchers(world);
  const flow = await world.publish(
    ORDER_FLOW.replace('path: customer,', 'path: customer, enum: { C1: C1, "*": C2 },'),
  );
  const runId = await database.transaction((tx) =>
    replayRun(tx, { flow, runId: firstRun!.run_id, by: 'li' }),
  );
  await world.post();
  // 1 is unchanged, the first version of 2 is passed over because a newer one came, 3 is repaired.
  assert.deepEqual(await showVouchers(world), [...before, '记-7 113.00']);
  const run = await findRun(database, runId);
  assert.deepEqual([run?.posted, run?.held, run?.ignored], [1n, 0n, 1n]);
});

test('replay: asked for twice at once, the second changes nothing', async (t) => {
  const world = await testWorld(t, { database });
  await tell(world, '1 113.00 to C9 + 2 113.00 → post');
  const flow = await flowOf(world);
  const ids = await recordIds(world);
  for (const by of ['li', 'wang']) {
    await database.transaction((tx) => replayRecords(tx, { flow, recordIds: ids, by }));
  }
  await world.post();
  assert.deepEqual(await showVouchers(world), ['记-1 113.00']);
  assert.deepEqual(await showOutcomes(world), ['1 held dimension_unknown', '2 posted 记-1']);
  assert.deepEqual(world.reported, []);
});

async function recordIds({ shopId }: World): Promise<bigint[]> {
  const rows = await database.query<{ record_id: bigint }>(
    'select record_id from records where connection_id = $1 order by record_id',
    [shopId],
  );
  return rows.map((row) => row.record_id);
}
