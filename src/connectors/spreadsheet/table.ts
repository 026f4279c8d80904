import type { Params } from '#core/trouble/trouble.ts';

/** What is wrong with one row already when it is read; the row is kept and says so. */
export interface RowTrouble {
  readonly code: string;
  /** 0-based; null when the row as a whole is meant. */
  readonly column: number | null;
  readonly params?: Params;
}

/** One row of a sheet, whatever the format of the file. */
export interface Row {
  /** As Excel numbers it: 1-based, a quoted line break does not start a new row. */
  readonly number: number;
  readonly cells: readonly string[];
  readonly trouble: RowTrouble | null;
  /** The last row of a text file that does not end with a line break: it may have been cut off. */
  readonly unfinished: boolean;
}

/** One sheet of a file: its rows in batches of what one piece of the file held. */
export interface Table {
  /** Name of the sheet; empty for text files. */
  readonly sheet: string;
  /** What was detected, for the summary: encoding, delimiter, … Complete once the rows have been read. */
  readonly facts: Readonly<Record<string, string>>;
  readonly batches: AsyncIterable<readonly Row[]>;
}

/** 0 → A, 25 → Z, 26 → AA: what Excel calls the column. */
export function columnLetters(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnLetters(Math.floor(column / 26) - 1) + letter;
}

/** `AB12` → 27; −1 when the reference does not start with letters. */
export function columnOf(reference: string): number {
  let column = 0;
  for (let i = 0; i < reference.length; i += 1) {
    const code = reference.charCodeAt(i) & ~32;
    if (code < 65 || code > 90) break;
    column = column * 26 + (code - 64);
  }
  return column - 1;
}
