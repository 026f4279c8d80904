import type { Currency } from '#core/money/currency.ts';
import { sortRates } from '#core/money/rates.ts';
import type { Book, BookSettings, DimensionValue, Rate } from './book.ts';
import { type ChartOptions, type ChartStandard, expandChart } from './chart.ts';
import { buildPeriods } from './periods.ts';

/** What a book is set to until somebody decides otherwise. */
const DEFAULT_BOOK_SETTINGS: BookSettings = {
  fxToleranceMinor: 1n,
  preparerMayNotReview: true,
  pnlReversal: 'negative-credit',
  attachmentsRequired: true,
};

export interface NewBook {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly standard: ChartStandard;
  readonly baseCurrency: Currency;
  /** Fiscal years to set up, ascending and without a gap. */
  readonly years: readonly number[];
  /** First month of the fiscal year. Default 1. */
  readonly startMonth?: number;
  readonly chart?: ChartOptions;
  /** Dimension → its values. */
  readonly dimensions?: Readonly<Record<string, readonly DimensionValue[]>>;
  readonly rates?: readonly Rate[];
  readonly settings?: Partial<BookSettings>;
}

/** A complete book from a ready-made chart: every account, open periods of every year, defaults where nothing was said. */
export function newBook(wanted: NewBook): Book {
  const accounts = expandChart(wanted.standard, wanted.chart);
  const dimensions = Object.entries(wanted.dimensions ?? {});
  return {
    id: wanted.id,
    code: wanted.code,
    name: wanted.name,
    baseCurrency: wanted.baseCurrency,
    standard: wanted.standard,
    settings: { ...DEFAULT_BOOK_SETTINGS, ...wanted.settings },
    accounts: new Map(accounts.map((account) => [account.code, account])),
    periods: wanted.years.flatMap((year) => buildPeriods(year, wanted.startMonth)),
    dimensions: new Map(
      dimensions.map(([name, values]) => [name, new Map(values.map((value) => [value.code, value]))]),
    ),
    rates: sortRates(wanted.rates ?? []),
  };
}
