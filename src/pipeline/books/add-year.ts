import type { Period } from '#core/ledger/book.ts';
import { decideAddYear } from '#core/ledger/periods.ts';
import type { Outcome } from '#core/trouble/trouble.ts';
import type { BookCache } from '#pipeline/post/book-cache.ts';
import { audit } from '#storage/audit-log.ts';
import { addPeriods } from '#storage/book-data.ts';
import { readBookHead } from '#storage/book-head.ts';
import type { Tx } from '#storage/database.ts';
import { lockBook } from '#storage/ledger.ts';

const LOCK_WAIT_MS = 20_000;

export interface YearToAdd {
  readonly bookId: number;
  readonly year: number;
  readonly by: string;
}

/** Adds the open periods of the fiscal year after a book's last one, as the book's writer. */
export async function addYear(
  tx: Tx,
  cache: BookCache,
  { bookId, year, by }: YearToAdd,
): Promise<Outcome<Period[]>> {
  await lockBook(tx, bookId, LOCK_WAIT_MS);
  const { masterVersion } = await readBookHead(tx, bookId);
  const { book } = await cache.book(tx, bookId, masterVersion);
  const periods = decideAddYear(book, year);
  if (!periods.ok) return periods;
  await addPeriods(tx, bookId, periods.value, by);
  await audit(tx, {
    actor: by,
    action: 'period.add-year',
    subject: `book:${book.code}`,
    details: { year },
  });
  return periods;
}
