import { AMOUNT_DIGITS_MAX, AMOUNT_LENGTH_MAX, AMOUNT_MINOR_MAX } from '#core/limits.ts';
import { accept, assert, type Outcome, refuse } from '#core/trouble/trouble.ts';
import type { Currency } from './currency.ts';
import { minorUnitsOf } from './currency.ts';
import { divideRound, formatDecimal, parseDecimal, powerOfTen, roundDecimal } from './decimal.ts';

const ZERO = 0x30;
const NINE = 0x39;
const POINT = 0x2e;
const MINUS = 0x2d;

/** The longest text whose digits surely form an integer below 2^53, even after padding to four decimals. */
const FAST_LENGTH_MAX = 11;

/** What `parsePlain` answers when the text is not of the plain kind; no plain amount is that large. */
const NOT_PLAIN = Number.MAX_SAFE_INTEGER;

/**
 * The minor units of a decimal amount as text: `123.45` CNY is 12345n.
 *
 * Strict on purpose: no thousands commas, exponents, spaces or full-width digits — a mapping removes what its
 * source writes, and a silent guess about money is worse than a question. Decimals beyond the currency's are
 * taken when they are zeros (`10.0000`), and refused when value would be lost.
 */
export function parseAmount(text: string, currency: Currency): Outcome<bigint> {
  const minorUnits = minorUnitsOf(currency);
  if (minorUnits === null) return refuse({ code: 'currency_unknown', params: { currency } });
  const plain = parsePlain(text, minorUnits);
  return plain === NOT_PLAIN ? parseAnyAmount(text, currency) : accept(BigInt(plain));
}

/** The amount in major units with the currency's decimals: 12345n CNY is `123.45`. */
export function formatAmount(minor: bigint, currency: Currency): string {
  return formatDecimal({ coefficient: minor, scale: knownMinorUnits(currency) });
}

/** A decimal of any precision (a formula's result) rounded half up, away from zero, to minor units. */
export function roundToMinor(decimalText: string, currency: Currency): Outcome<bigint> {
  const minorUnits = minorUnitsOf(currency);
  if (minorUnits === null) return refuse({ code: 'currency_unknown', params: { currency } });
  const decimal = parseDecimal(decimalText);
  if (decimal === null) return notADecimal(decimalText);
  return withinRange(roundDecimal(decimal, minorUnits), decimalText);
}

/**
 * `minor` of `from` in minor units of `to`, at `rate` units of `to` for one unit of `from`.
 * The product is exact and rounded once, half up (away from zero). `rate` was checked when it was stored.
 *
 * @example convertMinor(10_000n, 'USD', '7.1234', 'CNY') // 71234n
 */
export function convertMinor(minor: bigint, from: Currency, rate: string, to: Currency): bigint {
  const decimal = parseDecimal(rate);
  assert(decimal !== null, `the rate ${rate} is a decimal`);
  const shift = knownMinorUnits(to) - knownMinorUnits(from) - decimal.scale;
  const product = minor * decimal.coefficient;
  return shift >= 0 ? product * powerOfTen(shift) : divideRound(product, powerOfTen(-shift));
}

/**
 * Reads `[-]digits[.digits]` of at most 11 characters in one pass without allocating. The running value is
 * an integer below 2^53, so a double holds it exactly; no fraction ever exists. `-0` cannot leave as BigInt(−0) is 0n.
 */
function parsePlain(text: string, minorUnits: number): number {
  const length = text.length;
  const start = text.charCodeAt(0) === MINUS ? 1 : 0;
  if (length > FAST_LENGTH_MAX || length === start) return NOT_PLAIN;
  let value = 0;
  let pointAt = length;
  for (let i = start; i < length; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= ZERO && unit <= NINE) value = value * 10 + (unit - ZERO);
    else if (unit === POINT && pointAt === length && i > start) pointAt = i;
    else return NOT_PLAIN;
  }
  const decimals = pointAt === length ? 0 : length - pointAt - 1;
  if (decimals > minorUnits || (decimals === 0 && pointAt !== length)) return NOT_PLAIN;
  for (let i = decimals; i < minorUnits; i++) value *= 10;
  return start === 1 ? -value : value;
}

function parseAnyAmount(text: string, currency: Currency): Outcome<bigint> {
  const decimal = parseDecimal(text);
  if (decimal === null) return notADecimal(text);
  const minorUnits = knownMinorUnits(currency);
  const minor = roundDecimal(decimal, minorUnits);
  if (minor * powerOfTen(decimal.scale) !== decimal.coefficient * powerOfTen(minorUnits)) {
    return refuse({
      code: 'amount_too_precise',
      params: { text, currency, decimals: String(minorUnits) },
    });
  }
  return withinRange(minor, text);
}

function withinRange(minor: bigint, text: string): Outcome<bigint> {
  return minor > AMOUNT_MINOR_MAX || minor < -AMOUNT_MINOR_MAX ? tooLarge(text) : accept(minor);
}

function notADecimal(text: string): Outcome<never> {
  // A number with more digits than any decimal of ours is still a number: say what is really wrong with it.
  if (/^-?\d+(\.\d+)?$/.test(text)) return tooLarge(text);
  return refuse({ code: 'amount_not_a_number', params: { text: excerpt(text) } });
}

function tooLarge(text: string): Outcome<never> {
  return refuse({
    code: 'amount_too_large',
    params: { text: excerpt(text), digits: String(AMOUNT_DIGITS_MAX) },
  });
}

/** Evidence stays short: a megabyte of "amount" must not travel through logs and messages. */
function excerpt(text: string): string {
  return text.length <= AMOUNT_LENGTH_MAX ? text : `${text.slice(0, AMOUNT_LENGTH_MAX)}…`;
}

function knownMinorUnits(currency: Currency): number {
  const minorUnits = minorUnitsOf(currency);
  assert(minorUnits !== null, `the currency ${currency} was checked before`);
  return minorUnits;
}
