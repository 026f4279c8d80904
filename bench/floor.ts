import type { Database } from '#storage/database.ts';

const TABLES = ['vouchers', 'voucher_lines', 'documents'] as const;
const BATCH = 1_000;

/**
 * The floor: the very rows the product wrote for a book (vouchers, lines, documents), inserted again by bare set-based
 * SQL into tables with the same columns and indexes, without triggers, in transactions of 1,000 vouchers on one connection.
 * Returns vouchers a second.
 */
export async function measureFloor(database: Database, bookId: number, count: number): Promise<number> {
  for (const table of TABLES) {
    await database.script(
      `drop table if exists floor_${table}; create table floor_${table} (like ${table} including indexes)`,
    );
  }
  const startedAt = performance.now();
  for (let first = 1; first <= count; first += BATCH) {
    await database.transaction(async (tx) => {
      for (const table of TABLES) {
        await tx.query(
          `insert into floor_${table} select * from ${table} where book_id = $1 and voucher_id between $2 and $3`,
          [bookId, first, first + BATCH - 1],
        );
      }
    });
  }
  const perSecond = (count / (performance.now() - startedAt)) * 1_000;
  for (const table of TABLES) await database.script(`drop table floor_${table}`);
  return perSecond;
}
