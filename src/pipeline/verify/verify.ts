import type { Refusal } from '#core/trouble/trouble.ts';
import { type BookRow, listBooks } from '#storage/books.ts';
import type { Database, Tx } from '#storage/database.ts';
import { freezeSnapshot } from '#storage/verification.ts';
import type { BookDifference } from './book-difference.ts';
import { type CheckpointFolder, listFolder } from './opened-checkpoints.ts';
import { type VerifiedAudit, verifyAudit } from './verify-audit.ts';
import { verifyPostings } from './verify-postings.ts';
import { verifyRecords } from './verify-records.ts';
import { verifySums } from './verify-sums.ts';

export interface VerifyOptions {
  /** One book only; default all, and the audit log. */
  readonly book?: BookRow;
  /** Where signed checkpoints are kept. */
  readonly checkpoints: CheckpointFolder;
  /** The database is an older copy: what was signed after it was made says nothing about it. */
  readonly isBackup?: boolean;
  /** Hears of every difference as it is found; there may be more than memory should hold. */
  readonly found: (difference: BookDifference) => void;
  /** What it throws ends the work. */
  readonly progress?: (done: VerifyProgress) => void;
}

/** How far it is: vouchers of a book, or entries of the audit log, which belongs to none. */
export interface VerifyProgress {
  readonly book: string | null;
  readonly done: number;
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
  readonly audit: VerifiedAudit | null;
}

/** Reading everything once may take minutes on a large book; nobody waits for it but the caller. */
const TIMEOUT_MS = 3_600_000;

/**
 * Recomputes what was promised: the hash of every voucher, the chain of every book and of the audit log, the signed
 * checkpoints over both, numbers without gaps, balances as sums of lines, and a place for every record. Sees one moment
 * of the database, page by page.
 */
export async function verify(database: Database, options: VerifyOptions): Promise<Verification> {
  const checkpoints = await listFolder(options.checkpoints);
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
      const audit = options.book
        ? null
        : await verifyAudit(tx, {
            checkpoints,
            isBackup: options.isBackup ?? false,
            found,
            progress: (done) => options.progress?.({ book: null, done }),
          });
      return { ok: differences === 0, differences, books, audit };
    },
    { statementTimeoutMs: TIMEOUT_MS },
  );
}

async function verifyBook(tx: Tx, book: BookRow, options: VerifyOptions): Promise<VerifiedBook> {
  const found = (refusal: Refusal) => options.found({ book: book.code, refusal });
  const ledger = await verifyPostings(tx, book.book_id, {
    found,
    progress: (done) => options.progress?.({ book: book.code, done }),
  });
  await verifySums(tx, book, found);
  const records = await verifyRecords(tx, book.book_id, found);
  return { book: book.code, ...ledger, records };
}
