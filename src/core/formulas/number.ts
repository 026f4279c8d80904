import {
  type Decimal,
  divideRound,
  formatDecimal,
  parseDecimal,
  powerOfTen,
  roundDecimal,
} from '#core/money/decimal.ts';
import { FormulaTrouble } from './trouble.ts';

/** A number inside a formula: an exact decimal with an identity that no JSON object has. */
export class Exact implements Decimal {
  readonly coefficient: bigint;
  readonly scale: number;

  constructor(coefficient: bigint, scale: number) {
    this.coefficient = coefficient;
    this.scale = scale;
  }
}

/** Digits after the point that a result keeps; longer ones are rounded half away from zero. */
const SCALE_MAX = 28;
/** A coefficient beyond this is a mistake or an attack, not a sum of money. */
const COEFFICIENT_MAX = powerOfTen(60);

export const ZERO = new Exact(0n, 0);
const ONE = new Exact(1n, 0);

/** The number a plain decimal text stands for, or null. */
export function exactFromText(text: string): Exact | null {
  const decimal = parseDecimal(text);
  return decimal === null ? null : limited(decimal.coefficient, decimal.scale);
}

export function exactFromMinor(minor: bigint, minorUnits: number): Exact {
  return new Exact(minor, minorUnits);
}

/** Plain notation without superfluous zeros: `-12.5`, `0`. */
export function exactToText(value: Exact): string {
  const text = formatDecimal(value);
  return value.scale === 0 ? text : text.replace(/\.?0+$/, '').replace(/^-0$/, '0');
}

export function addExact(a: Exact, b: Exact): Exact {
  const scale = Math.max(a.scale, b.scale);
  return limited(coefficientAt(a, scale) + coefficientAt(b, scale), scale);
}

export function negateExact(a: Exact): Exact {
  return new Exact(-a.coefficient, a.scale);
}

export function multiplyExact(a: Exact, b: Exact): Exact {
  return limited(a.coefficient * b.coefficient, a.scale + b.scale);
}

/** a ÷ b to 28 places, or null for a division by zero. */
export function divideExact(a: Exact, b: Exact): Exact | null {
  if (b.coefficient === 0n) return null;
  const sign = b.coefficient < 0n ? -1n : 1n;
  const dividend = sign * a.coefficient * powerOfTen(SCALE_MAX + b.scale);
  return limited(divideRound(dividend, sign * b.coefficient * powerOfTen(a.scale)), SCALE_MAX);
}

/** What is left of a after taking away whole b's, with the sign of a; null when b is zero. */
export function remainderExact(a: Exact, b: Exact): Exact | null {
  if (b.coefficient === 0n) return null;
  const scale = Math.max(a.scale, b.scale);
  return new Exact(coefficientAt(a, scale) % coefficientAt(b, scale), scale);
}

/** a to a whole power from −64 to 64. */
export function powerExact(a: Exact, b: Exact): Exact | null {
  const exponent = wholeOf(b);
  if (exponent === null || Math.abs(exponent) > 64) throw new FormulaTrouble('formula_number_too_large');
  let result = ONE;
  for (let i = 0; i < Math.abs(exponent); i += 1) result = multiplyExact(result, a);
  return exponent < 0 ? divideExact(ONE, result) : result;
}

export type Rounding = 'half-up' | 'floor' | 'ceil' | 'trunc';

/** Half-up means away from zero for negatives too, as bookkeepers round (四舍五入). */
export function roundExact(a: Exact, places: number, rounding: Rounding): Exact {
  if (a.scale <= places) return a;
  if (rounding === 'half-up') return new Exact(roundDecimal(a, places), places);
  const divisor = powerOfTen(a.scale - places);
  const quotient = a.coefficient / divisor;
  const left = a.coefficient % divisor;
  const step = rounding === 'floor' && left < 0n ? -1n : rounding === 'ceil' && left > 0n ? 1n : 0n;
  return new Exact(quotient + step, places);
}

/** The value as a small JavaScript integer (an index, a count of places), or null when it is none. */
export function wholeOf(a: Exact): number | null {
  const divisor = powerOfTen(a.scale);
  if (a.coefficient % divisor !== 0n) return null;
  const whole = Number(a.coefficient / divisor);
  return Number.isSafeInteger(whole) ? whole : null;
}

function coefficientAt(a: Exact, scale: number): bigint {
  return a.scale === scale ? a.coefficient : a.coefficient * powerOfTen(scale - a.scale);
}

function limited(coefficient: bigint, scale: number): Exact {
  if (coefficient > COEFFICIENT_MAX || coefficient < -COEFFICIENT_MAX) {
    throw new FormulaTrouble('formula_number_too_large');
  }
  return scale <= SCALE_MAX
    ? new Exact(coefficient, scale)
    : new Exact(divideRound(coefficient, powerOfTen(scale - SCALE_MAX)), SCALE_MAX);
}
