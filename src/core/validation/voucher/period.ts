import { isCalendarDate } from '#core/calendar/date.ts';
import { periodById, periodOf } from '#core/ledger/periods.ts';
import { finding, NO_FINDINGS, type VoucherCheck } from './check.ts';

/** V06: the date lies in a period of the book, the voucher names that very period, and it is open. */
export const checkPeriod: VoucherCheck = ({ date, period: id }, { book }) => {
  const first = book.periods[0];
  if (!isCalendarDate(date) || first === undefined) {
    return [finding('period_missing', 'date', { date, period: String(id) })];
  }
  if (date < first.startsOn) return [finding('before_book_start', 'date', { date, start: first.startsOn })];
  const named = periodById(book, id);
  if (named === null) return [finding('period_missing', 'period', { date, period: String(id) })];
  if (date < named.startsOn || date > named.endsOn) {
    const right = periodOf(book, date);
    if (right === null) return [finding('period_missing', 'date', { date, period: String(id) })];
    return [finding('period_mismatch', 'period', { date, period: String(id), right: String(right.id) })];
  }
  if (named.state === 'open') return NO_FINDINGS;
  return [finding('period_closed', 'date', { date, period: String(id) })];
};
