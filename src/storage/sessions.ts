import type { Tx } from './database.ts';

/** How many sessions our other processes have open on this server. Each process names its own `tongzhang:<pid>`. */
export async function countOtherSessions(tx: Tx, own: string): Promise<number> {
  const [row] = await tx.query<{ n: number }>(
    "select count(*)::int as n from pg_stat_activity where application_name like 'tongzhang:%' and application_name <> $1",
    [own],
  );
  return row!.n;
}

/** Throws where the database does not answer. */
export async function pingDatabase(tx: Tx): Promise<void> {
  await tx.query('select 1');
}
