/** What was pasted, cell by cell: columns parted by tabs (Excel), or by commas where there are none. Empty rows are left out. */
export function cellsOf(text: string): readonly (readonly string[])[] {
  const separator = text.includes('\t') ? '\t' : /[,，]/;
  return text
    .split(/\r?\n/)
    .map((row) => row.split(separator).map((cell) => cell.trim()))
    .filter((cells) => cells.some((cell) => cell !== ''));
}

export interface Pasted<Row> {
  readonly rows: readonly Row[];
  /** Rows nobody can make sense of, with the number they have in what was pasted. */
  readonly wrong: readonly { readonly no: number; readonly text: string }[];
}

/** Each row as `read` makes it; a first row that cannot be read is taken for the headings. */
export function readPasted<Row>(text: string, read: (cells: readonly string[]) => Row | null): Pasted<Row> {
  const cells = cellsOf(text);
  const read1 = cells.map((row, i) => ({ no: i + 1, text: row.join(' '), row: read(row) }));
  return {
    rows: read1.flatMap(({ row }) => (row === null ? [] : [row])),
    wrong: read1
      .filter(({ no, row }) => row === null && no > 1)
      .map(({ no, text: shown }) => ({ no, text: shown })),
  };
}

/** @example readValue(['C001', '蓝天商贸', '5,000']) // { code: 'C001', name: '蓝天商贸', creditLimit: '5000' } */
export function readValue([code = '', name = '', limit = '']: readonly string[]) {
  const creditLimit = limit.replaceAll(/[,\s]/g, '');
  if (!/^[^\s]{1,200}$/.test(code) || name === '' || HEADS.test(code)) return null;
  if (!/^(\d+(\.\d+)?)?$/.test(creditLimit)) return null;
  return { code, name, ...(creditLimit === '' ? {} : { creditLimit }) };
}

const HEADS = /^(编码|编号|代码|code|コード)$/i;

/** @example readRate(['usd', 'spot', '2026/3/1', '7.1234']) // { currency: 'USD', type: 'spot', date: '2026-03-01', rate: '7.1234' } */
export function readRate([currency = '', type = '', day = '', rate = '']: readonly string[]) {
  const [, y, m = '', d = ''] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(day) ?? [];
  if (!/^[a-z]{3}$/i.test(currency) || type === '' || y === undefined) return null;
  if (!/^(?=.*[1-9])\d{1,12}(\.\d{1,12})?$/.test(rate)) return null;
  const date = `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
  return { currency: currency.toUpperCase(), type, date, rate };
}
