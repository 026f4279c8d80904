/**
 * Plain integer arithmetic for the truth of the demo. It repeats on purpose what `core/money` does: a truth that is
 * worked out by the code it judges would forgive every mistake of it.
 */

const DIGITS: Readonly<Record<string, number>> = { CNY: 2, USD: 2, JPY: 0 };

/** Minor units as the shop writes them: `1234.50`, and `1234` in a currency without decimals. */
export function minorText(minor: bigint, currency: string): string {
  const digits = DIGITS[currency] ?? 2;
  const sign = minor < 0n ? '-' : '';
  const all = (minor < 0n ? -minor : minor).toString().padStart(digits + 1, '0');
  return digits === 0 ? sign + all : `${sign}${all.slice(0, -digits)}.${all.slice(-digits)}`;
}

/** a / b, rounded half away from zero; b is positive. */
function halfUp(a: bigint, b: bigint): bigint {
  const size = a < 0n ? -a : a;
  const rounded = (size * 2n + b) / (b * 2n);
  return a < 0n ? -rounded : rounded;
}

/** The part of a tax-included amount that is not tax, at a whole percentage. */
export function netOf(gross: bigint, percent: number): bigint {
  return halfUp(gross * 100n, 100n + BigInt(percent));
}

/** `total` shared out by weight; what rounding leaves goes one each to the largest fractions, the first of equals first. */
export function shareOut(total: bigint, weights: readonly bigint[]): bigint[] {
  const sum = weights.reduce((a, b) => a + b, 0n);
  const shares = weights.map((weight) => (total * weight) / sum);
  let left = total - shares.reduce((a, b) => a + b, 0n);
  const order = weights
    .map((weight, index) => ({ index, rest: (total * weight) % sum }))
    .sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1));
  for (const { index } of order) {
    if (left === 0n) break;
    shares[index] = shares[index]! + 1n;
    left -= 1n;
  }
  return shares;
}

/** Fen for an amount in another currency, at a rate written as a decimal. */
export function inFen(minor: bigint, currency: string, rate: string): bigint {
  const [whole = '0', fraction = ''] = rate.split('.');
  const scale = 10n ** BigInt(fraction.length + (DIGITS[currency] ?? 2));
  return halfUp(minor * BigInt(whole + fraction) * 100n, scale);
}
