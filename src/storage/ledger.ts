import type { Voucher } from '#core/ledger/voucher.ts';
import type { Tx } from './database.ts';
import { insertRows, listLiteral } from './rows.ts';

/** Makes this transaction the only writer of the book until it ends. Waits at most `waitMs`, then a retryable fault. */
export async function lockBook(tx: Tx, bookId: number, waitMs: number): Promise<void> {
  await tx.query("select set_config('lock_timeout', $1, true)", [`${waitMs}ms`]);
  await tx.query('select pg_advisory_xact_lock($1, $2)', [BOOK_LOCK, bookId]);
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

export interface Posting {
  readonly bookId: number;
  readonly postingId: bigint;
  readonly firstVoucherId: bigint;
  readonly lastVoucherId: bigint;
  readonly lineCount: number;
  readonly postedBy: string;
  readonly root: Uint8Array;
  readonly previousHash: Uint8Array;
  readonly hash: Uint8Array;
}

export async function insertPosting(tx: Tx, posting: Posting): Promise<void> {
  await tx.query(
    `insert into postings (book_id, posting_id, first_voucher_id, last_voucher_id, line_count, posted_by, root, previous_hash, hash)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      posting.bookId,
      posting.postingId,
      posting.firstVoucherId,
      posting.lastVoucherId,
      posting.lineCount,
      posting.postedBy,
      posting.root,
      posting.previousHash,
      posting.hash,
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

const VOUCHER_COLUMNS = {
  book_id: 'int',
  voucher_id: 'int8',
  posting_id: 'int8',
  period: 'int',
  word: 'text',
  number: 'int',
  date: 'date',
  kind: 'text',
  reverses: 'int8',
  attachment_count: 'int',
  prepared_by: 'text',
  reviewed_by: 'text',
  source_kinds: 'text[]',
  flow_version_id: 'int',
  total_minor: 'int8',
  hash: 'bytea',
};

const LINE_COLUMNS = {
  book_id: 'int',
  voucher_id: 'int8',
  line_no: 'int2',
  account_id: 'int',
  set_id: 'int',
  debit_minor: 'int8',
  credit_minor: 'int8',
  currency: 'text',
  amount_minor: 'int8',
  rate: 'text',
  quantity: 'text',
  unit_price: 'text',
  summary: 'text',
  template_line: 'int2',
};

export async function insertVouchers(tx: Tx, posted: readonly PostedVoucher[]): Promise<void> {
  await insertRows(tx, 'vouchers', VOUCHER_COLUMNS, posted.map(voucherRow));
}

export async function insertVoucherLines(tx: Tx, posted: readonly PostedVoucher[]): Promise<void> {
  await insertRows(tx, 'voucher_lines', LINE_COLUMNS, posted.flatMap(lineRows));
}

function voucherRow({ voucher, postingId, flowVersionId, hash }: PostedVoucher) {
  return {
    book_id: voucher.bookId,
    voucher_id: voucher.id,
    posting_id: postingId,
    period: voucher.period,
    word: voucher.word,
    number: voucher.number,
    date: voucher.date,
    kind: voucher.kind,
    reverses: voucher.reverses,
    attachment_count: voucher.attachmentCount,
    prepared_by: voucher.preparedBy,
    reviewed_by: voucher.reviewedBy,
    source_kinds: listLiteral(voucher.sourceKinds),
    flow_version_id: flowVersionId,
    total_minor: voucher.lines.reduce((sum, line) => sum + line.debitMinor, 0n),
    hash,
  };
}

function lineRows({ voucher, setIds, accountIds }: PostedVoucher) {
  return voucher.lines.map((line, i) => ({
    book_id: voucher.bookId,
    voucher_id: voucher.id,
    line_no: i + 1,
    account_id: accountIds[i]!,
    set_id: setIds[i]!,
    debit_minor: line.debitMinor,
    credit_minor: line.creditMinor,
    currency: line.currency,
    amount_minor: line.amountMinor,
    rate: line.rate,
    quantity: line.quantity,
    unit_price: line.unitPrice,
    summary: line.summary,
    template_line: line.templateLine,
  }));
}

/** Which of these vouchers have been reversed already: id → the reversal's id. */
export async function findReversals(
  tx: Tx,
  bookId: number,
  voucherIds: readonly bigint[],
): Promise<Map<bigint, bigint>> {
  if (voucherIds.length === 0) return new Map();
  const rows = await tx.query<{ reverses: bigint; voucher_id: bigint }>(
    'select reverses, voucher_id from vouchers where book_id = $1 and reverses = any($2::int8[])',
    [bookId, listLiteral(voucherIds)],
  );
  return new Map(rows.map((row) => [row.reverses, row.voucher_id]));
}
