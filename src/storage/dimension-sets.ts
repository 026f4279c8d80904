import type { Tx } from './database.ts';
import { insertRows, listLiteral } from './rows.ts';

/** Ids of the combinations (by `dimensionKey`, core/ledger), making those that are new. The book's writer calls it, so nobody makes one twice. */
export async function internDimensionSets(
  tx: Tx,
  bookId: number,
  sets: ReadonlyMap<string, Readonly<Record<string, string>>>,
): Promise<Map<string, number>> {
  const known = await findSets(tx, bookId, [...sets.keys()]);
  const missing = [...sets].filter(([key]) => !known.has(key));
  if (missing.length === 0) return known;
  const [row] = await tx.query<{ first: number }>(
    'update book_counters set next_set_id = next_set_id + $2 where book_id = $1 returning next_set_id - $2 as first',
    [bookId, missing.length],
  );
  const rows = missing.map(([key, dimensions], i) => ({
    book_id: bookId,
    set_id: row!.first + i,
    key,
    dimensions: JSON.stringify(dimensions),
  }));
  await insertRows(
    tx,
    'dimension_sets',
    { book_id: 'int', set_id: 'int', key: 'text', dimensions: 'jsonb' },
    rows,
  );
  for (const { key, set_id } of rows) known.set(key, set_id);
  return known;
}

/** One look each: with `any`, a plan made while the table is empty reads all sets of the book. */
async function findSets(tx: Tx, bookId: number, keys: readonly string[]): Promise<Map<string, number>> {
  const rows = await tx.query<{ key: string; set_id: number }>(
    `select s.key, s.set_id from unnest($2::text[]) as k (key) cross join lateral (
       select key, set_id from dimension_sets where book_id = $1 and key = k.key offset 0) s`,
    [bookId, listLiteral(keys)],
  );
  return new Map(rows.map((row) => [row.key, row.set_id]));
}
