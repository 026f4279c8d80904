import type { Book } from '#core/ledger/book.ts';
import { audit } from '#storage/audit-log.ts';
import { addPeriods, saveAccounts, saveDimensionValues, saveRates } from '#storage/book-data.ts';
import { createBook } from '#storage/books.ts';
import type { Tx } from '#storage/database.ts';

/** Saves a new book whole: chart, periods, dimension values and rates. Returns the id storage gave it. */
export async function setUpBook(
  tx: Tx,
  { book, by, rehearsal = false }: { book: Book; by: string; rehearsal?: boolean },
): Promise<number> {
  const bookId = await createBook(tx, { ...book, rehearsal });
  await saveAccounts(tx, bookId, [...book.accounts.values()]);
  await addPeriods(tx, bookId, book.periods, by);
  for (const [dimension, values] of book.dimensions) {
    await saveDimensionValues(tx, bookId, dimension, [...values.values()]);
  }
  await saveRates(tx, bookId, book.rates);
  await audit(tx, {
    actor: by,
    action: 'book.create',
    subject: `book:${book.code}`,
    details: {
      standard: book.standard,
      baseCurrency: book.baseCurrency,
      accounts: book.accounts.size,
      rehearsal,
    },
  });
  return bookId;
}
