import { type Database, openDatabase } from './database.ts';

/** The address of the database `name` on the server of `url`; made where it is not there yet. */
export async function ensureDatabase(url: string, name: string): Promise<string> {
  await withDatabase(url, async (server) => {
    const found = await server.query('select from pg_database where datname = $1', [name]);
    if (found.length === 0) await server.script(`create database "${name}"`);
  });
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}

/** Takes everything out of a database that holds nothing but a demo. */
export async function emptyDatabase(url: string): Promise<void> {
  await withDatabase(url, (database) =>
    database.script('drop schema if exists public cascade; create schema public'),
  );
}

async function withDatabase(url: string, work: (database: Database) => Promise<void>): Promise<void> {
  const database = openDatabase({ url, connectionsMax: 1 });
  try {
    await work(database);
  } finally {
    await database.close();
  }
}
