import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { changeRun } from '#pipeline/collect/change-run.ts';
import { assertBookHolds } from '#pipeline/testing/assert-book-holds.ts';
import { ORDER_FLOW } from '#pipeline/testing/order-flow.ts';
import { showOutcomes } from '#pipeline/testing/show-book.ts';
import { arriving } from '#pipeline/testing/story.ts';
import { testWorld, type World } from '#pipeline/testing/test-world.ts';
import { saveCrosswalk } from '#storage/book-data.ts';
import { freshDatabase } from '#storage/testing/fresh-database.ts';

const database = await freshDatabase({ after });

const NAMED = ORDER_FLOW.replace(
  'customer: { path: customer, required: true }',
  'customer: { path: customer, required: true, crosswalk: customers }',
);

const call = (world: World, to: string) =>
  saveCrosswalk(database, world.bookId, [
    { name: 'customers', from: 'C1', to, confidence: 1, confirmedBy: 'li' },
  ]);

const POSTED = ['1', '2', '3', '4'].map((id, i) => `${id} posted 记-${i + 1}`);
const OTHERS = ['5', '6', '7', '8'].map((id, i) => `${id} posted 记-${i + 5}`);

/** What happens after 1 to 4 are posted and 5 to 8 were read ahead, and what stands in the end. */
const MEANWHILE: readonly {
  title: string;
  happens: (world: World, runId: bigint) => Promise<unknown>;
  outcomes: readonly string[];
  customers?: readonly string[];
}[] = [
  { title: 'nothing', happens: async () => undefined, outcomes: [...POSTED, ...OTHERS] },
  {
    title: 'another worker posts it',
    happens: (world) => world.post(),
    outcomes: [...POSTED, ...OTHERS],
  },
  {
    title: 'another worker posts a part of it',
    happens: (world) => world.worker({ batchSizeMax: 2 }).round(),
    outcomes: [...POSTED, ...OTHERS],
  },
  {
    title: 'its run is cancelled',
    happens: (_, runId) => database.transaction((tx) => changeRun(tx, { runId, to: 'cancelled', by: 'li' })),
    outcomes: [...POSTED, ...['5', '6', '7', '8'].map((id) => `${id} ignored run_cancelled`)],
  },
  {
    title: 'its run waits and goes on',
    happens: async (_, runId) => {
      await database.transaction((tx) => changeRun(tx, { runId, to: 'paused', by: 'li' }));
      await database.transaction((tx) => changeRun(tx, { runId, to: 'resumed', by: 'li' }));
    },
    outcomes: [...POSTED, ...OTHERS],
  },
  {
    title: 'the crosswalk changes',
    happens: (world) => call(world, 'C2'),
    outcomes: [...POSTED, ...OTHERS],
    customers: ['C1', 'C1', 'C1', 'C1', 'C2', 'C2', 'C2', 'C2'],
  },
  {
    title: 'a newer version comes',
    happens: (world) => world.collect([arriving('5 226.00')]),
    outcomes: [...POSTED, '5 reversed 记-5', ...OTHERS.slice(1), '5 posted 记-10'],
  },
];

for (const { title, happens, outcomes, customers } of MEANWHILE) {
  test(`what was read ahead is posted as it stands once its turn comes: ${title}`, async (t) => {
    const world = await testWorld(t, { database, flows: [NAMED] });
    await call(world, 'C1');
    const worker = world.worker({ batchSizeMax: 4 });
    const runId = await world.collect(Array.from({ length: 8 }, (_, i) => arriving(`${i + 1} 113.00`)));
    assert.equal(await worker.postBook(world.bookId), 4);
    await worker.stop();
    await happens(world, runId);
    while ((await worker.round()) > 0);
    assert.deepEqual(await showOutcomes(world), outcomes);
    if (customers) assert.deepEqual(await customersOf(world), customers);
    await assertBookHolds(world);
    assert.deepEqual(world.reported, []);
  });
}

async function customersOf(world: World): Promise<string[]> {
  const rows = await database.query<{ customer: string }>(
    'select partner as customer from documents where book_id = $1 order by document_id',
    [world.bookId],
  );
  return rows.map(({ customer }) => customer);
}
