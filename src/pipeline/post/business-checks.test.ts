import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { CASH_FLOW, ORDER_FLOW } from '#pipeline/testing/order-flow.ts';
import { showOutcomes, showVouchers } from '#pipeline/testing/show-book.ts';
import { tell } from '#pipeline/testing/story.ts';
import { testWorld } from '#pipeline/testing/test-world.ts';
import { freshDatabase } from '#storage/testing/fresh-database.ts';

const database = await freshDatabase({ after });
const with_ = (checks: string) => `${ORDER_FLOW}checks: ${checks}\n`;

const FUTURE = with_('{ futureDaysMax: 2 }');
const AUTHORITY = with_('{ authority: { amountMax: "1000" } }');
const CREDIT = with_('{ creditLimit: { dimension: customer, account: "1122" } }');
const LIKELY = with_('{ likelyDuplicate: { fields: [customer, order_total], days: 3 } }');

// The flow's checks, what happens, what became of each record. Today is 2026-03-15; C2 may owe 1,000.00.
for (const [what, flow, story, outcomes] of [
  ['today is not ahead', ORDER_FLOW, '1 113.00 on 2026-03-15 → post', '1 posted 记-1'],
  ['tomorrow is', ORDER_FLOW, '1 113.00 on 2026-03-16 → post', '1 held future_date'],
  ['two days ahead where two are allowed', FUTURE, '1 113.00 on 2026-03-17 → post', '1 posted 记-1'],
  ['three days ahead where two are allowed', FUTURE, '1 113.00 on 2026-03-18 → post', '1 held future_date'],

  ['as much as may be posted unseen', AUTHORITY, '1 1000.00 → post', '1 posted 记-1'],
  ['a cent more', AUTHORITY, '1 1000.01 → post', '1 held authority_exceeded'],

  [
    'up to the credit limit',
    CREDIT,
    '1 600.00 to C2 → post → 2 400.00 to C2 → post',
    '1 posted 记-1, 2 posted 记-2',
  ],
  [
    'over the credit limit with what stands',
    CREDIT,
    '1 600.00 to C2 → post → 2 400.01 to C2 → post',
    '1 posted 记-1, 2 held credit_limit_exceeded',
  ],
  [
    'over the credit limit within one batch',
    CREDIT,
    '1 600.00 to C2 + 2 400.01 to C2 + 3 400.00 to C1 → post',
    '1 posted 记-1, 2 held credit_limit_exceeded, 3 posted 记-2',
  ],
  ['no limit', CREDIT, '1 99999.00 to C1 → post', '1 posted 记-1'],

  [
    'the same customer and amount a day later',
    LIKELY,
    '1 113.00 → post → 2 113.00 on 2026-03-11 → post',
    '1 posted 记-1, 2 held likely_duplicate',
  ],
  ['in one batch', LIKELY, '1 113.00 + 2 113.00 → post', '1 posted 记-1, 2 held likely_duplicate'],
  [
    'after the days',
    LIKELY,
    '1 113.00 → post → 2 113.00 on 2026-03-14 → post',
    '1 posted 记-1, 2 posted 记-2',
  ],
  ['another amount', LIKELY, '1 113.00 + 2 113.01 → post', '1 posted 记-1, 2 posted 记-2'],
  [
    'a newer version of itself',
    LIKELY,
    '1 113.00 → post → 1 113.00 note x → post',
    '1 reversed 记-1, 1 posted 记-3',
  ],

  [
    'V11: cash that is there',
    CASH_FLOW,
    '1 100.00 cash + 2 -100.00 cash → post',
    '1 posted 收-1, 2 posted 付-1',
  ],
  [
    'V11: a cent more than is there',
    CASH_FLOW,
    '1 100.00 cash + 2 -100.01 cash → post',
    '1 posted 收-1, 2 held cash_negative',
  ],
  [
    'V11: paid out twice within one batch',
    CASH_FLOW,
    '1 100.00 cash → post → 2 -60.00 cash + 3 -60.00 cash + 4 -40.00 cash → post',
    '1 posted 收-1, 2 posted 付-1, 3 held cash_negative, 4 posted 付-2',
  ],
  [
    'V11: paid before it came in',
    CASH_FLOW,
    '1 -50.00 cash + 2 50.00 cash → post',
    '1 held cash_negative, 2 posted 收-1',
  ],
] as const) {
  test(`business: ${what}: ${story} → ${outcomes}`, async (t) => {
    const world = await testWorld(t, { database, flows: [flow] });
    await tell(world, story);
    assert.equal((await showOutcomes(world)).join(', '), outcomes);
    assert.deepEqual(world.reported, []);
  });
}

test('business: a record whose second document is held is not half in the book', async (t) => {
  const world = await testWorld(t, { database });
  await tell(world, '1 113.00 refunded x → post');
  assert.deepEqual(await showVouchers(world), []);
  assert.deepEqual(await showOutcomes(world), ['1 held amount_not_a_number']);
});
