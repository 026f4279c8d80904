import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { assertBookHolds } from '#pipeline/testing/assert-book-holds.ts';
import { showOutcomes } from '#pipeline/testing/show-book.ts';
import { arriving } from '#pipeline/testing/story.ts';
import { submission } from '#pipeline/testing/submission.ts';
import { TODAY, testWorld, type World } from '#pipeline/testing/test-world.ts';
import { listFlows } from '#storage/flows.ts';
import { freshDatabase } from '#storage/testing/fresh-database.ts';
import { GroupCommit } from './group-commit.ts';
import type { LaneWorker } from './post-lane.ts';

const database = await freshDatabase({ after });

const anId = fc.constantFrom('1', '2', '3', '4');
const aState = fc.constantFrom(
  '113.00',
  '226.00',
  '226.00 refunded 13.00',
  '113.00 refunded 26.00',
  'cancelled',
);
const aRecord = fc.record({ id: anId, state: aState });
const aStep = fc.record({ page: fc.array(aRecord, { minLength: 1, maxLength: 6 }), posts: fc.boolean() });

interface Told {
  readonly id: string;
  readonly state: string;
}

/** What each thing comes to once all is posted: its newest version counts, and what was told before is no version. */
function netOf(told: readonly Told[]): Map<string, bigint> {
  const seen = new Set<string>();
  const net = new Map<string, bigint>();
  for (const { id, state } of told) {
    if (seen.has(`${id} ${state}`)) continue;
    seen.add(`${id} ${state}`);
    const [total = '', , refund = '0'] = state.split(' ');
    net.set(id, total === 'cancelled' ? 0n : minor(total) - minor(refund));
  }
  return net;
}

const minor = (text: string) => BigInt(Math.round(Number(text) * 100));

async function owed({ database, bookId }: World): Promise<bigint> {
  const [row] = await database.query<{ owed: bigint }>(
    `select coalesce(sum(debit_minor - credit_minor), 0)::int8 as owed from account_totals
       join accounts using (book_id, account_id) where book_id = $1 and code = '1122'`,
    [bookId],
  );
  return row!.owed;
}

async function drain(worker: LaneWorker): Promise<void> {
  while ((await worker.round()) > 0);
}

test('batches: however versions arrive and however batches are cut, what stands is the newest of each', async (t) => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(aStep, { minLength: 1, maxLength: 5 }),
      fc.integer({ min: 1, max: 5 }),
      async (steps, batchSizeMax) => {
        const world = await testWorld(t, { database });
        const worker = world.worker({ batchSizeMax });
        for (const { page, posts } of steps) {
          await world.collect(page.map(({ id, state }) => arriving(`${id} ${state}`)));
          if (posts) await worker.round();
        }
        await drain(worker);
        const net = netOf(steps.flatMap(({ page }) => page));
        assert.equal(
          await owed(world),
          [...net.values()].reduce((sum, one) => sum + one, 0n),
        );
        await assertBookHolds(world);
        assert.deepEqual(world.reported, []);
      },
    ),
    { numRuns: 30 },
  );
});

test('batches: two workers and single documents on one book at once lose nothing and leave no gap', async (t) => {
  const world = await testWorld(t, { connectionsMax: 12 });
  const flow = (await listFlows(world.database))[0]!;
  const commit = new GroupCommit({ ...world, today: () => TODAY, postedBy: 'tongzhang' });
  const workers = [world.worker({ batchSizeMax: 7 }), world.worker({ batchSizeMax: 11 })];
  let collecting = true;
  const posting = workers.map(async (worker) => {
    while (collecting) if ((await worker.round()) === 0) await new Promise(setImmediate);
    await drain(worker);
  });
  const pages = Array.from({ length: 12 }, (_, page) =>
    world.collect(Array.from({ length: 10 }, (_, i) => arriving(`L${page}-${i} 113.00`))),
  );
  const singles = Array.from({ length: 60 }, (_, i) =>
    commit.submit(submission(world, flow, `S${i} 226.00`)),
  );
  await Promise.all(pages);
  const answers = await Promise.all(singles);
  collecting = false;
  await Promise.all(posting);
  await drain(workers[0]!);
  assert.ok(answers.every(({ outcome, repeated }) => outcome.kind === 'posted' && !repeated));
  assert.equal(await owed(world), 120n * 11_300n + 60n * 22_600n);
  assert.ok((await showOutcomes(world)).every((outcome) => / posted /.test(outcome)));
  await assertBookHolds(world);
  assert.deepEqual(world.reported, []);
});

test('single documents: each caller gets its own answer, the second of two equal ones that of the first', async (t) => {
  const world = await testWorld(t, { database });
  const flow = (await listFlows(database)).find((one) => one.book_id === world.bookId)!;
  const commit = new GroupCommit({ ...world, today: () => TODAY, postedBy: 'tongzhang' });
  const texts = ['1 113.00', '2 226.00 to C9', '1 113.00', '3 cancelled', '1 339.00'];
  const answers = await Promise.all(texts.map((text) => commit.submit(submission(world, flow, text))));
  const shown = answers.map(({ outcome, repeated }) => {
    const again = repeated ? ' again' : '';
    if (outcome.kind === 'held') return `held ${outcome.findings.map(({ code }) => code)}${again}`;
    if (outcome.kind === 'ignored') return `ignored ${outcome.reason}${again}`;
    return `posted ${outcome.documents.map(({ voucher }) => `${voucher?.word}-${voucher?.number}`)}${again}`;
  });
  assert.deepEqual(shown, [
    'posted 记-1',
    'held dimension_unknown',
    'posted 记-1 again',
    'ignored no_document_applies',
    'posted 记-3',
  ]);
  await assertBookHolds(world);
});
