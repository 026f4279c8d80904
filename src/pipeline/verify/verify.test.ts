import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { ORDER_FLOW, TILL_FLOW } from '#pipeline/testing/order-flow.ts';
import { tell } from '#pipeline/testing/story.ts';
import { testWorld } from '#pipeline/testing/test-world.ts';
import { findBook } from '#storage/books.ts';
import type { Database } from '#storage/database.ts';
import { freshDatabase } from '#storage/testing/fresh-database.ts';
import { verify } from './verify.ts';

/** Nothing was signed yet. What signatures find is in verify-signed.test.ts. */
const checkpoints = { folder: '/nowhere', verifiers: [] };

async function differencesOf(database: Database): Promise<string[]> {
  const codes: string[] = [];
  const verified = await verify(database, { checkpoints, found: ({ refusal }) => codes.push(refusal.code) });
  assert.equal(verified.ok, codes.length === 0);
  assert.equal(verified.differences, codes.length);
  return codes;
}

const shared = await freshDatabase({ after });

for (const story of [
  '1 113.00 + 2 226.00 → post',
  '1 113.00 → post → 1 226.00 refunded 13.00 → post → 1 cancelled → post',
  '1 113.00 no X + 2 113.00 no X + 3 oops + 4 cancelled → post',
  '1 10.00 store S1 + 2 20.00 store S1 + 3 30.00 store S2 → post → 2 21.00 store S1 → post',
]) {
  test(`verify: everything agrees after ${story}`, async (t) => {
    const world = await testWorld(t, { database: shared, flows: [ORDER_FLOW, TILL_FLOW] });
    await tell(world, story);
    assert.deepEqual(await differencesOf(shared), []);
  });
}

test('verify: work that still waits is no difference, and a book can be verified alone', async (t) => {
  const world = await testWorld(t);
  await tell(world, '1 113.00 → post → 2 226.00');
  const book = await findBook(world.database, 'demo');
  const verified = await verify(world.database, { book: book!, checkpoints, found: () => assert.fail() });
  const [only] = verified.books;
  assert.deepEqual(
    { ...only, head: only?.head.length },
    {
      book: 'demo',
      postings: 1,
      vouchers: 1,
      lines: 3,
      records: 2,
      head: 64,
    },
  );
  assert.equal(verified.audit, null);
});

// What somebody with all rights over the database does, and every code by which it is noticed.
const TAMPERING: readonly (readonly [what: string, sql: string, codes: readonly string[]])[] = [
  [
    'an amount changed on both sides',
    `update voucher_lines set debit_minor = debit_minor + sign(debit_minor), credit_minor = credit_minor + sign(credit_minor),
       amount_minor = amount_minor + 1 where voucher_id = 1 and line_no in (1, 2)`,
    [
      'verify_voucher_changed',
      'verify_posting_root',
      'verify_posting_chain',
      'verify_balance',
      'verify_balance',
      'verify_account_total',
      'verify_account_total',
    ],
  ],
  [
    'an amount changed on one side',
    'update voucher_lines set debit_minor = debit_minor + 1, amount_minor = amount_minor + 1 where voucher_id = 1 and line_no = 1',
    [
      'verify_voucher_unbalanced',
      'verify_voucher_changed',
      'verify_posting_root',
      'verify_posting_chain',
      'verify_balance',
      'verify_account_total',
    ],
  ],
  [
    'a summary reworded',
    "update voucher_lines set summary = 'other' where voucher_id = 2 and line_no = 1",
    ['verify_voucher_changed', 'verify_posting_root', 'verify_posting_chain'],
  ],
  [
    'a voucher reworded and its hash with it',
    `update voucher_lines set summary = 'other' where voucher_id = 2 and line_no = 1;
     update vouchers set hash = sha256('other'::bytea) where voucher_id = 2`,
    ['verify_voucher_changed', 'verify_posting_root', 'verify_posting_chain'],
  ],
  [
    'who prepared it',
    "update vouchers set prepared_by = 'mallory' where voucher_id = 1",
    ['verify_voucher_changed', 'verify_posting_root', 'verify_posting_chain'],
  ],
  [
    'a total beside the lines',
    'update vouchers set total_minor = 1 where voucher_id = 1',
    ['verify_voucher_changed'],
  ],
  [
    'a voucher taken out with its lines',
    `delete from voucher_lines where voucher_id = 2; delete from vouchers where voucher_id = 2`,
    [
      'verify_voucher_missing',
      'verify_posting_lines',
      'verify_posting_root',
      'verify_posting_chain',
      'number_gap',
      'verify_balance',
      'verify_balance',
      'verify_balance',
      'verify_account_total',
      'verify_account_total',
      'verify_account_total',
      'verify_document_state',
    ],
  ],
  ['who posted', "update postings set posted_by = 'mallory' where posting_id = 1", ['verify_posting_chain']],
  [
    'when it was posted, by a microsecond',
    "update postings set posted_at = posted_at + interval '1 microsecond' where posting_id = 1",
    ['verify_posting_chain'],
  ],
  [
    'the rule by which it was hashed',
    'update postings set hash_version = 1 where posting_id = 2',
    ['verify_voucher_changed', 'verify_posting_root', 'verify_posting_chain'],
  ],
  [
    'a rule that nobody knows',
    'update postings set hash_version = 3 where posting_id = 2',
    ['verify_posting_chain'],
  ],
  [
    'the version of the flow',
    'update vouchers set flow_version_id = null where voucher_id = 1',
    ['verify_voucher_changed', 'verify_posting_root', 'verify_posting_chain'],
  ],
  ['the last posting cut off', 'delete from postings where posting_id = 2', ['verify_voucher_stray']],
  [
    'the first posting cut off',
    'delete from postings where posting_id = 1',
    ['verify_posting_range', 'verify_posting_chain'],
  ],
  ['a counter turned back', 'update voucher_numbers set last_number = 1', ['verify_number_counter']],
  [
    'a balance',
    'update balances set debit_minor = debit_minor + 1 where debit_minor > 0 and set_id <> 0',
    ['verify_balance'],
  ],
  ['a total', 'delete from account_totals where debit_minor > 0', ['verify_account_total']],
  ['a record and all that came of it', 'delete from documents where document_id = 3', ['verify_record_lost']],
  [
    'a document that points elsewhere',
    "update documents set state = 'reversed' where document_id = 3",
    ['verify_document_state'],
  ],
  ['a delivery that was owed', 'delete from deliveries where voucher_id = 2', ['verify_voucher_unowed']],
  [
    'an entry of the audit log reworded',
    "update audit_log set actor = 'mallory' where entry_id = 2",
    ['verify_audit_chain'],
  ],
  [
    'an entry of the audit log dated back',
    "update audit_log set at = at - interval '1 day' where entry_id = 2",
    ['verify_audit_chain'],
  ],
  [
    'an entry of the audit log dated on by a microsecond',
    "update audit_log set at = at + interval '1 microsecond' where entry_id = 2",
    ['verify_audit_chain'],
  ],
  [
    'two entries of the audit log that changed places',
    `alter table audit_log alter column entry_id set generated by default;
     update audit_log set entry_id = 1000 where entry_id = 2; update audit_log set entry_id = 2 where entry_id = 3;
     update audit_log set entry_id = 3 where entry_id = 1000`,
    ['verify_audit_chain', 'verify_audit_chain', 'verify_audit_chain'],
  ],
  ['an entry of the audit log taken out', 'delete from audit_log where entry_id = 2', ['verify_audit_chain']],
];

for (const [what, sql, codes] of TAMPERING) {
  test(`verify: finds ${what}`, async (t) => {
    const world = await testWorld(t);
    await tell(world, '1 113.00 + 2 226.00 → post → 3 339.00 → post');
    await world.database.transaction((tx) =>
      tx.script(`set local session_replication_role = replica; ${sql}`),
    );
    assert.deepEqual(await differencesOf(world.database), codes);
  });
}
