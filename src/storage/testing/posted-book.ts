import { newBook } from '#core/ledger/new-book.ts';
import type { Voucher } from '#core/ledger/voucher.ts';
import { parseLines } from '#core/ledger/voucher-notation.ts';
import { saveAccounts } from '#storage/book-data.ts';
import { createBook } from '#storage/books.ts';
import type { Database, Tx } from '#storage/database.ts';
import { insertPosting, insertVoucherLines, insertVouchers, type Posting } from '#storage/ledger.ts';

/** A book of ten accounts' worth of a chart: what postings need and nothing else. */
export async function bareBook(database: Database, code = 'demo'): Promise<number> {
  const book = newBook({
    id: 0,
    code,
    name: code,
    standard: 'cas',
    baseCurrency: 'CNY',
    years: [2026],
  });
  return database.transaction(async (tx) => {
    const bookId = await createBook(tx, book);
    await saveAccounts(tx, bookId, [...book.accounts.values()]);
    return bookId;
  });
}

export interface PostingToWrite {
  readonly bookId: number;
  /** Default 1: posting and vouchers count from it. */
  readonly firstVoucherId?: bigint;
  /** Their lines, as an accountant jots them down. */
  readonly vouchers: readonly string[];
  /** Where the posting lies about itself. */
  readonly claims?: Partial<Posting>;
}

/** Writes a posting with its vouchers; `claims` makes it one that must not be kept. */
export async function writePosting(tx: Tx, wanted: PostingToWrite): Promise<void> {
  const { bookId, firstVoucherId = 1n, vouchers, claims } = wanted;
  const drafts = vouchers.map((lines, i) => voucherOf(bookId, firstVoucherId + BigInt(i), lines));
  const posting: Posting = {
    hashVersion: 2,
    bookId,
    postingId: 1n,
    firstVoucherId,
    lastVoucherId: firstVoucherId + BigInt(drafts.length) - 1n,
    lineCount: drafts.reduce((sum, { lines }) => sum + lines.length, 0),
    postedAt: new Date('2026-03-10T08:00:00Z'),
    postedBy: 'test',
    root: HASH,
    previousHash: HASH,
    hash: HASH,
    ...claims,
  };
  await insertPosting(tx, posting);
  await writeVouchers(tx, posting.postingId, drafts);
}

export async function writeVouchers(tx: Tx, postingId: bigint, vouchers: readonly Voucher[]): Promise<void> {
  const posted = vouchers.map((voucher) => ({
    voucher,
    postingId,
    flowVersionId: null,
    hash: HASH,
    setIds: voucher.lines.map(() => 0),
    accountIds: voucher.lines.map((_, i) => i + 1),
  }));
  await insertVouchers(tx, posted);
  await insertVoucherLines(tx, posted);
}

const HASH = new Uint8Array(32);

export function voucherOf(bookId: number, id: bigint, lines: string): Voucher {
  return {
    bookId,
    id,
    number: Number(id),
    word: '记',
    date: '2026-03-10',
    period: 202603,
    attachmentCount: 1,
    preparedBy: 'test',
    reviewedBy: null,
    kind: 'ordinary',
    reverses: null,
    lines: parseLines(lines, 'CNY'),
    sourceKinds: ['order'],
  };
}
