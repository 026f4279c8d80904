import type { Tx } from './database.ts';

/** The batch a voucher was posted with: when, by whom, and its link of the hash chain. */
export interface PostingFacts {
  readonly posting_id: bigint;
  readonly posted_at: Date;
  readonly posted_by: string;
  readonly hash: Buffer;
  readonly voucher_hash: Buffer;
}

/** A voucher is never without one. */
export async function findPostingOf(tx: Tx, bookId: number, voucherId: bigint): Promise<PostingFacts | null> {
  const [row] = await tx.query<PostingFacts>(
    `select p.posting_id, p.posted_at, p.posted_by, p.hash, v.hash as voucher_hash
       from vouchers v join postings p on p.book_id = v.book_id and p.posting_id = v.posting_id
      where v.book_id = $1 and v.voucher_id = $2`,
    [bookId, voucherId],
  );
  return row ?? null;
}
