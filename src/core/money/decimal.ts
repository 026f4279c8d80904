import { DECIMAL_DIGITS_MAX, DECIMAL_SCALE_MAX } from '#core/limits.ts';

/** An exact decimal: `coefficient` / 10^`scale`. 7.1234 is {71234n, 4}. */
export interface Decimal {
  readonly coefficient: bigint;
  readonly scale: number;
}

const ZERO = 0x30;
const NINE = 0x39;
const POINT = 0x2e;
const MINUS = 0x2d;

/** Integers of up to 15 digits are exact in a double, and cheaper to build than a bigint digit by digit. */
const EXACT_INTEGER_DIGITS = 15;

const powers: readonly bigint[] = Array.from(
  { length: 2 * DECIMAL_DIGITS_MAX + 1 },
  (_, exponent) => 10n ** BigInt(exponent),
);

/** 10^exponent, from a table for every exponent that our limits allow. */
export function powerOfTen(exponent: number): bigint {
  return powers[exponent] ?? 10n ** BigInt(exponent);
}

/**
 * The exact value of a plain decimal text (`-12.50`), or null when it is anything else.
 *
 * No exponents, no thousands commas, no spaces, no full-width digits, a digit on both sides of the point:
 * what an outside system means by those is a question for its mapping, not for arithmetic.
 *
 * @example parseDecimal('7.1234') // { coefficient: 71234n, scale: 4 }
 */
export function parseDecimal(text: string): Decimal | null {
  const shape = scanDecimal(text);
  if (shape === NOT_A_DECIMAL) return null;
  const scale = shape % SCALE_RADIX;
  const digitCount = Math.floor(shape / SCALE_RADIX);
  if (digitCount > DECIMAL_DIGITS_MAX || scale > DECIMAL_SCALE_MAX) return null;
  const digits = scale === 0 ? text : text.slice(0, -scale - 1) + text.slice(-scale);
  const coefficient = digitCount <= EXACT_INTEGER_DIGITS ? BigInt(Number(digits)) : BigInt(digits);
  return { coefficient, scale };
}

/** The decimal as text, with exactly `scale` digits after the point. */
export function formatDecimal({ coefficient, scale }: Decimal): string {
  if (scale === 0) return coefficient.toString();
  const negative = coefficient < 0n;
  const digits = (negative ? -coefficient : coefficient).toString().padStart(scale + 1, '0');
  return `${negative ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

/** −1, 0 or 1 as `a` is smaller than, equal to or larger than `b`; 1.0 equals 1.00. */
export function compareDecimals(a: Decimal, b: Decimal): -1 | 0 | 1 {
  const left = b.scale > a.scale ? a.coefficient * powerOfTen(b.scale - a.scale) : a.coefficient;
  const right = a.scale > b.scale ? b.coefficient * powerOfTen(a.scale - b.scale) : b.coefficient;
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** `value` as an integer count of 10^−scale, rounded half up (away from zero). */
export function roundDecimal(value: Decimal, scale: number): bigint {
  if (value.scale <= scale) return value.coefficient * powerOfTen(scale - value.scale);
  return divideRound(value.coefficient, powerOfTen(value.scale - scale));
}

/** a × b as an integer count of 10^−scale. The exact product is rounded once, half up (away from zero). */
export function multiplyRound(a: Decimal, b: Decimal, scale: number): bigint {
  return roundDecimal({ coefficient: a.coefficient * b.coefficient, scale: a.scale + b.scale }, scale);
}

/** `numerator` / `denominator` rounded half up, away from zero: 5/2 is 3, −5/2 is −3. The denominator is positive. */
export function divideRound(numerator: bigint, denominator: bigint): bigint {
  const twice = 2n * numerator;
  return (numerator < 0n ? twice - denominator : twice + denominator) / (2n * denominator);
}

const NOT_A_DECIMAL = -1;
const SCALE_RADIX = 1_000_000;

/** Digit count and scale packed into one number (digits × 10^6 + scale), so that the hot path allocates nothing. */
function scanDecimal(text: string): number {
  const length = text.length;
  if (length > DECIMAL_DIGITS_MAX + 2) return NOT_A_DECIMAL;
  const start = text.charCodeAt(0) === MINUS ? 1 : 0;
  let pointAt = -1;
  for (let i = start; i < length; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= ZERO && unit <= NINE) continue;
    if (unit !== POINT || pointAt !== -1 || i === start) return NOT_A_DECIMAL;
    pointAt = i;
  }
  if (length === start || pointAt === length - 1) return NOT_A_DECIMAL;
  if (pointAt === -1) return (length - start) * SCALE_RADIX;
  return (length - start - 1) * SCALE_RADIX + (length - pointAt - 1);
}
