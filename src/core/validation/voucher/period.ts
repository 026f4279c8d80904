import { isCalendarDate } from '#core/calendar/date.ts';
import { periodById, periodOf } from '#core/ledger/periods.ts';
import { finding, NO_FINDINGS, type VoucherCheck } from './check.ts';

/** V06: the date lies in a period of the book, the voucher names that very period, and it is open. */
export const checkPeriod: VoucherCheck = ({ date, period: id }, { book }) => {
  const first = book.periods[0];
  const missing = (at: string) => {
    const last = book.periods.at(-1)?.endsOn;
    return [finding('period_missing', at, { date, period: String(id), ...(last ? { last } : {}) })];
  };
  if (!isCalendarDate(date) || first === undefined) return missing('date');
  if (date < first.startsOn) return [finding('before_book_start', 'date', { date, start: first.startsOn })];
  const named = periodById(book, id);
  if (named === null) return missing('period');
  if (date < named.startsOn || date > named.endsOn) {
    const right = periodOf(book, date);
    if (right === null) return missing('date');
    return [finding('period_mismatch', 'period', { date, period: String(id), right: String(right.id) })];
  }
  if (named.state === 'open') return NO_FINDINGS;
  return [finding('period_closed', 'date', { date, period: String(id) })];
};
