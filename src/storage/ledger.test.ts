import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Tx } from './database.ts';
import { insertVoucherLines } from './ledger.ts';
import { freshDatabase } from './testing/fresh-database.ts';
import { bareBook, voucherOf, writePosting, writeVouchers } from './testing/posted-book.ts';

const database = await freshDatabase({ after });
const GOOD = 'D 1122 100.00 | C 6001 100.00';
const bookId = await bareBook(database);
await database.transaction((tx) => writePosting(tx, { bookId, vouchers: [GOOD, GOOD] }));
await database.script(`
  insert into dimension_sets (book_id, set_id, key, dimensions) values (${bookId}, 1, 'customer=C1', '{"customer":"C1"}');
  insert into records (connection_id, kind, external_id, content_hash, media_type, raw) values (1, 'order', '1', '\\x01', 'text/plain', '\\x01');
  insert into audit_log (actor, action, subject, previous_hash, hash) values ('a', 'b', 'c', '\\x00', '\\x00')`);

const [partition] = await database.query<{ number: string }>(
  'select right(tableoid::regclass::text, 1) as number from vouchers where book_id = $1 limit 1',
  [bookId],
);

// Every table that keeps evidence, whole and by the partition where the rows really lie; every way to change it.
const KEPT = ['postings', 'vouchers', 'voucher_lines', 'dimension_sets', 'records', 'audit_log'];
const PARTITIONS = KEPT.slice(0, 4).map((table) => `${table}_${partition!.number}`);
for (const table of [...KEPT, ...PARTITIONS]) {
  for (const sql of [
    `update ${table} set ${columnOf(table)} = ${columnOf(table)}`,
    `delete from ${table}`,
    `truncate ${table}`,
    `truncate ${table} cascade`,
  ]) {
    test(`posted: ${sql} → posted_immutable`, async () => {
      await assert.rejects(
        database.transaction((tx) => tx.script(sql), { dryRun: true }),
        /posted_immutable/,
      );
    });
  }
}

function columnOf(table: string): string {
  if (table === 'audit_log') return 'actor';
  return table === 'records' ? 'kind' : 'book_id';
}

const next = { bookId, firstVoucherId: 3n };
const second = { postingId: 2n };

// What somebody tries, and what stops it: while writing or at commit.
for (const [what, write, refusal] of [
  ['a voucher that is off by a cent', ['D 1122 100.00 | C 6001 99.99'], 'unbalanced: voucher 3'],
  ['the second of two is off', [GOOD, 'D 1122 1.00 | C 6001 2.00'], 'unbalanced: voucher 4'],
  ['debits only that cancel out', ['D 1122 100.00 | D 1122 -100.00'], null],
  ['one line', ['D 1122 100.00'], 'unbalanced: voucher 3'],
  ['no lines', [''], 'posting_incomplete'],
] as const) {
  test(`posting: ${what} → ${refusal ?? 'kept'}`, async () => {
    const posting = { ...next, vouchers: write, claims: second };
    const done = database.transaction((tx) => writePosting(tx, posting), { dryRun: true });
    if (refusal === null) await done;
    else await assert.rejects(done, new RegExp(refusal));
  });
}

for (const [what, claims, refusal] of [
  [
    'that skips a voucher id',
    { ...second, firstVoucherId: 4n, lastVoucherId: 4n },
    'posting_missing|posting_gap',
  ],
  [
    'that begins where the last one ended',
    { ...second, firstVoucherId: 2n },
    'posting_incomplete|posting_gap',
  ],
  [
    'that ends before it begins',
    { ...second, lastVoucherId: 2n },
    'postings_\\d_check|postings_check|violates check',
  ],
  ['for more vouchers than there are', { ...second, lastVoucherId: 4n }, 'posting_incomplete'],
  [
    'for fewer vouchers than there are',
    { ...second, firstVoucherId: 3n, lastVoucherId: 3n, lineCount: 2 },
    null,
  ],
  ['for more lines than there are', { ...second, lineCount: 3 }, 'posting_incomplete'],
  ['for fewer lines than there are', { ...second, lineCount: 1 }, 'posting_incomplete'],
  ['that skips a posting', { postingId: 3n }, 'posting_gap'],
  ['that takes the place of one that is there', { postingId: 1n }, 'duplicate key'],
] as const) {
  test(`posting: one ${what} → ${refusal ?? 'kept'}`, async () => {
    const posting = { ...next, vouchers: [GOOD], claims };
    const done = database.transaction((tx) => writePosting(tx, posting), { dryRun: true });
    if (refusal === null) await done;
    else await assert.rejects(done, new RegExp(refusal));
  });
}

const oldLine = {
  voucher: voucherOf(bookId, 2n, GOOD),
  postingId: 1n,
  flowVersionId: null,
  hash: new Uint8Array(32),
};
const third = voucherOf(bookId, 3n, GOOD);
const LINE = `(book_id, voucher_id, line_no, account_id, set_id, debit_minor, credit_minor, currency, amount_minor, rate, summary)
  values (${bookId}, 2, 9, 1, 0, 100, 0, 'CNY', 100, '1', 'x')`;
const part = `_${partition!.number}`;

for (const [what, write, refusal] of [
  ['a voucher without a posting', (tx: Tx) => writeVouchers(tx, 2n, [third]), 'posting_missing'],
  [
    'lines for a voucher of an old posting',
    (tx: Tx) => tx.script(`insert into voucher_lines ${LINE}`),
    'posting_missing',
  ],
  [
    'lines for it through the partition',
    (tx: Tx) => tx.script(`insert into voucher_lines${part} ${LINE}`),
    'posting_missing',
  ],
  [
    'lines for it under cover of a new posting',
    async (tx: Tx) => {
      await writePosting(tx, { ...next, vouchers: [GOOD], claims: second });
      await insertVoucherLines(tx, [{ ...oldLine, setIds: [0, 0], accountIds: [1, 2] }]);
    },
    'posting_missing|duplicate key',
  ],
  [
    'a voucher beyond its posting',
    async (tx: Tx) => {
      await writePosting(tx, { ...next, vouchers: [GOOD], claims: second });
      await writeVouchers(tx, 2n, [voucherOf(bookId, 4n, GOOD)]);
    },
    'posting_missing',
  ],
  [
    'a number that another voucher has',
    (tx: Tx) =>
      tx.script(`insert into postings (book_id, posting_id, first_voucher_id, last_voucher_id, line_count, posted_by, root, previous_hash, hash)
          values (${bookId}, 2, 3, 3, 2, 'x', '', '', '');
        insert into vouchers select book_id, 3, 2, period, word, number, date, kind, reverses, attachment_count, prepared_by,
          reviewed_by, source_kinds, flow_version_id, total_minor, hash from vouchers where book_id = ${bookId} and voucher_id = 2`),
    'duplicate key',
  ],
  [
    'a second reversal of one voucher',
    (tx: Tx) =>
      writeReversals(tx, [
        { ...third, kind: 'reversal', reverses: 1n },
        { ...voucherOf(bookId, 4n, GOOD), kind: 'reversal', reverses: 1n },
      ]),
    'duplicate key',
  ],
  [
    'a line that is debit and credit at once',
    (tx: Tx) => tx.script(`insert into voucher_lines ${LINE.replace('100, 0, ', '100, 100, ')}`),
    'violates check',
  ],
] as const) {
  test(`ledger: ${what} → ${refusal}`, async () => {
    await assert.rejects(database.transaction(write, { dryRun: true }), new RegExp(refusal));
  });
}

async function writeReversals(tx: Tx, vouchers: readonly ReturnType<typeof voucherOf>[]): Promise<void> {
  await writePosting(tx, {
    ...next,
    vouchers: [GOOD],
    claims: { ...second, lastVoucherId: 4n, lineCount: 4 },
  });
  await writeVouchers(tx, 2n, vouchers);
}

test('ledger: a dry run checks what a commit would check, and leaves nothing', async () => {
  const posting = { ...next, vouchers: [GOOD], claims: second };
  await database.transaction((tx) => writePosting(tx, posting), { dryRun: true });
  const bad = { ...posting, vouchers: ['D 1122 1.00 | C 6001 2.00'] };
  await assert.rejects(
    database.transaction((tx) => writePosting(tx, bad), { dryRun: true }),
    /unbalanced/,
  );
  await assert.rejects(
    database.transaction((tx) => writePosting(tx, bad)),
    /unbalanced/,
  );
  const counts = await database.query('select count(*)::int as n from vouchers where book_id = $1', [bookId]);
  assert.deepEqual(counts, [{ n: 2 }]);
});

test('posting: lines added after an early check of the constraints → posting_incomplete', async () => {
  const more = database.transaction(
    async (tx) => {
      await writePosting(tx, { ...next, vouchers: [GOOD], claims: second });
      await tx.script('set constraints all immediate');
      await tx.script(`insert into voucher_lines (book_id, voucher_id, line_no, account_id, set_id, debit_minor, credit_minor,
        currency, amount_minor, rate, summary) values (${bookId}, 3, 9, 1, 0, 5, 0, 'CNY', 5, '1', 'x')`);
    },
    { dryRun: true },
  );
  await assert.rejects(more, /posting_incomplete/);
});
