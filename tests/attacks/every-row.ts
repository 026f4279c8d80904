import type { Database } from '#storage/database.ts';

/** What keeps count of callers rather than of what was done, and keys under which refusals are kept. */
const COUNTERS = new Set(['throttles', 'idempotency_keys', 'sessions', 'search_jobs']);

/** A fingerprint of each table: the same before and after is nothing done. */
export async function everyRow(database: Database): Promise<Readonly<Record<string, string>>> {
  const tables = await database.query<{ name: string }>(
    "select c.relname as name from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by 1",
  );
  const prints: Record<string, string> = {};
  for (const { name } of tables.filter((table) => !COUNTERS.has(table.name))) {
    const [row] = await database.query<{ print: string }>(
      `select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as print from ${name} t`,
    );
    prints[name] = row!.print;
  }
  return prints;
}
