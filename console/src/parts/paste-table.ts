/** Reads what somebody copied from a spreadsheet: tabs between cells, or commas where there is no tab at all. Pure. */

interface PastedRow {
  /** Of the text, counted from one. */
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * The rows of a pasted table without those that are empty. A cell may stand in quotes, with line breaks inside and quotes
 * doubled, as Excel copies it.
 *
 * @example pasteTable('SH01\tD10\n"a ""b"""\tD20') // [{ line: 1, cells: ['SH01', 'D10'] }, { line: 2, cells: ['a "b"', 'D20'] }]
 */
export function pasteTable(text: string): PastedRow[] {
  const rows = readCells(text, text.includes('\t') ? '\t' : ',');
  return rows
    .map(({ line, cells }) => ({ line, cells: cells.map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
}

function readCells(text: string, separator: string): PastedRow[] {
  const rows: { line: number; cells: string[] }[] = [];
  let at = 0;
  let line = 1;
  while (at < text.length) {
    const row = { line, cells: [] as string[] };
    rows.push(row);
    for (;;) {
      const cell = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at, separator);
      row.cells.push(cell.text);
      line += cell.text.split('\n').length - 1;
      at = cell.end;
      if (text[at] !== separator) break;
      at += 1;
    }
    at += text.startsWith('\r\n', at) ? 2 : 1;
    line += 1;
  }
  return rows;
}

interface Cell {
  readonly text: string;
  /** Where what follows the cell begins. */
  readonly end: number;
}

function plainCell(text: string, from: number, separator: string): Cell {
  let end = from;
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end += 1;
  return { text: text.slice(from, end), end };
}

/** A quote that is never closed is a plain sign: nothing of the text is swallowed. */
function quotedCell(text: string, from: number): Cell {
  const [whole, inside = ''] = /^"((?:[^"]|"")*)"(?=[\t,\r\n]|$)/.exec(text.slice(from)) ?? [];
  if (whole === undefined) return plainCell(text, from, text.includes('\t') ? '\t' : ',');
  return { text: inside.replaceAll('""', '"'), end: from + whole.length };
}
