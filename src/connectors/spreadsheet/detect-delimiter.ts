import { splitSample } from './csv-rows.ts';

export const DELIMITERS = { comma: ',', tab: '\t', semicolon: ';', pipe: '|' } as const;

/** A tab that pads a value (Alipay, ICBC) stands before the real delimiter or at the end of a line. */
const PADDING = /\t+(?=[,;|\r\n]|$)/g;
const EXCEL_HINT = /^sep=([,;|\t])\r?\n/i;

/**
 * What separates the cells of `sample`, the first lines of a file: of `,`, tab, `;` and `|` the one that cuts most lines
 * into the same number of cells, and into more cells. A comma where nothing separates anything: one column.
 */
export function detectDelimiter(sample: string, newline: string): string {
  const hint = EXCEL_HINT.exec(sample)?.[1];
  if (hint !== undefined) return hint;
  const text = sample.replace(PADDING, '');
  const scores = Object.values(DELIMITERS).map((delimiter) => ({
    delimiter,
    score: scoreOf(splitSample(text, { delimiter, newline })),
  }));
  const best = scores.reduce((a, b) => (b.score > a.score ? b : a));
  return best.delimiter;
}

/** Share of the lines with the commonest number of cells × that number beyond one. */
function scoreOf(rows: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>();
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  let best = 0;
  for (const [width, count] of counts) best = Math.max(best, (count / rows.length) * (width - 1));
  return best;
}

/** `\n`, unless only carriage returns end the lines (old Macintosh exports). */
export function detectNewline(sample: string): string {
  return !sample.includes('\n') && sample.includes('\r') ? '\r' : '\n';
}
