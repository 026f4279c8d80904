import { compareDecimals } from '#core/money/decimal.ts';
import {
  addExact,
  divideExact,
  Exact,
  exactFromText,
  negateExact,
  type Rounding,
  roundExact,
  wholeOf,
  ZERO,
} from './number.ts';
import { FormulaTrouble } from './trouble.ts';
import {
  areEqual,
  isList,
  isObject,
  textOf,
  toBoolean,
  toList,
  toNumber,
  toText,
  toValue,
  type Value,
} from './value.ts';

interface Builtin {
  readonly argumentsMin: number;
  readonly argumentsMax: number;
  readonly call: (args: readonly Value[]) => Value;
}

/**
 * The functions of formulas, named as in zen. What depends on the clock or on chance (`now`, `d()`, `rand`) is left
 * out on purpose: the same record must give the same voucher whenever it is replayed. So is `matches`: a regular
 * expression can run for years on a short text.
 */
export const BUILTINS: ReadonlyMap<string, Builtin> = new Map<string, Builtin>([
  ['string', of(1, ([value]) => textOf(arg(value)))],
  ['number', of(1, ([value]) => numberOf(arg(value)))],
  ['bool', of(1, ([value]) => booleanOf(arg(value)))],
  ['isNumeric', of(1, ([value]) => isNumeric(arg(value)))],
  ['type', of(1, ([value]) => typeOf(arg(value)))],
  ['round', of([1, 2], (args) => round(args, 'half-up'))],
  ['trunc', of([1, 2], (args) => round(args, 'trunc'))],
  ['floor', of(1, (args) => round(args, 'floor'))],
  ['ceil', of(1, (args) => round(args, 'ceil'))],
  ['abs', of(1, ([value]) => absolute(toNumber(arg(value))))],
  ['sum', of(1, ([list]) => sum(numbersOf(arg(list))))],
  ['avg', of(1, ([list]) => average(numbersOf(arg(list))))],
  ['min', of(1, ([list]) => extreme(numbersOf(arg(list)), -1))],
  ['max', of(1, ([list]) => extreme(numbersOf(arg(list)), 1))],
  ['len', of(1, ([value]) => lengthOf(arg(value)))],
  ['keys', of(1, ([value]) => (isObject(arg(value)) ? Object.keys(arg(value) ?? {}) : toList(null)))],
  ['upper', of(1, ([text]) => toText(arg(text)).toUpperCase())],
  ['lower', of(1, ([text]) => toText(arg(text)).toLowerCase())],
  ['trim', of(1, ([text]) => toText(arg(text)).trim())],
  ['startsWith', of(2, ([text, part]) => toText(arg(text)).startsWith(toText(arg(part))))],
  ['endsWith', of(2, ([text, part]) => toText(arg(text)).endsWith(toText(arg(part))))],
  ['contains', of(2, ([whole, part]) => contains(arg(whole), arg(part)))],
  ['split', of(2, ([text, by]) => toText(arg(text)).split(toText(arg(by))))],
]);

type Loop = (list: readonly unknown[], each: (element: unknown) => Value) => Value;

/** Functions that run an expression for each element of a list, and what they make of the answers. */
export const LOOPS: ReadonlyMap<string, Loop> = new Map<string, Loop>([
  ['map', (list, each) => list.map(each)],
  ['flatMap', (list, each) => list.flatMap((element) => toList(each(element)))],
  ['filter', (list, each) => list.filter((element) => toBoolean(each(element)))],
  ['some', (list, each) => list.some((element) => toBoolean(each(element)))],
  ['all', (list, each) => list.every((element) => toBoolean(each(element)))],
  ['none', (list, each) => !list.some((element) => toBoolean(each(element)))],
  ['one', (list, each) => list.filter((element) => toBoolean(each(element))).length === 1],
  ['count', (list, each) => whole(list.filter((element) => toBoolean(each(element))).length)],
]);

function of(counts: number | readonly [number, number], call: Builtin['call']): Builtin {
  const [argumentsMin, argumentsMax] = typeof counts === 'number' ? [counts, counts] : counts;
  return { argumentsMin, argumentsMax, call };
}

function arg(value: Value | undefined): Value {
  return value ?? null;
}

function whole(count: number): Exact {
  return new Exact(BigInt(count), 0);
}

function numberOf(value: Value): Exact {
  if (typeof value === 'boolean') return whole(value ? 1 : 0);
  if (typeof value !== 'string') return toNumber(value);
  return exactFromText(value.trim()) ?? toNumber(value);
}

function booleanOf(value: Value): boolean {
  if (value === 'true') return true;
  return value === 'false' ? false : toBoolean(value);
}

function isNumeric(value: Value): boolean {
  return value instanceof Exact || (typeof value === 'string' && exactFromText(value.trim()) !== null);
}

function typeOf(value: Value): string {
  if (value === null) return 'null';
  if (value instanceof Exact) return 'number';
  if (typeof value === 'boolean') return 'bool';
  return isList(value) ? 'array' : typeof value;
}

function round([value, places]: readonly Value[], rounding: Rounding): Exact {
  const count = places === undefined ? 0 : wholeOf(toNumber(places));
  if (count === null || count < 0 || count > 20) throw new FormulaTrouble('formula_number_too_large');
  return roundExact(toNumber(arg(value)), count, rounding);
}

function absolute(value: Exact): Exact {
  return value.coefficient < 0n ? negateExact(value) : value;
}

function numbersOf(list: Value): readonly Exact[] {
  return toList(list).map((element) => toNumber(toValue(element)));
}

function sum(numbers: readonly Exact[]): Exact {
  return numbers.reduce(addExact, ZERO);
}

function average(numbers: readonly Exact[]): Exact | null {
  return divideExact(sum(numbers), whole(numbers.length));
}

function extreme(numbers: readonly Exact[], sign: 1 | -1): Exact | null {
  return numbers.reduce<Exact | null>(
    (best, number) => (best === null || compareDecimals(number, best) * sign > 0 ? number : best),
    null,
  );
}

function lengthOf(value: Value): Exact {
  return whole(typeof value === 'string' ? [...value].length : toList(value).length);
}

function contains(value: Value, part: Value): boolean {
  if (typeof value === 'string') return value.includes(toText(part));
  return toList(value).some((element) => areEqual(toValue(element), part));
}
