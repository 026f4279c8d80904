import type { PostingFacts } from '#core/ledger/canonical-posting.ts';
import type { Voucher, VoucherLine } from '#core/ledger/voucher.ts';
import type { Tx } from './database.ts';
import { type Columns, insertFrom, listLiteral } from './rows.ts';

/** Makes this transaction the only writer of the book until it ends. Waits at most `waitMs`, then a retryable fault. */
export async function lockBook(tx: Tx, bookId: number, waitMs: number): Promise<void> {
  await tx.query("select set_config('lock_timeout', $1, true), pg_advisory_xact_lock($2, $3)", [
    `${waitMs}ms`,
    BOOK_LOCK,
    bookId,
  ]);
}

/** The same without waiting: false where another writer holds the book. */
export async function tryLockBook(tx: Tx, bookId: number): Promise<boolean> {
  const [row] = await tx.query<{ got: boolean }>('select pg_try_advisory_xact_lock($1, $2) as got', [
    BOOK_LOCK,
    bookId,
  ]);
  return row!.got;
}

const BOOK_LOCK = 0x626f6f6b; // 'book'

/** Which rule a posting was hashed by. What was posted under the first still verifies by it; nothing new is. */
export type HashVersion = 1 | 2;

export interface Posting extends PostingFacts {
  readonly hashVersion: HashVersion;
  readonly root: Uint8Array;
  readonly previousHash: Uint8Array;
  readonly hash: Uint8Array;
}

export async function insertPosting(tx: Tx, posting: Posting): Promise<void> {
  await tx.query(
    `insert into postings (book_id, posting_id, first_voucher_id, last_voucher_id, line_count, posted_at, posted_by, root,
                           previous_hash, hash, hash_version)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      posting.bookId,
      posting.postingId,
      posting.firstVoucherId,
      posting.lastVoucherId,
      posting.lineCount,
      posting.postedAt,
      posting.postedBy,
      posting.root,
      posting.previousHash,
      posting.hash,
      posting.hashVersion,
    ],
  );
}

export interface PostedVoucher {
  readonly voucher: Voucher;
  readonly postingId: bigint;
  readonly flowVersionId: number | null;
  readonly hash: Uint8Array;
  /** One per line, from `dimension-sets.ts`. */
  readonly setIds: readonly number[];
  /** One per line. */
  readonly accountIds: readonly number[];
}

const VOUCHER_COLUMNS: Columns<PostedVoucher> = {
  book_id: ['int', ({ voucher }) => voucher.bookId],
  voucher_id: ['int8', ({ voucher }) => voucher.id],
  posting_id: ['int8', ({ postingId }) => postingId],
  period: ['int', ({ voucher }) => voucher.period],
  word: ['text', ({ voucher }) => voucher.word],
  number: ['int', ({ voucher }) => voucher.number],
  date: ['date', ({ voucher }) => voucher.date],
  kind: ['text', ({ voucher }) => voucher.kind],
  reverses: ['int8', ({ voucher }) => voucher.reverses],
  attachment_count: ['int', ({ voucher }) => voucher.attachmentCount],
  prepared_by: ['text', ({ voucher }) => voucher.preparedBy],
  reviewed_by: ['text', ({ voucher }) => voucher.reviewedBy],
  source_kinds: ['text[]', ({ voucher }) => listLiteral(voucher.sourceKinds)],
  flow_version_id: ['int', ({ flowVersionId }) => flowVersionId],
  total_minor: ['int8', ({ voucher }) => voucher.lines.reduce((sum, line) => sum + line.debitMinor, 0n)],
  hash: ['bytea', ({ hash }) => hash],
};

interface PostedLine {
  readonly posted: PostedVoucher;
  readonly line: VoucherLine;
  /** 0-based. */
  readonly index: number;
}

const LINE_COLUMNS: Columns<PostedLine> = {
  book_id: ['int', ({ posted }) => posted.voucher.bookId],
  voucher_id: ['int8', ({ posted }) => posted.voucher.id],
  line_no: ['int2', ({ index }) => index + 1],
  account_id: ['int', ({ posted, index }) => posted.accountIds[index]!],
  set_id: ['int', ({ posted, index }) => posted.setIds[index]!],
  debit_minor: ['int8', ({ line }) => line.debitMinor],
  credit_minor: ['int8', ({ line }) => line.creditMinor],
  currency: ['text', ({ line }) => line.currency],
  amount_minor: ['int8', ({ line }) => line.amountMinor],
  rate: ['text', ({ line }) => line.rate],
  quantity: ['text', ({ line }) => line.quantity],
  unit_price: ['text', ({ line }) => line.unitPrice],
  summary: ['text', ({ line }) => line.summary],
  template_line: ['int2', ({ line }) => line.templateLine],
};

export async function insertVouchers(tx: Tx, posted: readonly PostedVoucher[]): Promise<void> {
  await insertFrom(tx, { table: 'vouchers', columns: VOUCHER_COLUMNS }, posted);
}

export async function insertVoucherLines(tx: Tx, vouchers: readonly PostedVoucher[]): Promise<void> {
  const lines = vouchers.flatMap((posted) =>
    posted.voucher.lines.map((line, index) => ({ posted, line, index })),
  );
  await insertFrom(tx, { table: 'voucher_lines', columns: LINE_COLUMNS }, lines);
}
