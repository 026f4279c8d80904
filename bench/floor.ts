import type { Database } from '#storage/database.ts';

const TABLES = ['vouchers', 'voucher_lines', 'documents'] as const;
const ALL = [...TABLES, 'balances'];
const BATCH = 1_000;

/**
 * The floor: the very rows the product wrote for some books (vouchers, lines, documents, balances), written again by bare
 * set-based SQL into tables of the same shape (columns, indexes, partitions; no triggers), in transactions of 1,000
 * vouchers. Nothing is read, decided, numbered, hashed, balanced or taken off a lane. Returns vouchers a second.
 */
export async function measureFloor(
  database: Database,
  books: readonly { bookId: number; count: number }[],
): Promise<number> {
  await makeTables(database);
  const startedAt = performance.now();
  for (const book of books) await copyBook(database, book);
  const seconds = (performance.now() - startedAt) / 1_000;
  for (const table of ALL) await database.script(`drop table floor_${table}`);
  return books.reduce((sum, { count }) => sum + count, 0) / seconds;
}

async function makeTables(database: Database): Promise<void> {
  for (const table of ALL) {
    const parts = Array.from(
      { length: 8 },
      (_, i) =>
        `create table floor_${table}_${i} partition of floor_${table} for values with (modulus 8, remainder ${i});`,
    );
    await database.script(
      `drop table if exists floor_${table};
       create table floor_${table} (like ${table} including indexes) partition by hash (book_id);
       ${parts.join('\n')}`,
    );
  }
}

async function copyBook(
  database: Database,
  { bookId, count }: { bookId: number; count: number },
): Promise<void> {
  for (let first = 1; first <= count; first += BATCH) {
    await database.transaction(async (tx) => {
      for (const table of TABLES) {
        await tx.query(
          `insert into floor_${table} select * from ${table} where book_id = $1 and voucher_id between $2 and $3`,
          [bookId, first, first + BATCH - 1],
        );
      }
      await tx.query(ADD_BALANCES, [bookId, first, first + BATCH - 1]);
    });
  }
}

const ADD_BALANCES = `
  insert into floor_balances
  select l.book_id, l.account_id, l.set_id, l.currency, v.period, sum(l.debit_minor), sum(l.credit_minor), 0, 0
    from voucher_lines l join vouchers v on v.book_id = l.book_id and v.voucher_id = l.voucher_id
   where l.book_id = $1 and l.voucher_id between $2 and $3
   group by l.book_id, l.account_id, l.set_id, l.currency, v.period
  on conflict (book_id, account_id, set_id, currency, period) do update set
    debit_minor = floor_balances.debit_minor + excluded.debit_minor,
    credit_minor = floor_balances.credit_minor + excluded.credit_minor`;
