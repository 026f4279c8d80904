import type { Period } from './book-types.ts';

export interface PeriodRange {
  readonly from: number;
  readonly to: number;
}

/** The period people come to look at: the last one with vouchers, else the first that is open, else the last. */
export function usualPeriod(periods: readonly Pick<Period, 'id' | 'state' | 'vouchers'>[]): number | null {
  const busy = periods.findLast(({ vouchers }) => vouchers > 0);
  const open = periods.find(({ state }) => state === 'open');
  return (busy ?? open ?? periods.at(-1))?.id ?? null;
}

/** The range the address asks for, within the periods there are. An end before its beginning is moved up to it. */
export function rangeOf(search: URLSearchParams, periods: readonly Period[]): PeriodRange | null {
  const usual = usualPeriod(periods);
  if (usual === null) return null;
  const known = (name: string) => periods.find(({ id }) => String(id) === search.get(name))?.id;
  const from = known('from') ?? known('to') ?? usual;
  return { from, to: Math.max(from, known('to') ?? from) };
}

/** @example periodParts(202603) // { year: '2026', no: '3' } */
export function periodParts(period: number): { readonly year: string; readonly no: string } {
  return { year: String(Math.floor(period / 100)), no: String(period % 100) };
}
