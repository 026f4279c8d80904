import type { Book, Period } from '#core/ledger/book.ts';
import { type ClosingCheck, checkClosing } from '#core/ledger/closing-checks.ts';
import { readMovements } from '#storage/balance-reads.ts';
import type { Tx } from '#storage/database.ts';
import { countForClosing, foreignOpenAt } from '#storage/period-checks.ts';

/** The list for closing a period of a book, as things stand. */
export async function readClosing(tx: Tx, book: Book, period: Period): Promise<ClosingCheck[]> {
  const { id: bookId, baseCurrency } = book;
  const { id, startsOn, endsOn } = period;
  const rows = await readMovements(tx, bookId, { from: 0, to: id });
  const movements = rows.map(
    ({ account, opening_minor: openingMinor, debit_minor: debitMinor, credit_minor: creditMinor }) =>
      [account, { openingMinor, debitMinor, creditMinor }] as const,
  );
  return checkClosing({
    book,
    period,
    counts: await countForClosing(tx, { bookId, period: id, startsOn, endsOn }),
    movements: new Map(movements),
    foreign: await foreignOpenAt(tx, { bookId, period: id, baseCurrency }),
  });
}

/** What keeps the period from being closed. */
export function blocking(checks: readonly ClosingCheck[]): ClosingCheck[] {
  return checks.filter(({ ok, effect }) => !ok && effect === 'block');
}
