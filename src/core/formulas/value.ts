import { compareDecimals } from '#core/money/decimal.ts';
import { plainNumberText } from '#core/money/number-text.ts';
import { Exact, exactFromText, exactToText, wholeOf, ZERO } from './number.ts';
import { FormulaTrouble } from './trouble.ts';

/** `[1..5]`: for `in`, and for loops when both ends are written out. */
export class Interval {
  readonly from: Exact;
  readonly to: Exact;
  readonly openFrom: boolean;
  readonly openTo: boolean;

  constructor(from: Exact, to: Exact, open: { from: boolean; to: boolean }) {
    this.from = from;
    this.to = to;
    this.openFrom = open.from;
    this.openTo = open.to;
  }
}

/** What a formula computes with. Arrays and objects are JSON as it came; their members become values when they are read. */
export type Value = null | boolean | string | Exact | Interval | readonly unknown[] | object;

const TEXT_LENGTH_MAX = 100_000;
/** Elements of a range that a formula loops over; as a test (`x in [0..1000000]`) a range may be of any size. */
const RANGE_LENGTH_MAX = 10_000;

/** A JSON value as a formula sees it. A number that lost digits on its way stops the formula. */
export function toValue(raw: unknown): Value {
  switch (typeof raw) {
    case 'string':
    case 'boolean':
      return raw;
    case 'object':
      return raw;
    case 'number':
      return exactNumber(raw);
    case 'bigint':
      return new Exact(raw, 0);
    default:
      return null;
  }
}

/** The member of an object by name, or null; never anything inherited. */
export function memberOf(value: Value, name: string): Value {
  return isObject(value) && Object.hasOwn(value, name) ? toValue(value[name]) : null;
}

/** The element of a list by place or of an object by name. */
export function elementOf(value: Value, index: Value): Value {
  if (typeof index === 'string') return memberOf(value, index);
  const place = wholeOf(toNumber(index));
  if (!isList(value) || place === null) return null;
  return toValue(value[place]);
}

export function toNumber(value: Value): Exact {
  if (value instanceof Exact) return value;
  if (value === null) throw new FormulaTrouble('formula_value_missing');
  throw new FormulaTrouble('formula_number_expected', { text: excerptOf(value) });
}

export function toBoolean(value: Value): boolean {
  if (typeof value === 'boolean') return value;
  if (value === null) throw new FormulaTrouble('formula_value_missing');
  throw new FormulaTrouble('formula_yes_no_expected', { text: excerptOf(value) });
}

export function toText(value: Value): string {
  if (typeof value === 'string') return value;
  if (value === null) throw new FormulaTrouble('formula_value_missing');
  throw new FormulaTrouble('formula_text_expected', { text: excerptOf(value) });
}

/** The elements of a list or of an interval. Anything else stops the formula. */
export function toList(value: Value): readonly unknown[] {
  if (isList(value)) return value;
  if (value instanceof Interval) return listOfInterval(value);
  if (value === null) throw new FormulaTrouble('formula_value_missing');
  throw new FormulaTrouble('formula_list_expected', { text: excerptOf(value) });
}

/** Numbers by value, texts by character; values of different kinds are not equal. */
export function areEqual(a: Value, b: Value): boolean {
  return a instanceof Exact && b instanceof Exact ? compareDecimals(a, b) === 0 : a === b;
}

export function isIn(value: Value, range: Value): boolean {
  if (range instanceof Interval) {
    const from = compareDecimals(toNumber(value), range.from);
    const to = compareDecimals(toNumber(value), range.to);
    return (range.openFrom ? from > 0 : from >= 0) && (range.openTo ? to < 0 : to <= 0);
  }
  return toList(range).some((element) => areEqual(value, toValue(element)));
}

/** The text `string(…)` and templates make of a value: numbers exact and plain. */
export function textOf(value: Value): string {
  if (typeof value === 'string') return value;
  if (value instanceof Exact) return exactToText(value);
  if (value === null || typeof value === 'boolean') return String(value);
  throw new FormulaTrouble('formula_text_expected', { text: excerptOf(value) });
}

export function joinTexts(texts: readonly string[]): string {
  const text = texts.join('');
  if (text.length > TEXT_LENGTH_MAX)
    throw new FormulaTrouble('formula_too_costly', { limit: `${TEXT_LENGTH_MAX}` });
  return text;
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function exactNumber(raw: number): Exact {
  if (raw === 0) return ZERO;
  if (Number.isSafeInteger(raw)) return new Exact(BigInt(raw), 0);
  const text = plainNumberText(raw);
  const exact = text === null ? null : exactFromText(text);
  if (exact === null) throw new FormulaTrouble('formula_number_imprecise', { text: String(raw) });
  return exact;
}

export function listOfInterval(interval: Interval): readonly Exact[] {
  const from = wholeOf(interval.from);
  const to = wholeOf(interval.to);
  if (from === null || to === null) throw new FormulaTrouble('formula_list_expected', { text: '..' });
  const first = from + (interval.openFrom ? 1 : 0);
  const last = to - (interval.openTo ? 1 : 0);
  const length = Math.max(last - first + 1, 0);
  if (length > RANGE_LENGTH_MAX)
    throw new FormulaTrouble('formula_too_costly', { limit: `[1..${RANGE_LENGTH_MAX}]` });
  return Array.from({ length }, (_, i) => new Exact(BigInt(first + i), 0));
}

function excerptOf(value: Value): string {
  if (isList(value)) return '[…]';
  if (value instanceof Exact) return exactToText(value);
  if (typeof value === 'object') return '{…}';
  return String(value).slice(0, 60);
}
