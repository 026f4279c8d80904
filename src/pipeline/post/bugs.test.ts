import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { Fault } from '#core/trouble/trouble.ts';
import { assertBookHolds } from '#pipeline/testing/assert-book-holds.ts';
import { showOutcomes, showVouchers } from '#pipeline/testing/show-book.ts';
import { arriving } from '#pipeline/testing/story.ts';
import { TODAY, testWorld, type World } from '#pipeline/testing/test-world.ts';
import { listExceptions } from '#storage/exceptions.ts';
import { listFlows } from '#storage/flows.ts';
import { findRun } from '#storage/runs.ts';
import { freshDatabase } from '#storage/testing/fresh-database.ts';
import { BookCache } from './book-cache.ts';
import { GroupCommit } from './group-commit.ts';
import { replayRecords } from './replay.ts';

const database = await freshDatabase({ after });

/** A mapping that falls over a note. `what` comes out of it. */
class BrokenCache extends BookCache {
  readonly #what: () => Error;

  constructor(what: () => Error) {
    super();
    this.#what = what;
  }

  override async flow(...wanted: Parameters<BookCache['flow']>) {
    const flow = await super.flow(...wanted);
    const run: typeof flow.compiled.run = (records, ports) => {
      if (JSON.stringify(records).includes('"note":"bug"')) throw this.#what();
      return flow.compiled.run(records, ports);
    };
    return { ...flow, compiled: { ...flow.compiled, run } };
  }
}

const bug = () => new Error('bug: the mapping fell over');

async function drain(world: World, cache: BookCache, batchSizeMax: number): Promise<void> {
  const worker = world.worker({ cache, batchSizeMax });
  while ((await worker.round()) > 0);
}

for (const [broken, batchSizeMax] of [
  [[0], 100],
  [[29], 100],
  [[3, 4, 17], 100],
  [[3, 4, 17], 8],
  [[5], 1],
] as const) {
  test(`bug: in record ${broken.join(', ')} of 30, ${batchSizeMax} at a time, holds these and no other`, async (t) => {
    const world = await testWorld(t, { database });
    const isBroken = (i: number) => broken.some((one) => one === i);
    const runId = await world.collect(
      Array.from({ length: 30 }, (_, i) => arriving(`${i} 113.00${isBroken(i) ? ' note bug' : ''}`)),
    );
    await drain(world, new BrokenCache(bug), batchSizeMax);
    const outcomes = await showOutcomes(world);
    assert.deepEqual(
      outcomes.flatMap((outcome, i) => (/ held processing_failed$/.test(outcome) ? [i] : [])),
      broken,
    );
    assert.equal(outcomes.filter((outcome) => / posted /.test(outcome)).length, 30 - broken.length);
    assert.ok(world.reported.length > 0, 'somebody hears of it');
    const run = await findRun(database, runId);
    assert.deepEqual([run?.posted, run?.held], [BigInt(30 - broken.length), BigInt(broken.length)]);
    await assertBookHolds(world);
  });
}

test('bug: the exception says what to report; a replay after the repair posts the record', async (t) => {
  const world = await testWorld(t, { database });
  await world.collect([arriving('1 113.00 note bug')]);
  await drain(world, new BrokenCache(bug), 100);
  const { bookId } = world;
  const [exception] = await listExceptions(database, { bookId, state: 'open', limit: 10 });
  assert.deepEqual(exception?.findings[0]?.params, { reason: 'bug: the mapping fell over' });
  const flow = (await listFlows(database)).find((one) => one.book_id === bookId)!;
  const wish = { flow, recordIds: [exception!.record_id], by: 'li' };
  await database.transaction((tx) => replayRecords(tx, wish));
  await world.post();
  assert.deepEqual(await showOutcomes(world), ['1 posted 记-1']);
});

test('bug: what only lacks its database is no bug: nothing is held, and it is posted later', async (t) => {
  const world = await testWorld(t, { database });
  await world.collect([arriving('1 113.00 note bug'), arriving('2 226.00')]);
  const gone = () => new Fault('database_unreachable', { retry: { kind: 'retry' } });
  await assert.rejects(drain(world, new BrokenCache(gone), 100), /database_unreachable/);
  assert.deepEqual(await showOutcomes(world), ['1 waiting', '2 waiting']);
  await world.post();
  assert.deepEqual(await showVouchers(world), ['记-1 113.00', '记-2 226.00']);
});

test('bug: a single document that falls over is kept on hold, and refuses no other', async (t) => {
  const world = await testWorld(t, { database });
  const { bookId, shopId: connectionId } = world;
  const flow = (await listFlows(database)).find((one) => one.book_id === bookId)!;
  const cache = new BrokenCache(bug);
  const commit = new GroupCommit({ database, cache, today: () => TODAY, postedBy: 'tongzhang' });
  const answers = await Promise.allSettled(
    ['1 113.00', '2 226.00 note bug', '3 339.00'].map((text) => {
      const { kind, externalId, mediaType, raw } = arriving(text);
      const [flowId, flowVersionId] = [flow.flow_id, flow.published_version_id!];
      return commit.submit({ kind, externalId, mediaType, raw, bookId, connectionId, flowId, flowVersionId });
    }),
  );
  assert.deepEqual(
    answers.map((answer) => answer.status === 'fulfilled' && answer.value.outcome.kind),
    ['posted', 'held', 'posted'],
  );
  assert.deepEqual(await showOutcomes(world), ['1 posted 记-1', '2 held processing_failed', '3 posted 记-2']);
  assert.deepEqual(await showVouchers(world), ['记-1 113.00', '记-2 339.00']);
  await assertBookHolds(world);
});
