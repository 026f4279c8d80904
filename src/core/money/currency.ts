import { ACTIVE_CURRENCIES, WITHDRAWN_CURRENCIES } from './currencies.ts';

/** ISO 4217 alphabetic code, e.g. `CNY`. */
export type Currency = string;

const digitsOf: ReadonlyMap<string, number> = new Map(
  [ACTIVE_CURRENCIES, WITHDRAWN_CURRENCIES].flatMap((table) =>
    Object.entries(table).flatMap(([digits, codes]) =>
      codes
        .trim()
        .split(/\s+/)
        .map((code): [string, number] => [code, Number(digits)]),
    ),
  ),
);

/** How many decimals an amount of `currency` has (CNY 2, JPY 0, KWD 3), or null when we do not know the code. */
export function minorUnitsOf(currency: Currency): number | null {
  return digitsOf.get(currency) ?? null;
}

/** Every code `minorUnitsOf` knows, in alphabetical order: for forms and documentation. */
export function listCurrencies(): Currency[] {
  return [...digitsOf.keys()].sort();
}
