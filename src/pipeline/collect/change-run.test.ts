import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CollectedPage } from '#connectors/kit/connector.ts';
import { replayRun } from '#pipeline/post/replay.ts';
import { assertBookHolds } from '#pipeline/testing/assert-book-holds.ts';
import { arriving } from '#pipeline/testing/story.ts';
import { testWorld, type World } from '#pipeline/testing/test-world.ts';
import { findFlow } from '#storage/flows.ts';
import { ignoredReasons } from '#storage/records.ts';
import { findRun, finishRuns } from '#storage/runs.ts';
import { changeRun, type RunChange } from './change-run.ts';
import { collectFlow } from './collect-flow.ts';

const orders = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => arriving(`O${from + i} 113.00`));

test('a run that waits posts nothing, other runs go on, and resumed it posts everything once', async (t) => {
  const world = await testWorld(t);
  const runId = await world.collect(orders(1, 3));
  assert.deepEqual(await change(world, runId, 'paused'), 'paused');
  await world.collect(orders(10, 11));
  await world.post();
  assert.deepEqual(await posted(world), ['O10', 'O11']);
  await finishRuns(world.database);
  assert.equal((await findRun(world.database, runId))?.state, 'paused');

  assert.equal(await change(world, runId, 'resumed'), 'collected');
  await world.post();
  await finishRuns(world.database);
  assert.deepEqual(await posted(world), ['O1', 'O10', 'O11', 'O2', 'O3']);
  assert.partialDeepStrictEqual(await findRun(world.database, runId), { state: 'done', posted: 3n });
  await assertBookHolds(world);
});

test('what a newer version has overtaken while the run waited is passed over', async (t) => {
  const world = await testWorld(t);
  const runId = await world.collect([arriving('O1 113.00'), arriving('O2 113.00')]);
  await change(world, runId, 'paused');
  await world.collect([arriving('O1 226.00')]);
  await world.post();
  await change(world, runId, 'resumed');
  await world.post();
  assert.deepEqual(await totals(world), ['O1 226.00', 'O2 113.00']);
  assert.partialDeepStrictEqual(await findRun(world.database, runId), { posted: 1n, ignored: 1n });
});

test('a cancelled run posts nothing more, keeps what it brought, and a replay takes it up', async (t) => {
  const world = await testWorld(t);
  const runId = await world.collect(orders(1, 3));
  assert.equal(await change(world, runId, 'cancelled'), 'cancelled');
  await world.post();
  assert.deepEqual(await posted(world), []);
  assert.partialDeepStrictEqual(await findRun(world.database, runId), { posted: 0n, ignored: 3n });
  const [first] = await world.database.query<{ record_id: bigint }>('select record_id from records limit 1');
  assert.deepEqual(
    [...(await ignoredReasons(world.database, [first!.record_id])).values()],
    ['run_cancelled'],
  );
  const flow = (await findFlow(world.database, 'orders'))!;
  await world.database.transaction((tx) => replayRun(tx, { flow, runId, by: 'test' }));
  await world.post();
  assert.deepEqual(await posted(world), ['O1', 'O2', 'O3']);
});

// state of the run               pause            resume             cancel
for (const [name, pause, resume, cancel] of [
  ['under way', 'paused', 'run_not_paused', 'cancelled'],
  ['waiting', 'run_over', 'collected', 'cancelled'],
  ['over', 'run_over', 'run_not_paused', 'run_over'],
] as const) {
  test(`a run ${name}: pause ${pause}, resume ${resume}, cancel ${cancel}`, async (t) => {
    const world = await testWorld(t);
    for (const [to, outcome] of [
      ['paused', pause],
      ['resumed', resume],
      ['cancelled', cancel],
    ] as const) {
      const runId = await world.collect(orders(1, 1));
      if (name === 'waiting') await change(world, runId, 'paused');
      if (name === 'over') await world.post();
      if (name === 'over') await finishRuns(world.database);
      assert.equal(await change(world, runId, to), outcome, to);
      if (to !== 'cancelled') await change(world, runId, 'cancelled');
      await world.database.query('delete from lane');
    }
  });
}

test('whoever collects stops between two pages, and goes on from there in the same run', async (t) => {
  const world = await testWorld(t);
  const asked: unknown[] = [];
  const pages = 4;
  let afterPage = async (_: number) => {};
  Object.assign(world.shop.connector, {
    collect: {
      order: async function* (_: unknown, cursor: { page: number } | null): AsyncGenerator<CollectedPage> {
        asked.push(cursor?.page ?? 0);
        for (let page = cursor?.page ?? 0; page < pages; page++) {
          yield { records: orders(page * 2, page * 2 + 1), cursor: { page: page + 1 } };
          await afterPage(page);
        }
      },
    },
  });
  const flow = (await findFlow(world.database, 'orders'))!;
  const signal = new AbortController().signal;
  let runId = 0n;
  const remember = (id: bigint) => {
    runId = id;
  };
  const work = { flow, startedBy: 'test', signal, started: remember };
  afterPage = async (page) => {
    if (page === 1) await change(world, runId, 'paused');
  };
  await collectFlow(world, work);
  assert.partialDeepStrictEqual(await findRun(world.database, runId), { state: 'paused', collected: 6n });
  afterPage = async () => {};
  const needsCollector = await world.database.transaction((tx) =>
    changeRun(tx, { runId, to: 'resumed', by: 'test' }),
  );
  assert.deepEqual(needsCollector, { ok: true, value: { needsCollector: true } });
  await collectFlow(world, { ...work, goOn: runId });
  await world.post();
  await finishRuns(world.database);
  assert.deepEqual(asked, [0, 3]);
  assert.partialDeepStrictEqual(await findRun(world.database, runId), {
    state: 'done',
    collected: 8n,
    repeated: 0n,
    posted: 8n,
  });
});

test('paused and resumed again and again while two workers post: nothing lost, nothing doubled', async (t) => {
  const world = await testWorld(t, { connectionsMax: 6 });
  const runId = await world.collect(orders(1, 200));
  const workers = [world.worker({ batchSizeMax: 7 }), world.worker({ batchSizeMax: 11 })];
  let isOver = false;
  const posting = workers.map(async (worker) => {
    while (!isOver) await worker.round();
  });
  for (let i = 0; i < 6; i++) {
    await change(world, runId, 'paused');
    await change(world, runId, 'resumed');
  }
  while ((await world.database.query('select 1 from lane limit 1')).length > 0) await workers[0]!.round();
  isOver = true;
  await Promise.all(posting);
  assert.equal((await posted(world)).length, 200);
  assert.partialDeepStrictEqual(await findRun(world.database, runId), { posted: 200n, ignored: 0n });
  await assertBookHolds(world);
});

async function change(world: World, runId: bigint, to: RunChange['to']): Promise<string | undefined> {
  const changed = await world.database.transaction((tx) => changeRun(tx, { runId, to, by: 'test' }));
  return changed.ok ? (await findRun(world.database, runId))?.state : changed.refusal.code;
}

async function posted({ database, bookId }: World): Promise<string[]> {
  const rows = await database.query<{ number: string }>(
    'select number from documents where book_id = $1 and state = \'posted\' order by number collate "C"',
    [bookId],
  );
  return rows.map((row) => row.number);
}

async function totals({ database, bookId }: World): Promise<string[]> {
  const rows = await database.query<{ text: string }>(
    `select number || ' ' || (body -> 'fields' -> 'order_total' ->> 'amount') as text from documents
      where book_id = $1 and state = 'posted' order by number`,
    [bookId],
  );
  return rows.map((row) => row.text);
}
