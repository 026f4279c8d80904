import { merkleRoot } from '#pipeline/post/merkle.ts';
import { postingHash, voucherHash } from '#pipeline/post/posting-hash.ts';
import { AUDIT_CHAIN_START, auditHash, readAuditChain } from '#storage/audit-log.ts';
import type { Database, Tx } from '#storage/database.ts';
import type { HashVersion } from '#storage/ledger.ts';
import { readPostings } from '#storage/verification.ts';
import { findVouchers } from '#storage/vouchers.ts';

/**
 * What the master of a database can do: no trigger fires for him, and afterwards every hash, chain and balance is right
 * again, and the log says of the postings what they are now.
 */
export async function rewriteHistory(
  database: Database,
  sql: string,
  { version = 2 as HashVersion } = {},
): Promise<void> {
  await database.transaction(async (tx) => {
    await tx.script(`set local session_replication_role = replica; ${sql}`);
    const books = await tx.query<{ book_id: number }>('select book_id from books');
    for (const { book_id } of books) await rehashBook(tx, book_id, version);
    await tx.script(SUMS);
    await rehashLog(tx);
  });
}

async function rehashBook(tx: Tx, bookId: number, version: HashVersion): Promise<void> {
  let previousHash: Uint8Array = new Uint8Array(32);
  for (const posting of await readPostings(tx, bookId, { after: 0n, limit: 10_000 })) {
    const { firstVoucherId, lastVoucherId, postingId } = posting;
    const ids = Array.from(
      { length: Number(lastVoucherId - firstVoucherId) + 1 },
      (_, i) => firstVoucherId + BigInt(i),
    );
    const vouchers = await findVouchers(tx, bookId, ids);
    const hashes = vouchers.map((voucher) =>
      voucherHash(voucher, { version, flowVersionId: voucher.flowVersionId }),
    );
    for (const [i, { id }] of vouchers.entries()) {
      await tx.query('update vouchers set hash = $3 where book_id = $1 and voucher_id = $2', [
        bookId,
        id,
        hashes[i],
      ]);
    }
    const root = merkleRoot(hashes);
    const hash = postingHash({ ...posting, root, previousHash }, version);
    await tx.query(
      `update postings set root = $3, previous_hash = $4, hash = $5, hash_version = $6
        where book_id = $1 and posting_id = $2`,
      [bookId, postingId, root, previousHash, hash, version],
    );
    previousHash = hash;
  }
}

const SUMS = `
  delete from balances;
  insert into balances
    select l.book_id, l.account_id, l.set_id, l.currency, v.period, sum(l.debit_minor), sum(l.credit_minor),
           sum(case when l.debit_minor <> 0 then l.amount_minor else 0 end),
           sum(case when l.credit_minor <> 0 then l.amount_minor else 0 end)
      from voucher_lines l join vouchers v using (book_id, voucher_id) group by 1, 2, 3, 4, 5;
  delete from account_totals;
  insert into account_totals
    select book_id, account_id, sum(debit_minor), sum(credit_minor) from voucher_lines group by 1, 2;
  update vouchers v set total_minor = (
    select sum(debit_minor) from voucher_lines l where l.book_id = v.book_id and l.voucher_id = v.voucher_id);
  delete from voucher_numbers;
  insert into voucher_numbers select book_id, period, word, max(number) from vouchers group by 1, 2, 3;`;

async function rehashLog(tx: Tx): Promise<void> {
  let previous = AUDIT_CHAIN_START;
  for (const entry of await readAuditChain(tx, { after: -1_000_000n, limit: 10_000 })) {
    const details = entry.action === 'audit.checkpoint' ? await withHashes(tx, entry.details) : entry.details;
    const hash = auditHash({ ...entry, details }, previous);
    await tx.query('update audit_log set details = $4, previous_hash = $2, hash = $3 where entry_id = $1', [
      entry.entry_id,
      previous,
      hash,
      details,
    ]);
    previous = hash;
  }
}

/** What the entry of a checkpoint says, with the hash that each posting has now. */
async function withHashes(tx: Tx, details: string): Promise<string> {
  const { postings }: { postings: { book: string; posting: string; hash: string }[] } = JSON.parse(details);
  for (const head of postings) {
    const [row] = await tx.query<{ hash: string }>(
      `select encode(p.hash, 'hex') as hash from postings p join books b using (book_id)
        where b.code = $1 and p.posting_id = $2`,
      [head.book, head.posting],
    );
    head.hash = row?.hash ?? head.hash;
  }
  return JSON.stringify({ postings });
}
