import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { noteVerifier } from '#pipeline/audit/signed-note.ts';
import { rewriteHistory } from '#pipeline/testing/rewrite-history.ts';
import { differencesOf, signedWorld } from '#pipeline/testing/signed-world.ts';
import { tell } from '#pipeline/testing/story.ts';
import { testCheckpointer } from '#pipeline/testing/test-checkpointer.ts';
import { testWorld } from '#pipeline/testing/test-world.ts';
import { audit } from '#storage/audit-log.ts';
import { verify } from './verify.ts';

test('signed: what nobody touched agrees with every checkpoint, before and after more work', async (t) => {
  const signed = await signedWorld(t);
  const verifiers = (await signed.checkpointer.verifierKeys()).map((key) => noteVerifier(key)!);
  const verified = await verify(signed.database, {
    checkpoints: { folder: signed.folder, verifiers },
    found: ({ refusal }) => assert.fail(refusal.code),
  });
  assert.equal(verified.audit?.checkpoints, 3);
  assert.equal(verified.audit?.last?.entries, verified.audit?.entries);
  await tell(signed.world, '4 452.00 → post');
  assert.deepEqual(await differencesOf(signed), []);
  await signed.checkpointer.make();
  assert.deepEqual(await differencesOf(signed), []);
  assert.deepEqual(signed.reported, []);
});

/**
 * What the master of the database does, with every hash, chain and balance put right afterwards, so that nothing inside
 * the database shows it; and what shows it all the same.
 */
const REWRITING: readonly (readonly [what: string, sql: string, told: readonly string[]])[] = [
  [
    'an amount on both sides',
    `update voucher_lines set debit_minor = debit_minor + sign(debit_minor), credit_minor = credit_minor + sign(credit_minor),
       amount_minor = amount_minor + 1 where voucher_id = 1 and line_no in (1, 2)`,
    ['log verify_audit_rewritten checkpoint 1', 'demo verify_posting_rewritten posting 1'],
  ],
  [
    'a summary in the second posting',
    "update voucher_lines set summary = 'other' where voucher_id = 3 and line_no = 1",
    ['log verify_audit_rewritten checkpoint 2', 'demo verify_posting_rewritten posting 2'],
  ],
  [
    'who posted',
    "update postings set posted_by = 'mallory' where posting_id = 2",
    ['log verify_audit_rewritten checkpoint 2', 'demo verify_posting_rewritten posting 2'],
  ],
  [
    'when it was posted',
    "update postings set posted_at = posted_at - interval '1 day' where posting_id = 1",
    ['log verify_audit_rewritten checkpoint 1', 'demo verify_posting_rewritten posting 1'],
  ],
  [
    'which version of the flow made it',
    'update vouchers set flow_version_id = null where voucher_id = 3',
    ['log verify_audit_rewritten checkpoint 2', 'demo verify_posting_rewritten posting 2'],
  ],
  [
    'the last posting taken out with all that belongs to it',
    `delete from voucher_lines where voucher_id = 3; delete from vouchers where voucher_id = 3;
     delete from postings where posting_id = 2; delete from deliveries where voucher_id = 3;
     delete from records where record_id in (select record_id from documents where voucher_id = 3);
     delete from documents where voucher_id = 3`,
    ['demo verify_posting_cut posting 2'],
  ],
  [
    'two vouchers that changed places',
    `update voucher_lines set voucher_id = voucher_id + 1000; update voucher_lines set voucher_id = 3 - (voucher_id - 1000)
       where voucher_id <= 1002; update voucher_lines set voucher_id = 3 where voucher_id = 1003`,
    ['log verify_audit_rewritten checkpoint 1', 'demo verify_posting_rewritten posting 1'],
  ],
  [
    'a voucher put in between',
    `update voucher_lines set voucher_id = 4 where voucher_id = 3; update vouchers set voucher_id = 4, number = 4 where voucher_id = 3;
     update documents set voucher_id = 4 where voucher_id = 3; update deliveries set voucher_id = 4 where voucher_id = 3;
     insert into vouchers select book_id, 3, 1, period, word, 3, date, kind, reverses, attachment_count, prepared_by, reviewed_by,
       source_kinds, flow_version_id, total_minor, hash from vouchers where voucher_id = 2;
     insert into voucher_lines select book_id, 3, line_no, account_id, set_id, debit_minor, credit_minor, currency, amount_minor,
       rate, quantity, unit_price, summary, template_line from voucher_lines where voucher_id = 2;
     insert into deliveries (book_id, connection_id, kind, business_key, voucher_id)
       select book_id, connection_id, kind, 'made-up', 3 from deliveries where voucher_id = 2;
     update postings set last_voucher_id = 3, line_count = line_count + 3 where posting_id = 1;
     update postings set first_voucher_id = 4, last_voucher_id = 4 where posting_id = 2`,
    ['log verify_audit_rewritten checkpoint 1', 'demo verify_posting_rewritten posting 1'],
  ],
  [
    'an entry of the audit log reworded',
    "update audit_log set actor = 'mallory' where action = 'book.note'",
    ['log verify_audit_rewritten checkpoint 3'],
  ],
  [
    'an entry dated back',
    "update audit_log set at = at - interval '1 day' where entry_id = 1",
    ['log verify_audit_rewritten checkpoint 1'],
  ],
  [
    'an entry taken out',
    'delete from audit_log where entry_id = 2',
    ['log verify_audit_rewritten checkpoint 1', 'log verify_audit_cut checkpoint 3'],
  ],
  [
    'an entry put in between',
    `insert into audit_log (entry_id, at, actor, action, subject, previous_hash, hash) overriding system value
       values (-1, '2026-03-15 08:00:00Z', 'li', 'book.note', 'book:demo', '', '')`,
    ['log verify_audit_rewritten checkpoint 1'],
  ],
  [
    'two entries that changed places',
    `alter table audit_log alter column entry_id set generated by default;
     update audit_log set entry_id = 1000 where entry_id = 2; update audit_log set entry_id = 2 where entry_id = 3;
     update audit_log set entry_id = 3 where entry_id = 1000`,
    ['log verify_audit_rewritten checkpoint 1'],
  ],
  [
    'the tail of the audit log cut off',
    "delete from audit_log where entry_id >= (select entry_id from audit_log where action = 'book.note')",
    ['log verify_audit_cut checkpoint 3'],
  ],
  [
    'all of the audit log',
    'delete from audit_log; delete from audit_checkpoints',
    ['log verify_audit_cut checkpoint 1'],
  ],
];

for (const [what, sql, told] of REWRITING) {
  test(`signed: finds ${what}, every hash recomputed`, async (t) => {
    const signed = await signedWorld(t);
    await rewriteHistory(signed.database, sql);
    assert.deepEqual(await differencesOf(signed), told);
  });
}

test('signed: a rewritten log that was signed again stays found: the older signatures are still there', async (t) => {
  const signed = await signedWorld(t);
  await rewriteHistory(
    signed.database,
    `update audit_log set actor = 'mallory' where action = 'book.note';
     delete from audit_heads; update audit_tree set size = 0, entry_id = 0, frontier = ''`,
  );
  await signed.checkpointer.make();
  assert.deepEqual(await differencesOf(signed), ['log verify_audit_rewritten checkpoint 3']);
});

test('signed: a database that calls itself another log is found', async (t) => {
  const signed = await signedWorld(t);
  await rewriteHistory(signed.database, "update audit_tree set origin = 'tongzhang-other'");
  const publicKey = (await readFile(join(signed.folder, 'public-keys'), 'utf8')).trim();
  assert.deepEqual(
    await differencesOf(signed, { publicKey }),
    [`log verify_checkpoint_foreign ${signed.folder}`, 'log verify_checkpoint_missing checkpoint 1–3'].slice(
      0,
      1,
    ),
  );
  await signed.database.transaction((tx) =>
    audit(tx, { actor: 'li', action: 'book.note', subject: 'book:demo' }),
  );
  await signed.checkpointer.make();
  assert.equal(signed.reported.length, 1, 'nothing is written among the checkpoints of another log');
});

test('signed: an older backup is verified as such, and what came after a restore by --since', async (t) => {
  const signed = await signedWorld(t);
  const cut =
    "delete from audit_log where entry_id >= (select entry_id from audit_log where action = 'book.note')";
  await rewriteHistory(
    signed.database,
    `${cut}; delete from audit_checkpoints where sequence = 3;
     update audit_tree t set sequence = 2, size = c.size, entry_id = (select max(entry_id) from audit_log), frontier = ''
       from audit_checkpoints c where c.sequence = 2`,
  );
  assert.deepEqual(await differencesOf(signed), ['log verify_audit_cut checkpoint 3']);
  assert.deepEqual(await differencesOf(signed, { isBackup: true }), []);
  await signed.database.query("update audit_tree set size = 0, entry_id = 0, frontier = ''");
  await signed.database.transaction((tx) =>
    audit(tx, { actor: 'li', action: 'restore', subject: 'book:demo' }),
  );
  const made = await signed.checkpointer.make();
  assert.equal(made?.sequence, 4n, 'the files have a third: the next is the fourth');
  assert.deepEqual(await differencesOf(signed, { since: 4n }), []);
  assert.notDeepEqual(await differencesOf(signed), []);
});

test('signed: what was posted under the first rule still verifies, and goes on under the second', async (t) => {
  const world = await testWorld(t);
  await tell(world, '1 113.00 → post → 2 226.00 → post');
  await rewriteHistory(world.database, '', { version: 1 });
  await tell(world, '3 339.00 → post');
  const made = await testCheckpointer(t, world.database);
  await made.checkpointer.make();
  const versions = await world.database.query('select hash_version from postings order by posting_id');
  assert.deepEqual(versions, [{ hash_version: 1 }, { hash_version: 1 }, { hash_version: 2 }]);
  assert.deepEqual(await differencesOf({ ...made, world, database: world.database }), []);
});
