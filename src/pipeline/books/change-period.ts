import type { Book, Period } from '#core/ledger/book.ts';
import { decideClosePeriod, decideReopenPeriod } from '#core/ledger/periods.ts';
import { type Outcome, refuse } from '#core/trouble/trouble.ts';
import type { BookCache } from '#pipeline/post/book-cache.ts';
import { audit } from '#storage/audit-log.ts';
import { setPeriodState } from '#storage/book-data.ts';
import { readBookHead } from '#storage/book-head.ts';
import type { Tx } from '#storage/database.ts';
import { lockBook } from '#storage/ledger.ts';
import { blocking, readClosing } from './read-closing.ts';

const LOCK_WAIT_MS = 20_000;

export interface PeriodChange {
  readonly bookId: number;
  readonly period: number;
  readonly to: Period['state'];
  readonly by: string;
  /** Why it is reopened, for the audit log. */
  readonly note?: string;
}

/** Closes (where nothing on the list for closing blocks it) or reopens a period as the book's writer, so that nothing is posted into it between the decision and its effect. */
export async function changePeriod(
  tx: Tx,
  cache: BookCache,
  { bookId, period, to, by, note }: PeriodChange,
): Promise<Outcome<Period>> {
  await lockBook(tx, bookId, LOCK_WAIT_MS);
  const { masterVersion } = await readBookHead(tx, bookId);
  const { book } = await cache.book(tx, bookId, masterVersion);
  const decision = decide(book, { period, to });
  if (!decision.ok) return decision;
  const inTheWay = to === 'closed' ? blocking(await readClosing(tx, book, decision.value)) : [];
  if (inTheWay.length > 0) {
    const codes = inTheWay.map(({ code }) => code).join(', ');
    return refuse({ code: 'period_not_ready', params: { period: String(period), codes } });
  }
  await setPeriodState(tx, bookId, { period, state: to, by });
  await audit(tx, {
    actor: by,
    action: to === 'closed' ? 'period.close' : 'period.reopen',
    subject: `book:${book.code}`,
    details: { period, ...(note === undefined ? {} : { note }) },
  });
  return { ok: true, value: { ...decision.value, state: to } };
}

function decide(book: Book, { period, to }: Pick<PeriodChange, 'period' | 'to'>): Outcome<Period> {
  return to === 'closed' ? decideClosePeriod(book, period) : decideReopenPeriod(book, period);
}
