import { CELL_CHARS_MAX, ROW_CHARS_MAX } from './limits.ts';
import { refuseFile } from './refuse-file.ts';
import type { Row, RowTrouble } from './table.ts';

export interface CsvFormat {
  readonly delimiter: string;
  readonly newline: string;
}

const QUOTE = 34;
const BAD_CHARACTER = /[\uFFFD\0]/;

/** Cuts text into rows as it arrives: RFC 4180 with any delimiter; a quote counts only at the start of a cell. */
export class CsvRows {
  readonly #format: CsvFormat;
  #rest = '';
  #number = 0;

  constructor(format: CsvFormat) {
    this.#format = format;
  }

  /** The rows that end in `text`. What is left waits for more. */
  push(text: string): Row[] {
    const rows = this.#read(this.#rest + text);
    if (this.#rest.length > ROW_CHARS_MAX) refuseRest(this.#rest, this.#number + 1);
    return rows;
  }

  /** The last row, when the file does not end with a line break. */
  end(): Row[] {
    if (this.#rest === '') return [];
    const found = scanRow(`${this.#rest}${this.#format.newline}`, 0, this.#format);
    if (found === null) return refuseFile('csv_quote_unclosed', { row: String(this.#number + 1) });
    return [this.#row(found.cells, { text: this.#rest, trouble: found.trouble, unfinished: true })];
  }

  #read(text: string): Row[] {
    const { delimiter, newline } = this.#format;
    const rows: Row[] = [];
    let start = 0;
    let quote = text.indexOf('"');
    for (;;) {
      const end = text.indexOf(newline, start);
      if (end === -1) break;
      if (quote !== -1 && quote < start) quote = text.indexOf('"', start);
      if (quote === -1 || quote > end) {
        const line = text.slice(start, text.charCodeAt(end - 1) === 13 && end > start ? end - 1 : end);
        rows.push(this.#row(line.split(delimiter), { text: line, trouble: null, unfinished: false }));
        start = end + 1;
        continue;
      }
      const found = scanRow(text, start, this.#format);
      if (found === null) break;
      const line = text.slice(start, found.next);
      rows.push(this.#row(found.cells, { text: line, trouble: found.trouble, unfinished: false }));
      start = found.next;
    }
    this.#rest = text.slice(start);
    return rows;
  }

  #row(
    cells: string[],
    { text, trouble, unfinished }: { text: string } & Pick<Row, 'trouble' | 'unfinished'>,
  ): Row {
    this.#number += 1;
    return { number: this.#number, cells, trouble: trouble ?? findTrouble(text, cells), unfinished };
  }
}

/** The rows of a sample for detection; its last line may be cut and counts only when it is the only one. */
export function splitSample(text: string, format: CsvFormat): readonly (readonly string[])[] {
  const rows: string[][] = [];
  for (let start = 0; start < text.length; ) {
    const found = scanRow(text, start, format);
    if (found === null) break;
    rows.push(found.cells);
    start = found.next;
  }
  return rows.length > 0
    ? rows.filter((cells) => cells.length > 1 || cells[0] !== '')
    : [text.split(format.delimiter)];
}

interface Scanned {
  readonly cells: string[];
  readonly trouble: RowTrouble | null;
  readonly next: number;
}

/** The row with quoted cells that starts at `start`; null when its end has not arrived yet. */
function scanRow(text: string, start: number, { delimiter, newline }: CsvFormat): Scanned | null {
  const stop = delimiter.charCodeAt(0);
  const lineEnd = newline.charCodeAt(0);
  const cells: string[] = [];
  let trouble: RowTrouble | null = null;
  for (let at = start; ; ) {
    const quoted = text.charCodeAt(at) === QUOTE ? readQuoted(text, at) : null;
    if (quoted === OPEN) return null;
    const from = quoted?.next ?? at;
    let end = from;
    for (; end < text.length; end += 1) {
      const code = text.charCodeAt(end);
      if (code === stop || code === lineEnd) break;
    }
    if (end === text.length) return null;
    const isLast = text.charCodeAt(end) === lineEnd;
    const tail = text.slice(from, isLast && end > from && text.charCodeAt(end - 1) === 13 ? end - 1 : end);
    // Padding after the closing quote (ICBC puts a tab there) is harmless; text is not.
    const misplaced = quoted !== null && tail.trim() !== '';
    if (misplaced) trouble ??= { code: 'csv_quote_misplaced', column: cells.length };
    cells.push(quoted === null ? tail : misplaced ? text.slice(at, from) + tail : quoted.value);
    at = end + 1;
    if (isLast) return { cells, trouble, next: at };
  }
}

interface Quoted {
  readonly value: string;
  readonly next: number;
}

const OPEN: Quoted = { value: '', next: -1 };

function readQuoted(text: string, at: number): Quoted {
  let value = '';
  for (let from = at + 1; ; ) {
    const close = text.indexOf('"', from);
    // A quote at the very end may be the first half of a doubled one.
    if (close === -1 || close + 1 === text.length) return OPEN;
    if (text.charCodeAt(close + 1) !== QUOTE)
      return { value: value + text.slice(from, close), next: close + 1 };
    value += text.slice(from, close + 1);
    from = close + 2;
  }
}

/** What no cell may hold. Looked for in the whole line first: almost no line has any. */
function findTrouble(text: string, cells: readonly string[]): RowTrouble | null {
  if (text.length > CELL_CHARS_MAX) {
    const long = cells.findIndex((cell) => cell.length > CELL_CHARS_MAX);
    if (long !== -1)
      return { code: 'cell_too_long', column: long, params: { limit: String(CELL_CHARS_MAX) } };
  }
  if (!BAD_CHARACTER.test(text)) return null;
  return { code: 'text_undecodable', column: cells.findIndex((cell) => BAD_CHARACTER.test(cell)) };
}

function refuseRest(rest: string, number: number): never {
  const row = String(number);
  return rest.includes('"') ? refuseFile('csv_quote_unclosed', { row }) : refuseFile('row_too_long', { row });
}
