export interface PatternDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Formats a file's header or a flow may name; compiled once each. A text from a record is never a format. */
const compiled = new Map<string, RegExp | null>();
const COMPILED_MAX = 1_000;

/** Wall-clock time after the date, which many exports add: it is read and left aside. */
const TIME_TAIL = '(?:[T ]\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?)?';

/**
 * Year, month and day as `pattern` (`YYYY/M/D`, `DD.MM.YYYY`) finds them in `text`, or null when it does not fit.
 * `MM` and `DD` want two digits, `M` and `D` take one or two. Whether the day exists is for the caller to ask.
 */
export function readPattern(text: string, pattern: string): PatternDate | null {
  const match = expressionOf(pattern)?.exec(text);
  const groups = match?.groups;
  if (groups === undefined) return null;
  return { year: Number(groups.year), month: Number(groups.month), day: Number(groups.day) };
}

/** True when a pattern names a year, a month and a day once each and can be used with `readPattern`. */
export function isDatePattern(pattern: string): boolean {
  return expressionOf(pattern) !== null;
}

function expressionOf(pattern: string): RegExp | null {
  const known = compiled.get(pattern);
  if (known !== undefined) return known;
  const made = compilePattern(pattern);
  if (compiled.size < COMPILED_MAX) compiled.set(pattern, made);
  return made;
}

function compilePattern(pattern: string): RegExp | null {
  if (pattern.length > 32) return null;
  const body = pattern
    .replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
    .replace('YYYY', '(?<year>\\d{4})')
    .replace(/MM?/, (token) => `(?<month>\\d{${token === 'MM' ? '2' : '1,2'}})`)
    .replace(/DD?/, (token) => `(?<day>\\d{${token === 'DD' ? '2' : '1,2'}})`);
  const complete = ['<year>', '<month>', '<day>'].every((name) => body.includes(name));
  const leftOver = /Y|M|D/.test(body);
  return complete && !leftOver ? new RegExp(`^${body}${TIME_TAIL}$`) : null;
}
