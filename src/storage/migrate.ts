import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database, Tx } from './database.ts';

const folder = join(import.meta.dirname, 'migrations');
const LOCK = 0x746f6e67; // 'tong': several processes may start at once, one migrates.

/** Names of the migrations, in order. */
export function migrationNames(): string[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}-.*\.sql$/.test(name))
    .sort();
}

/** Brings the database to the newest migration; returns the names it applied. Each is one transaction. */
export async function migrate(database: Database): Promise<string[]> {
  return database.transaction(
    async (tx) => {
      await tx.query('select pg_advisory_xact_lock($1)', [LOCK]);
      await requireServer(tx);
      await tx.query(
        'create table if not exists migrations (name text primary key, applied_at timestamptz not null default now())',
      );
      const done = new Set(
        (await tx.query<{ name: string }>('select name from migrations')).map((row) => row.name),
      );
      const open = migrationNames().filter((name) => !done.has(name));
      for (const name of open) await apply(tx, name);
      return open;
    },
    { statementTimeoutMs: 600_000 },
  );
}

async function requireServer(tx: Tx): Promise<void> {
  const [row] = await tx.query<{ server_version_num: string }>('show server_version_num');
  if (Number(row!.server_version_num) < 150_000) {
    throw new Error(`PostgreSQL 15 or later is needed; this server is ${row!.server_version_num}`);
  }
}

async function apply(tx: Tx, name: string): Promise<void> {
  await tx.script(readFileSync(join(folder, name), 'utf8'));
  await tx.query('insert into migrations (name) values ($1)', [name]);
}
