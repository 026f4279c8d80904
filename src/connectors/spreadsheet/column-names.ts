import { columnLetters, type Row } from './table.ts';

/** Keys we add ourselves; a column of that name gets a suffix. */
const OWN_KEYS = ['_amount', '_row', '_sheet', '_file'] as const;

/**
 * One name for each column, unique: the header's cells from top to bottom, a suffix (`金额_2`) for a name that is
 * already taken, Excel's letters for a column without a name.
 */
export function nameColumns(
  header: readonly Row[],
  width: number,
  rename: Readonly<Record<string, string>>,
): readonly string[] {
  const taken = new Set<string>(OWN_KEYS);
  const upper = header.slice(0, -1).map((row) => spreadMerged(row.cells, width));
  const rows = [...upper, header.at(-1)?.cells ?? []];
  return Array.from({ length: width }, (_, column) => {
    const found = joinNames(rows.map((cells) => cells[column] ?? '')) || columnLetters(column);
    const name = unique(Object.hasOwn(rename, found) ? (rename[found] ?? found) : found, taken);
    taken.add(name);
    return name;
  });
}

/** A cell merged over several columns has its text only in the first of them. */
function spreadMerged(cells: readonly string[], width: number): string[] {
  let last = '';
  return Array.from({ length: width }, (_, column) => {
    last = cells[column] || last;
    return last;
  });
}

/** Above each other, without repeats (cells merged downwards) and without the line breaks that make headers narrow. */
function joinNames(names: readonly string[]): string {
  const parts = names.map((name) => name.replace(/\s+/g, ' ').trim()).filter((name) => name !== '');
  return [...new Set(parts)].join(' ');
}

function unique(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  let suffix = 2;
  while (taken.has(`${name}_${suffix}`)) suffix += 1;
  return `${name}_${suffix}`;
}
