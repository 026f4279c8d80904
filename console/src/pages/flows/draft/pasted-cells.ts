const CELLS_MAX = 100_000;

/** Rows and cells that Excel put on the clipboard: tabs between cells, quotes around cells with breaks in them. */
export function readPasted(text: string): string[][] {
  const rows: string[][] = [[]];
  let cells = 0;
  for (const [, separator = '', quoted, plain = ''] of text.matchAll(CELL)) {
    if (separator !== '' && separator !== '\t') rows.push([]);
    rows.at(-1)?.push((quoted === undefined ? plain : quoted.replaceAll('""', '"')).trim());
    cells += 1;
    if (cells >= CELLS_MAX) break;
  }
  return rows.filter((row) => row.some((cell) => cell !== ''));
}

const CELL = /(^|\t|\r?\n|\r)(?:"((?:[^"]|"")*)"(?=\t|\r|\n|$)|([^\t\r\n]*))/g;
