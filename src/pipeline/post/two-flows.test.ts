import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { ORDER_FLOW } from '#pipeline/testing/order-flow.ts';
import { showOutcomes, showVouchers } from '#pipeline/testing/show-book.ts';
import { arriving, tell } from '#pipeline/testing/story.ts';
import { testWorld } from '#pipeline/testing/test-world.ts';
import { listExceptions } from '#storage/exceptions.ts';
import { freshDatabase } from '#storage/testing/fresh-database.ts';

const database = await freshDatabase({ after });

/** Takes the same orders once more. */
const SECOND_FLOW = ORDER_FLOW.replace('flow: orders', 'flow: again');

/** Makes something else of a kind of record. */
const freightOf = (record: string) => `
flow: freight-of-${record}
title: { zh: 运费, en: Freight, ja: 運賃 }
book: demo
source: { connection: shop, kind: ${record} }
trigger: { manual: true }
documents:
  - kind: freight-of-${record}
    fields: { number: no, doc_date: date, shipping_fee: total }
template:
  - document: freight-of-${record}
    word: 记
    summary: 运费 {number}
    lines:
      - { side: debit, account: "6601", amount: shipping_fee }
      - { side: credit, account: "1002", amount: shipping_fee }
targets: []
onNewVersion: reverse
`;

// Flows that take the shop's records, what happens, what stands in the book, what became of each version.
for (const [what, flows, story, book, outcomes] of [
  [
    'the same order twice over is booked once',
    [ORDER_FLOW, SECOND_FLOW],
    '1 113.00 → post',
    '记-1 113.00',
    '1 posted 记-1, held duplicate_document',
  ],
  [
    'whoever booked it follows the newer version; the other is held',
    [ORDER_FLOW, SECOND_FLOW],
    '1 113.00 → post → 1 226.00 → post',
    '记-1 113.00, 记-2 -113.00 of 记-1, 记-3 226.00',
    '1 reversed 记-1, 1 posted 记-3, held duplicate_document',
  ],
  [
    'two documents of one order leave each other alone',
    [ORDER_FLOW, freightOf('order')],
    '1 113.00 → post → 1 226.00 → post',
    '记-1 113.00, 记-2 113.00, 记-3 -113.00 of 记-1, 记-4 226.00, 记-5 -113.00 of 记-2, 记-6 226.00',
    '1 reversed 记-1, reversed 记-2, 1 posted 记-4, posted 记-6',
  ],
] as const) {
  test(`two flows: ${what}`, async (t) => {
    const world = await testWorld(t, { database, flows });
    await tell(world, story);
    assert.equal((await showVouchers(world)).join(', '), book);
    assert.equal((await showOutcomes(world)).join(', '), outcomes);
    assert.deepEqual(world.reported, []);
  });
}

test('two flows: the exception names the flow and the record that came first', async (t) => {
  const world = await testWorld(t, { flows: [ORDER_FLOW, SECOND_FLOW] });
  await tell(world, '1 113.00 → post');
  const [exception] = await listExceptions(world.database, { bookId: world.bookId, limit: 10 });
  assert.deepEqual(exception?.findings, [
    {
      code: 'duplicate_document',
      level: 3,
      effect: 'block',
      at: 'number',
      params: { kind: 'order', number: '1', record: '1', flow: 'orders' },
    },
  ]);
});

test('two kinds of record with one id are two things, also in one batch', async (t) => {
  const world = await testWorld(t, { database, flows: [ORDER_FLOW, freightOf('quote')] });
  await world.collect([arriving('1 113.00'), arriving('1 339.00', 'quote')]);
  await world.post();
  await world.collect([arriving('1 226.00'), arriving('1 452.00', 'quote')]);
  await world.post();
  assert.equal(
    (await showVouchers(world)).join(', '),
    '记-1 113.00, 记-2 339.00, 记-3 -113.00 of 记-1, 记-4 226.00, 记-5 -339.00 of 记-2, 记-6 452.00',
  );
});
