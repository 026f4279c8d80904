/**
 * Pieces of a JSON text exactly as they were written.
 *
 * A record is kept byte for byte, and an id may be longer than a number can hold. Parsing and writing again
 * would change both, so we cut the original text instead. All functions expect text that is valid JSON.
 */

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;

/** The text of the value at `path`, or null where there is nothing. Array items are addressed by their index. */
export function sliceAt(text: string, path: readonly string[]): string | null {
  let start = skipSpace(text, 0);
  for (const key of path) {
    const next = memberStart(text, start, key);
    if (next === null) return null;
    start = next;
  }
  return text.slice(start, skipValue(text, start));
}

/** The texts of the items of the array at `path`, or null when there is no array. */
export function itemSlices(text: string, path: readonly string[]): string[] | null {
  const array = sliceAt(text, path);
  if (array === null || array.charCodeAt(0) !== OPEN_BRACKET) return null;
  const items: string[] = [];
  for (const [start, end] of arrayItems(array, 0)) items.push(array.slice(start, end));
  return items;
}

/** The text or number at `path` as text, digits untouched; null for anything else, an empty text included. */
export function scalarAt(text: string, path: readonly string[]): string | null {
  const slice = sliceAt(text, path);
  if (slice === null || slice === 'null') return null;
  const first = slice.charCodeAt(0);
  if (first === OPEN_BRACE || first === OPEN_BRACKET) return null;
  const value: unknown = first === QUOTE ? JSON.parse(slice) : slice;
  return typeof value === 'string' && value !== '' ? value : null;
}

export interface JsonLimits {
  readonly depthMax: number;
  readonly valuesMax: number;
}

/** Which limit a JSON text breaks. Counted before parsing, because parsing a bomb is what sets it off. */
export function brokenLimit(text: string, limits: JsonLimits): 'depth' | 'values' | null {
  let depth = 0;
  let values = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === QUOTE) i = skipString(text, i) - 1;
    else if (code === OPEN_BRACE || code === OPEN_BRACKET) {
      values++;
      if (++depth > limits.depthMax) return 'depth';
    } else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) depth--;
    else if (code === COMMA) values++;
    if (values > limits.valuesMax) return 'values';
  }
  return null;
}

function memberStart(text: string, start: number, key: string): number | null {
  const code = text.charCodeAt(start);
  if (code === OPEN_BRACE) return fieldStart(text, start, key);
  if (code !== OPEN_BRACKET || !/^\d+$/.test(key)) return null;
  let index = Number(key);
  for (const [itemStart] of arrayItems(text, start)) if (index-- === 0) return itemStart;
  return null;
}

/** The last of several equal keys wins, as in JSON.parse. */
function fieldStart(text: string, start: number, key: string): number | null {
  let found: number | null = null;
  let i = skipSpace(text, start + 1);
  while (text.charCodeAt(i) === QUOTE) {
    const keyEnd = skipString(text, i);
    const valueStart = skipSpace(text, skipSpace(text, keyEnd) + 1);
    if (JSON.parse(text.slice(i, keyEnd)) === key) found = valueStart;
    i = nextAfterComma(text, skipValue(text, valueStart));
  }
  return found;
}

function* arrayItems(text: string, start: number): Generator<readonly [number, number]> {
  let i = skipSpace(text, start + 1);
  while (i < text.length && text.charCodeAt(i) !== CLOSE_BRACKET) {
    const end = skipValue(text, i);
    yield [i, end];
    i = nextAfterComma(text, end);
  }
}

function nextAfterComma(text: string, end: number): number {
  const i = skipSpace(text, end);
  return text.charCodeAt(i) === COMMA ? skipSpace(text, i + 1) : i;
}

function skipSpace(text: string, start: number): number {
  let i = start;
  while (i < text.length && text.charCodeAt(i) <= 0x20) i++;
  return i;
}

function skipString(text: string, start: number): number {
  for (let i = start + 1; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === BACKSLASH) i++;
    else if (code === QUOTE) return i + 1;
  }
  return text.length;
}

function skipValue(text: string, start: number): number {
  const first = text.charCodeAt(start);
  if (first === QUOTE) return skipString(text, start);
  if (first === OPEN_BRACE || first === OPEN_BRACKET) return skipNested(text, start);
  let i = start;
  while (i < text.length && !endsScalar(text.charCodeAt(i))) i++;
  return i;
}

function skipNested(text: string, start: number): number {
  let depth = 0;
  for (let i = start; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === QUOTE) i = skipString(text, i) - 1;
    else if (code === OPEN_BRACE || code === OPEN_BRACKET) depth++;
    else if ((code === CLOSE_BRACE || code === CLOSE_BRACKET) && --depth === 0) return i + 1;
  }
  return text.length;
}

function endsScalar(code: number): boolean {
  return code <= 0x20 || code === COMMA || code === CLOSE_BRACE || code === CLOSE_BRACKET;
}
