import { assert } from '#core/trouble/trouble.ts';
import { compareDecimals, type Decimal, divideRound, parseDecimal, powerOfTen } from './decimal.ts';

/** The two parts of a tax-included amount; they always add up to it. */
export interface TaxSplit {
  readonly netMinor: bigint;
  readonly taxMinor: bigint;
}

const NONE: Decimal = { coefficient: 0n, scale: 0 };
const WHOLE: Decimal = { coefficient: 1n, scale: 0 };

/** True for a rate written as a fraction of one (`0.13`); `13` and `13%` are not, and would be taken for 1300 %. */
export function isTaxRate(text: string): boolean {
  const rate = parseDecimal(text);
  return rate !== null && compareDecimals(rate, NONE) >= 0 && compareDecimals(rate, WHOLE) < 0;
}

/**
 * Net and tax of an amount that includes tax at `rate` (`0.13`; see `isTaxRate`). The net is rounded half up and the tax is
 * what remains, as invoices are made out, so nothing is lost whatever the rate.
 *
 * @example splitTaxIncluded(11_300n, '0.13') // { netMinor: 10_000n, taxMinor: 1_300n }
 */
export function splitTaxIncluded(grossMinor: bigint, rate: string): TaxSplit {
  const netMinor = netOf(grossMinor, parseTaxRate(rate));
  return { netMinor, taxMinor: grossMinor - netMinor };
}

/**
 * Net and tax of each line of one rate. Each line is rounded by itself; the last line takes the difference to
 * the split of the sum, so that the lines add up to what a split of the whole would say.
 */
export function splitLinesTaxIncluded(grossMinors: readonly bigint[], rate: string): TaxSplit[] {
  const taxRate = parseTaxRate(rate);
  let grossSum = 0n;
  let netSum = 0n;
  const splits = grossMinors.map((grossMinor): TaxSplit => {
    const netMinor = netOf(grossMinor, taxRate);
    grossSum += grossMinor;
    netSum += netMinor;
    return { netMinor, taxMinor: grossMinor - netMinor };
  });
  const last = splits.pop();
  if (last === undefined) return [];
  const difference = netOf(grossSum, taxRate) - netSum;
  return [...splits, { netMinor: last.netMinor + difference, taxMinor: last.taxMinor - difference }];
}

function netOf(grossMinor: bigint, { coefficient, scale }: Decimal): bigint {
  if (coefficient === 0n) return grossMinor;
  const one = powerOfTen(scale);
  return divideRound(grossMinor * one, one + coefficient);
}

function parseTaxRate(text: string): Decimal {
  const rate = parseDecimal(text);
  assert(rate !== null && isTaxRate(text), `the tax rate ${text} was checked before`);
  return rate;
}
