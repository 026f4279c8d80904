import type { Refusal } from '#core/trouble/trouble.ts';
import { type BookRow, listBooks } from '#storage/books.ts';
import type { Database, Tx } from '#storage/database.ts';
import { freezeSnapshot } from '#storage/verification.ts';
import { verifyAudit } from './verify-audit.ts';
import { verifyPostings } from './verify-postings.ts';
import { verifyRecords } from './verify-records.ts';
import { verifySums } from './verify-sums.ts';

export interface VerifyOptions {
  /** One book only; default all, and the audit log. */
  readonly book?: BookRow;
  /** Hears of every difference as it is found; there may be more than memory should hold. */
  readonly found: (difference: BookDifference) => void;
  readonly progress?: (done: { book: string; vouchers: number }) => void;
}

/** Something that is not as it was posted. The text of the refusal says where, why and what to do. */
export interface BookDifference {
  /** Null: the audit log, which belongs to no book. */
  readonly book: string | null;
  readonly refusal: Refusal;
}

export interface VerifiedBook {
  readonly book: string;
  readonly postings: number;
  readonly vouchers: number;
  readonly lines: number;
  readonly records: number;
  /** Head of the chain over all postings, hex: kept elsewhere, it proves that nothing was cut off since. */
  readonly head: string;
}

export interface Verification {
  readonly ok: boolean;
  readonly differences: number;
  readonly books: readonly VerifiedBook[];
  readonly audit: { readonly entries: number; readonly head: string } | null;
}

/** Reading everything once may take minutes on a large book; nobody waits for it but the caller. */
const TIMEOUT_MS = 3_600_000;

/**
 * Recomputes what was promised: the hash of every voucher, the chain of every book and of the audit log, numbers without
 * gaps, balances as sums of lines, and a place for every record. Sees one moment of the database, page by page.
 */
export async function verify(database: Database, options: VerifyOptions): Promise<Verification> {
  return database.transaction(
    async (tx) => {
      await freezeSnapshot(tx);
      let differences = 0;
      const found = (difference: BookDifference) => {
        differences += 1;
        options.found(difference);
      };
      const books: VerifiedBook[] = [];
      for (const book of options.book ? [options.book] : await listBooks(tx)) {
        books.push(await verifyBook(tx, book, { ...options, found }));
      }
      const audit = options.book ? null : await verifyAudit(tx, (refusal) => found({ book: null, refusal }));
      return { ok: differences === 0, differences, books, audit };
    },
    { statementTimeoutMs: TIMEOUT_MS },
  );
}

async function verifyBook(tx: Tx, book: BookRow, options: VerifyOptions): Promise<VerifiedBook> {
  const found = (refusal: Refusal) => options.found({ book: book.code, refusal });
  const ledger = await verifyPostings(tx, book.book_id, {
    found,
    progress: (vouchers) => options.progress?.({ book: book.code, vouchers }),
  });
  await verifySums(tx, book, found);
  const records = await verifyRecords(tx, book.book_id, found);
  return { book: book.code, ...ledger, records };
}
