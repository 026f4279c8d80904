import type { Language } from '#core/trouble/message.ts';
import { clip, oneLine, pad, widthOf } from './width.ts';
import { type Word, word } from './words.ts';

export interface Column<Row> {
  readonly title: Word;
  readonly value: (row: Row) => string | number | bigint | null;
  /** Numbers stand on the right. */
  readonly right?: boolean;
  /** Longer texts are cut. Default 48. */
  readonly widthMax?: number;
}

const WIDTH_MAX = 48;
const GAP = '  ';

/** Rows under each other, columns aligned whatever script they are in. Says so when there are none. */
export function renderTable<Row>(
  language: Language,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): string {
  if (rows.length === 0) return word('nothing', language);
  const cells = rows.map((row) =>
    columns.map((column) => clip(oneLine(String(column.value(row) ?? '')), column.widthMax ?? WIDTH_MAX)),
  );
  const titles = columns.map((column) => word(column.title, language));
  const widths = titles.map((title, i) => Math.max(widthOf(title), ...cells.map((row) => widthOf(row[i]!))));
  const line = (texts: readonly string[]) =>
    texts
      .map((text, i) => pad(text, widths[i]!, columns[i]!.right ? 'right' : 'left'))
      .join(GAP)
      .trimEnd();
  const rule = widths.map((width) => '─'.repeat(width)).join(GAP);
  return [line(titles), rule, ...cells.map(line)].join('\n');
}

/** Names and values under each other. */
export function renderPairs(language: Language, pairs: readonly (readonly [Word, string | null])[]): string {
  const named = pairs.filter(([, value]) => value !== null && value !== '');
  const width = Math.max(0, ...named.map(([name]) => widthOf(word(name, language))));
  return named.map(([name, value]) => `${pad(word(name, language), width)}  ${oneLine(value!)}`).join('\n');
}
