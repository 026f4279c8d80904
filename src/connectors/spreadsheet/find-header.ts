import { HEADER_SEARCH_ROWS } from './limits.ts';
import { refuseFile } from './refuse-file.ts';
import type { SpreadsheetSettings } from './settings.ts';
import type { Row } from './table.ts';

export interface Header {
  /** The rows of the header; none when the settings say there is no header. */
  readonly rows: readonly Row[];
  /** Number of the last row that is not data. */
  readonly end: number;
}

type HeaderSettings = Pick<SpreadsheetSettings, 'headerRow' | 'headerRows' | 'headerContains'>;

/** How many of the usual number of cells a row must fill to be a header; a preamble fills fewer. */
const FILLED_SHARE_MIN = 0.6;
const NUMBER_OR_DATE = /^[-+(¥￥]?[\d,，.%)]+$|^\d{4}[-/.年]\d{1,2}[-/.月]/;

/** The header among the first rows of a sheet, cells already cleaned; null when no row looks like one. */
export function findHeader(rows: readonly Row[], settings: HeaderSettings): Header | null {
  if (settings.headerRow === 0) return { rows: [], end: 0 };
  const first = chooseFirst(rows, settings);
  if (first === -1) return null;
  const header = rows.slice(first, first + settings.headerRows);
  return { rows: header, end: header.at(-1)?.number ?? 0 };
}

/** Which of the preamble's rows stands in the way of the wanted header is of no use to the reader; that none fits is. */
export function refuseHeader({ headerRow, headerContains }: HeaderSettings): never {
  const wanted = headerRow === null ? headerContains.join(', ') : String(headerRow);
  return refuseFile('header_not_found', { wanted, limit: String(HEADER_SEARCH_ROWS) });
}

function chooseFirst(rows: readonly Row[], { headerRow, headerContains }: HeaderSettings): number {
  if (headerRow !== null) return rows.findIndex(({ number }) => number === headerRow);
  if (headerContains.length > 0)
    return rows.findIndex((row) => headerContains.every((name) => holds(row, name)));
  const usual = usualWidth(rows);
  return rows.findIndex((row) => isHeader(row, usual));
}

function holds({ cells }: Row, name: string): boolean {
  return cells.some((cell) => cell === name) || cells.some((cell) => cell.includes(name));
}

function isHeader({ cells }: Row, usual: number): boolean {
  const filled = cells.filter((cell) => cell !== '');
  return (
    filled.length > 0 &&
    filled.length >= usual * FILLED_SHARE_MIN &&
    !filled.some((cell) => NUMBER_OR_DATE.test(cell))
  );
}

/**
 * The number of cells (empty ones at the end not counted) that covers most: a short file has more preamble than data.
 * A width that occurs once, a row that slipped, counts only where none occurs twice.
 */
function usualWidth(rows: readonly Row[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of rows) {
    const width = cells.findLastIndex((cell) => cell !== '') + 1;
    counts.set(width, (counts.get(width) ?? 0) + 1);
  }
  const repeated = [...counts].filter(([width, count]) => width > 0 && count > 1);
  const candidates = repeated.length > 0 ? repeated : [...counts];
  const [usual] = candidates.reduce((a, b) => (b[0] * b[1] > a[0] * a[1] ? b : a), [0, 0]);
  return usual;
}
