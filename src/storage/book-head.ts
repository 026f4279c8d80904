import type { Series } from '#core/ledger/numbering.ts';
import type { Tx } from './database.ts';
import { insertRows } from './rows.ts';

/** The last number given in a series of vouchers. */
export interface SeriesNumber extends Series {
  readonly number: number;
}

/**
 * Where a book stands: what the next posting needs, read in one statement. Whoever holds the book's lock is its only
 * writer, so what was read stays true until the transaction ends; the writer moves its copy along.
 */
export interface BookHead {
  readonly masterVersion: bigint;
  /** When this transaction began, to the millisecond: what it posts is posted then. */
  readonly now: Date;
  nextPostingId: bigint;
  nextVoucherId: bigint;
  nextDocumentId: bigint;
  /** Hash of the latest posting; 32 zero bytes before the first. */
  lastHash: Uint8Array;
  readonly series: SeriesNumber[];
  /** Balance per account code over everything posted, debit positive. */
  readonly balances: Map<string, bigint>;
}

interface HeadRow {
  master_version: bigint;
  now: Date;
  next_posting_id: bigint;
  next_voucher_id: bigint;
  next_document_id: bigint;
  hash: Buffer | null;
  series: [number, SeriesNumber['word'], number][] | null;
  balances: [string, string][] | null;
}

export async function readBookHead(tx: Tx, bookId: number): Promise<BookHead> {
  const [row] = await tx.query<HeadRow>(
    `select b.master_version, date_trunc('milliseconds', now()) as now, c.next_posting_id, c.next_voucher_id, c.next_document_id,
            (select hash from postings where book_id = $1 order by posting_id desc limit 1) as hash,
            (select json_agg(json_build_array(period, word, last_number))
               from voucher_numbers where book_id = $1) as series,
            (select json_agg(json_build_array(a.code, (t.debit_minor - t.credit_minor)::text))
               from account_totals t join accounts a using (book_id, account_id) where t.book_id = $1) as balances
       from books b join book_counters c using (book_id) where b.book_id = $1`,
    [bookId],
  );
  return {
    masterVersion: row!.master_version,
    now: row!.now,
    nextPostingId: row!.next_posting_id,
    nextVoucherId: row!.next_voucher_id,
    nextDocumentId: row!.next_document_id,
    lastHash: row!.hash ?? new Uint8Array(32),
    series: (row!.series ?? []).map(([period, word, number]) => ({ period, word, number })),
    balances: new Map((row!.balances ?? []).map(([code, balance]) => [code, BigInt(balance)])),
  };
}

/** Keeps where the book now stands. */
export async function writeBookHead(tx: Tx, bookId: number, head: BookHead): Promise<void> {
  await tx.query(
    'update book_counters set next_posting_id = $2, next_voucher_id = $3, next_document_id = $4 where book_id = $1',
    [bookId, head.nextPostingId, head.nextVoucherId, head.nextDocumentId],
  );
}

export async function saveVoucherNumbers(
  tx: Tx,
  bookId: number,
  last: Iterable<SeriesNumber>,
): Promise<void> {
  const rows = [...last].map(({ period, word, number }) => ({
    book_id: bookId,
    period,
    word,
    last_number: number,
  }));
  const columns = { book_id: 'int', period: 'int', word: 'text', last_number: 'int' };
  await insertRows(tx, 'voucher_numbers', columns, rows, {
    onConflict: '(book_id, period, word) do update set last_number = excluded.last_number',
  });
}
