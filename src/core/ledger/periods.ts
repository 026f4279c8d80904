import { addDays, addMonths, type CalendarDate, dateOf, monthOf } from '#core/calendar/date.ts';
import { accept, assert, type Outcome, refuse } from '#core/trouble/trouble.ts';
import type { Book, Period } from './book.ts';

/**
 * Twelve open month periods of a fiscal year, numbered year × 100 + 1 … 12. With `startMonth` 4 the year 2026 runs from
 * April 2026 to March 2027, as in Japan.
 */
export function buildPeriods(year: number, startMonth = 1): Period[] {
  assert(Number.isInteger(startMonth) && startMonth >= 1 && startMonth <= 12, 'a year starts in a month');
  const firstDay = dateOf(year, startMonth, 1);
  return Array.from({ length: 12 }, (_, index) => {
    const startsOn = addMonths(firstDay, index);
    return {
      id: year * 100 + index + 1,
      startsOn,
      endsOn: addDays(addMonths(startsOn, 1), -1),
      state: 'open',
    };
  });
}

/** The period in which `date` lies, or null before the first and after the last one. */
export function periodOf(book: Pick<Book, 'periods'>, date: CalendarDate): Period | null {
  const { periods } = book;
  let low = 0;
  let high = periods.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (periods[middle]!.startsOn <= date) low = middle + 1;
    else high = middle;
  }
  const found = periods[low - 1];
  return found !== undefined && date <= found.endsOn ? found : null;
}

/** The period with that id, or null. */
export function periodById(book: Pick<Book, 'periods'>, id: number): Period | null {
  const { periods } = book;
  let low = 0;
  let high = periods.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const period = periods[middle]!;
    if (period.id === id) return period;
    if (period.id < id) low = middle + 1;
    else high = middle - 1;
  }
  return null;
}

/** The first open period after period `id`, or null. */
export function nextOpenPeriod(book: Pick<Book, 'periods'>, id: number): Period | null {
  return book.periods.find((period) => period.id > id && period.state === 'open') ?? null;
}

/** The period to be closed next: the earliest open one, or null when all are closed. */
export function nextPeriodToClose(book: Pick<Book, 'periods'>): Period | null {
  return book.periods.find((period) => period.state === 'open') ?? null;
}

/** Accepts the period that may be closed now. Periods close in order, so that no closing balance can still change. */
export function decideClosePeriod(book: Pick<Book, 'periods'>, id: number): Outcome<Period> {
  const period = periodById(book, id);
  if (period === null) return refuse({ code: 'period_unknown', params: { period: String(id) } });
  if (period.state === 'closed') {
    return refuse({ code: 'period_already_closed', params: { period: String(id) } });
  }
  const earlier = nextPeriodToClose(book);
  if (earlier !== null && earlier.id < id) {
    return refuse({
      code: 'period_earlier_open',
      params: { period: String(id), earlier: String(earlier.id) },
    });
  }
  return accept(period);
}

/** Accepts the period that may be opened again: only the last closed one, so that closed periods stay without a gap. */
export function decideReopenPeriod(book: Pick<Book, 'periods'>, id: number): Outcome<Period> {
  const period = periodById(book, id);
  if (period === null) return refuse({ code: 'period_unknown', params: { period: String(id) } });
  if (period.state === 'open') return refuse({ code: 'period_already_open', params: { period: String(id) } });
  const later = book.periods.findLast((other) => other.state === 'closed');
  if (later !== undefined && later.id > id) {
    return refuse({ code: 'period_later_closed', params: { period: String(id), later: String(later.id) } });
  }
  return accept(period);
}

/** The fiscal year after the last one of a book: its number and its periods, which begin the day after. */
export function nextFiscalYear({ periods }: Pick<Book, 'periods'>): { year: number; periods: Period[] } {
  const last = periods.at(-1);
  assert(last !== undefined, 'a book has periods');
  const year = Math.floor(last.id / 100) + 1;
  return { year, periods: buildPeriods(year, monthOf(addDays(last.endsOn, 1))) };
}

/** The periods of a year that may be added now: only the next one, so that no day is left out. */
export function decideAddYear(book: Pick<Book, 'periods'>, year: number): Outcome<Period[]> {
  const next = nextFiscalYear(book);
  if (next.year === year) return accept(next.periods);
  return refuse({ code: 'year_not_next', params: { year: String(year), next: String(next.year) } });
}

/** The first hole or overlap between consecutive periods, or null: periods follow each other day on day, in order of id. */
export function findPeriodGap(periods: readonly Period[]): { after: Period; before: Period } | null {
  for (const [index, before] of periods.entries()) {
    const after = periods[index - 1];
    if (after === undefined) continue;
    if (before.id <= after.id || before.startsOn !== addDays(after.endsOn, 1)) return { after, before };
  }
  return null;
}
