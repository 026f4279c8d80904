import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changeRun } from '#pipeline/collect/change-run.ts';
import { arriving } from '#pipeline/testing/story.ts';
import { submission } from '#pipeline/testing/submission.ts';
import { TODAY, testWorld, type World } from '#pipeline/testing/test-world.ts';
import { HOT_PATH, type Tx } from '#storage/database.ts';
import { type FlowRow, listFlows } from '#storage/flows.ts';
import { submitAll } from './group-commit.ts';
import { replayRun } from './replay.ts';
import type { Submission } from './submission.ts';

const BATCH = 20;

test('posting reads no more rows as its book grows, with plans that were made when its tables were empty', async (t) => {
  const world = await testWorld(t, { connectionsMax: 1 });
  const [flow] = await listFlows(world.database);
  const read = [];
  for (let batch = 0; batch < 30; batch++) {
    const texts = Array.from({ length: BATCH }, (_, i) => `${batch}-${i} 113.00`);
    read.push(
      await postAndCount(
        world,
        texts.map((text) => submission(world, flow!, text)),
      ),
    );
  }
  const [, ...later] = read;
  // Fewer, once the server has looked at the tables by itself.
  assert.ok(
    later.every((rows) => rows <= later[0]!),
    `rows read by each batch: ${read}`,
  );
});

// The more records a run brought in, the more there is to read: in proportion, though the planner knows no numbers yet.
for (const [name, act] of [
  ['replayed', (tx: Tx, { flow, runId }: Brought) => replayRun(tx, { flow, runId, by: 'test' })],
  ['cancelled', (tx: Tx, { runId }: Brought) => changeRun(tx, { runId, to: 'cancelled', by: 'test' })],
  [
    'paused and resumed',
    async (tx: Tx, { runId }: Brought) => {
      await changeRun(tx, { runId, to: 'paused', by: 'test' });
      await changeRun(tx, { runId, to: 'resumed', by: 'test' });
    },
  ],
] as const) {
  test(`a run that is ${name} costs no more per record the larger it is`, async (t) => {
    const world = await testWorld(t, { connectionsMax: 1 });
    await world.database.script('alter table records set (autovacuum_enabled = off)');
    const [flow] = await listFlows(world.database);
    const readOf = async (first: number, count: number) => {
      const texts = Array.from({ length: count }, (_, i) => arriving(`O${first + i} 113.00`));
      const runId = await world.collect(texts);
      return world.database.transaction(async (tx) => {
        const before = await rowsRead(tx);
        await act(tx, { flow: flow!, runId });
        return (await rowsRead(tx)) - before;
      });
    };
    const [few, many] = [await readOf(0, 100), await readOf(1_000, 400)];
    assert.ok(many <= few * 4 + 20, `100 records: ${few} rows, 400 records: ${many} rows`);
  });
}

interface Brought {
  readonly flow: FlowRow;
  readonly runId: bigint;
}

function postAndCount(world: World, submissions: readonly Submission[]): Promise<number> {
  const context = { cache: world.cache, today: () => TODAY, postedBy: 'tongzhang' };
  return world.database.transaction(async (tx) => {
    const before = await rowsRead(tx);
    const { remember } = await submitAll(tx, context, { bookId: world.bookId, submissions });
    await tx.script('set constraints all immediate');
    remember();
    return (await rowsRead(tx)) - before;
  }, HOT_PATH);
}

/** By this connection, since it told the server last. */
async function rowsRead(tx: Tx): Promise<number> {
  const [row] = await tx.query<{ n: number }>(
    'select sum(coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::int as n from pg_stat_xact_user_tables',
  );
  return row!.n;
}
