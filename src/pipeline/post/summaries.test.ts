import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { changePeriod } from '#pipeline/books/change-period.ts';
import { TILL_FLOW } from '#pipeline/testing/order-flow.ts';
import { allVouchers, showBook, showOutcomes, showVouchers } from '#pipeline/testing/show-book.ts';
import { arriving, tell } from '#pipeline/testing/story.ts';
import { TODAY, testWorld, type World } from '#pipeline/testing/test-world.ts';
import { setPeriodState } from '#storage/book-data.ts';
import { documentsOfVoucher } from '#storage/documents.ts';
import { listFlows } from '#storage/flows.ts';
import { freshDatabase } from '#storage/testing/fresh-database.ts';
import { GroupCommit } from './group-commit.ts';

const database = await freshDatabase({ after });

const DAY = '2026-03-10';
const receipt = (id: string, total: string, store: string, more = '') =>
  `${id} ${total} store ${store} ${more}`;

/** Numbers of the documents behind each voucher, in order. */
async function drillDown(world: World): Promise<string[]> {
  const vouchers = await allVouchers(world);
  const documents = await Promise.all(
    vouchers.map(({ id }) => documentsOfVoucher(world.database, world.bookId, id)),
  );
  return vouchers.map(
    ({ word, number }, i) =>
      `${word}-${number}: ${documents[i]!.map((one) => `${one.number} ${one.state}`).join(', ')}`,
  );
}

test('summary: one voucher a day and store, and every receipt stays behind it', async (t) => {
  const world = await testWorld(t, { database, flows: [TILL_FLOW] });
  const page = [
    receipt('1', '10.00', 'S1'),
    receipt('2', '20.50', 'S1'),
    receipt('3', '5.00', 'S2'),
    receipt('4', '7.00', 'S1', 'on 2026-03-11'),
  ];
  await tell(world, `${page.join(' + ')} → post`);
  assert.deepEqual(await showBook(world), [
    `收-1: D 1001 30.50 '门店 S1 ${DAY}' | C 6001 30.50 '门店 S1 ${DAY}'`,
    `收-2: D 1001 5.00 '门店 S2 ${DAY}' | C 6001 5.00 '门店 S2 ${DAY}'`,
    "收-3: D 1001 7.00 '门店 S1 2026-03-11' | C 6001 7.00 '门店 S1 2026-03-11'",
  ]);
  assert.deepEqual(await drillDown(world), ['收-1: 1 posted, 2 posted', '收-2: 3 posted', '收-3: 4 posted']);
});

// What happens, what stands in the book, what became of each receipt.
for (const [what, story, book, outcomes] of [
  [
    'a receipt of a closed month is held alone',
    `${receipt('1', '10.00', 'S1')} + ${receipt('2', '5.00', 'S1', 'on 2026-01-31')} → post`,
    '收-1 10.00',
    '1 posted 收-1, 2 held period_closed',
  ],
  [
    'a receipt that comes late gives a further voucher',
    `${receipt('1', '10.00', 'S1')} → post → ${receipt('2', '5.00', 'S1')} → post`,
    '收-1 10.00, 收-2 5.00',
    '1 posted 收-1, 2 posted 收-2',
  ],
  [
    'changed before the summary: only the newest version is in it',
    `${receipt('1', '10.00', 'S1')} + ${receipt('1', '12.00', 'S1')} + ${receipt('2', '5.00', 'S1')} → post`,
    '收-1 17.00',
    '1 reversed, 1 posted 收-1, 2 posted 收-1',
  ],
  [
    'changed after the summary: held, because the voucher stands for others too',
    `${receipt('1', '10.00', 'S1')} + ${receipt('2', '5.00', 'S1')} → post → ${receipt('1', '12.00', 'S1')} → post`,
    '收-1 15.00',
    '1 posted 收-1, 2 posted 收-1, 1 held changed_after_summary',
  ],
  [
    'changed after the summary, and alone in it: reversed and summarised anew',
    `${receipt('1', '10.00', 'S1')} → post → ${receipt('1', '12.00', 'S1')} → post`,
    '收-1 10.00, 收-2 -10.00 of 收-1, 收-3 12.00',
    '1 reversed 收-1, 1 posted 收-3',
  ],
] as const) {
  test(`summary: ${what}`, async (t) => {
    const world = await testWorld(t, { database, flows: [TILL_FLOW] });
    await tell(world, story);
    assert.equal((await showVouchers(world)).join(', '), book);
    assert.equal((await showOutcomes(world)).join(', '), outcomes);
    assert.deepEqual(world.reported, []);
  });
}

test('summary: a month that is closed before the summary holds every receipt behind it, and a replay posts them', async (t) => {
  const world = await testWorld(t, { flows: [TILL_FLOW] });
  const [flow] = await listFlows(world.database);
  // Without a run: only staged until the next round of a worker.
  const commit = new GroupCommit({ ...world, today: () => TODAY, postedBy: 'tongzhang' });
  await changeMonth(world, 202602, 'closed');
  const texts = [receipt('1', '10.00', 'S1'), receipt('2', '5.00', 'S1')];
  const answers = await Promise.all(
    texts.map((text) => {
      const { changedAt: _, ...record } = arriving(text);
      const { flow_id: flowId, published_version_id: flowVersionId } = flow!;
      const { bookId, shopId: connectionId } = world;
      return commit.submit({ ...record, bookId, connectionId, flowId, flowVersionId: flowVersionId! });
    }),
  );
  assert.deepEqual(
    answers.map(
      ({ outcome }) => outcome.kind === 'posted' && outcome.documents.map(({ voucher }) => voucher),
    ),
    [[null], [null]],
  );
  // The list for closing does not let a month be closed so; whatever way it came to be, nothing is posted into it.
  await setPeriodState(world.database, world.bookId, { period: 202603, state: 'closed', by: 'li' });
  await world.post();
  assert.deepEqual(await showVouchers(world), []);
  assert.deepEqual(await showOutcomes(world), [
    '1 reversed, held period_closed',
    '2 reversed, held period_closed',
  ]);
  await changeMonth(world, 202603, 'open');
  await tell(world, `${texts.map((text) => `${text} rev 2`).join(' + ')} → post`);
  assert.deepEqual(await showVouchers(world), ['收-1 15.00']);
  assert.deepEqual(world.reported, []);
});

async function changeMonth(world: World, period: number, to: 'open' | 'closed'): Promise<void> {
  const done = await world.database.transaction((tx) =>
    changePeriod(tx, world.cache, { bookId: world.bookId, period, to, by: 'li' }),
  );
  assert.ok(done.ok, JSON.stringify(done));
}
