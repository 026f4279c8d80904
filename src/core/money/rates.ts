import type { CalendarDate } from '#core/calendar/date.ts';
import type { Rate } from '#core/ledger/book.ts';
import type { Currency } from './currency.ts';

/**
 * The rate of `currency` and `type` in force on `date`: the latest on or before it, or null.
 * `rates` is sorted as `sortRates` leaves it; the search is binary, a book may hold years of daily rates.
 */
export function findRate(
  rates: readonly Rate[],
  currency: Currency,
  type: string,
  date: CalendarDate,
): Rate | null {
  let low = 0;
  let high = rates.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compareToKey(rates[middle]!, currency, type, date) <= 0) low = middle + 1;
    else high = middle;
  }
  const found = rates[low - 1];
  return found !== undefined && found.currency === currency && found.type === type ? found : null;
}

/** The rates in the order `findRate` searches: by currency, type and date, compared unit by unit (no collation). */
export function sortRates(rates: readonly Rate[]): Rate[] {
  return rates.toSorted((a, b) => compareToKey(a, b.currency, b.type, b.date));
}

function compareToKey(rate: Rate, currency: Currency, type: string, date: CalendarDate): number {
  return compareText(rate.currency, currency) || compareText(rate.type, type) || compareText(rate.date, date);
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
