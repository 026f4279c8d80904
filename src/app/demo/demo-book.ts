import type { Book, DimensionValue, Rate } from '#core/ledger/book.ts';
import { newBook } from '#core/ledger/new-book.ts';
import type { CrosswalkRow } from '#storage/book-data.ts';
import type { Company } from './company.ts';

/** The company's book as it stands before the first voucher: chart, open periods, dimensions and rates. */
export function demoBook({ book, dimensions, departments, projects, customers, rates }: Company): Book {
  return newBook({
    id: 1,
    code: book.code,
    name: book.name,
    standard: 'cas',
    baseCurrency: book.baseCurrency,
    years: book.years,
    chart: { details: ['vat'], dimensions },
    dimensions: {
      customer: customers.map(({ code, name }) => value(code, name)),
      department: Object.entries(departments).map(([code, name]) => value(code, name)),
      project: Object.entries(projects).map(([code, name]) => value(code, name)),
    },
    rates: rates.map(({ currency, date, rate }): Rate => ({ currency, type: 'spot', date, rate })),
  });
}

/** Their codes and ours: the shop's customers and locations, and the tills' shops by code and by name. */
export function crosswalksOf({ customers, locations, tills }: Company): CrosswalkRow[] {
  const row = (name: string, from: string, to: string): CrosswalkRow => ({
    name,
    from,
    to,
    confidence: 1,
    confirmedBy: 'demo',
  });
  return [
    ...customers.map(({ shopId, code }) => row('shop-customer', shopId, code)),
    ...locations.map(({ location, code }) => row('shop-location', location, code)),
    ...tills.flatMap(({ name, code }) => [row('till-shop', name, code), row('till-shop', code, code)]),
  ];
}

function value(code: string, name: string): DimensionValue {
  return { code, name, enabled: true, creditLimitMinor: null };
}
