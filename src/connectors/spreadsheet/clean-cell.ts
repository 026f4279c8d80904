import type { Row } from './table.ts';

/** Cell text → cell text; the only changes a cell ever undergoes, and only as the settings say. */
export type CleanCell = (text: string) => string;

const GUARDED = /^="([^"]*)"$/;
const BACK_TICK = 96;
const EQUALS = 61;

/**
 * A cleaner for cells. `trim` takes blanks, tabs, full-width blanks and byte-order marks from both ends; `guards`
 * takes what exports put around values so that Excel keeps them as text: WeChat's back-tick and the `="00123"` wrapping.
 */
export function makeCleaner({
  trim,
  guards,
}: {
  readonly trim: boolean;
  readonly guards: boolean;
}): CleanCell {
  const blank: CleanCell = trim ? (text) => text.trim() : (text) => text;
  if (!guards) return blank;
  return (text) => {
    const cell = blank(text);
    const first = cell.charCodeAt(0);
    if (first === BACK_TICK) return blank(cell.slice(1));
    return first === EQUALS ? blank(GUARDED.exec(cell)?.[1] ?? cell) : cell;
  };
}

/** The row with clean cells; the same row where there is nothing to do. */
export function cleanRow(row: Row, clean: CleanCell): Row {
  const { cells } = row;
  let cleaned: string[] | null = null;
  for (let i = 0; i < cells.length; i += 1) {
    const cell = cells[i] ?? '';
    const text = clean(cell);
    if (text === cell) continue;
    cleaned ??= cells.slice();
    cleaned[i] = text;
  }
  return cleaned === null ? row : { ...row, cells: cleaned };
}
