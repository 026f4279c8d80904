import { isCalendarDate } from '#core/calendar/date.ts';
import type { FieldValue } from '#core/documents/document.ts';
import { compareDecimals, type Decimal, parseDecimal } from '#core/money/decimal.ts';

/** What a cell of a decision table asks of a value. `minorUnits` says how to read an amount. */
export type CellTest = (value: FieldValue, minorUnits: number) => boolean;

/** A cell understood: `any` asks nothing; `words` are literals (the only kind that can be indexed). */
export type Cell =
  | { readonly kind: 'any' }
  | { readonly kind: 'words'; readonly words: readonly string[]; readonly test: CellTest }
  | { readonly kind: 'test'; readonly test: CellTest; readonly samples: readonly string[] };

type Bound = Decimal | string;

const RANGE = /^([[(])\s*(.+?)\s*\.\.\s*(.+?)\s*([\])])$/;
const COMPARISON = /^(>=|<=|!=|>|<)\s*(.+)$/;

/** The meaning of a cell, or null when it looks like a range or comparison but cannot be read as one. */
export function parseCell(raw: string | number): Cell | null {
  const text = String(raw).trim();
  if (text === '-' || text === '*' || text === '') return { kind: 'any' };
  const range = RANGE.exec(text);
  if (range !== null) return rangeCell(range);
  const comparison = COMPARISON.exec(text);
  if (comparison !== null) return comparisonCell(comparison[1] ?? '', comparison[2] ?? '');
  if (text.length > 1 && (text.startsWith('*') || text.endsWith('*'))) return patternCell(text);
  return wordsCell(text.split('|').map((word) => word.trim()));
}

function wordsCell(words: readonly string[]): Cell {
  const set = new Set(words);
  const decimals = words.flatMap((word) => parseDecimal(word) ?? []);
  return {
    kind: 'words',
    words,
    // Codes are compared as text (`0010` is not `10`); only amounts, which are numbers, are compared by value.
    test: (value, minorUnits) => {
      if (typeof value !== 'bigint') return value !== null && set.has(String(value));
      const amount = { coefficient: value, scale: minorUnits };
      return decimals.some((decimal) => compareDecimals(decimal, amount) === 0);
    },
  };
}

function rangeCell([, open = '', from = '', to = '', close = '']: readonly string[]): Cell | null {
  const low = parseBound(from);
  const high = parseBound(to);
  if (low === null || high === null || typeof low !== typeof high) return null;
  const test: CellTest = (value, minorUnits) => {
    const fromLow = compareTo(value, low, minorUnits);
    const fromHigh = compareTo(value, high, minorUnits);
    if (fromLow === null || fromHigh === null) return false;
    return (open === '(' ? fromLow > 0 : fromLow >= 0) && (close === ')' ? fromHigh < 0 : fromHigh <= 0);
  };
  return { kind: 'test', test, samples: [from, to] };
}

const ACCEPTS: Readonly<Record<string, (order: number) => boolean>> = {
  '>=': (order) => order >= 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '<': (order) => order < 0,
};

function comparisonCell(sign: string, text: string): Cell | null {
  if (sign === '!=') {
    const words = wordsCell(text.split('|').map((word) => word.trim()));
    if (words.kind !== 'words') return null;
    const test: CellTest = (value, minorUnits) => value !== null && !words.test(value, minorUnits);
    return { kind: 'test', test, samples: words.words };
  }
  const bound = parseBound(text);
  const accepts = ACCEPTS[sign];
  if (bound === null || accepts === undefined) return null;
  const test: CellTest = (value, minorUnits) => {
    const order = compareTo(value, bound, minorUnits);
    return order !== null && accepts(order);
  };
  return { kind: 'test', test, samples: [text] };
}

function patternCell(text: string): Cell {
  const part = text.replace(/^\*|\*$/g, '');
  const open = { start: text.startsWith('*'), end: text.endsWith('*') };
  const test: CellTest = (value) => {
    if (typeof value !== 'string') return false;
    if (open.start && open.end) return value.includes(part);
    return open.start ? value.endsWith(part) : value.startsWith(part);
  };
  return { kind: 'test', test, samples: [part] };
}

/** Dates are compared as text, since `YYYY-MM-DD` sorts like time; everything else as exact decimals. */
function parseBound(text: string): Bound | null {
  return isCalendarDate(text) ? text : parseDecimal(text);
}

function compareTo(value: FieldValue, bound: Bound, minorUnits: number): number | null {
  if (typeof bound === 'string') {
    if (typeof value !== 'string' || !isCalendarDate(value)) return null;
    return value < bound ? -1 : value > bound ? 1 : 0;
  }
  const decimal =
    typeof value === 'bigint'
      ? { coefficient: value, scale: minorUnits }
      : typeof value === 'string'
        ? parseDecimal(value)
        : null;
  return decimal === null ? null : compareDecimals(decimal, bound);
}
