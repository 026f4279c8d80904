import { savePage } from '#pipeline/collect/save-page.ts';
import type { Database } from '#storage/database.ts';
import { type BenchBook, orderJson } from './world.ts';

const PAGE = 2_000;

/** Collects orders `from` … `from + count − 1` into a book's lane, the way any source is collected. */
export async function fillLane(
  database: Database,
  book: BenchBook,
  { from, count, hot = false }: { from: number; count: number; hot?: boolean },
): Promise<void> {
  for (let start = from; start < from + count; start += PAGE) {
    const size = Math.min(PAGE, from + count - start);
    const records = Array.from({ length: size }, (_, i) => ({
      kind: 'order',
      externalId: `SO${start + i}`,
      mediaType: 'application/json',
      raw: Buffer.from(orderJson(start + i, { hot })),
    }));
    await database.transaction((tx) =>
      savePage(tx, { connectionId: book.connectionId, runId: null, records }),
    );
  }
}
