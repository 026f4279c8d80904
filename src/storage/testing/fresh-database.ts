import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Database, openDatabase } from '#storage/database.ts';
import { migrate, migrationNames } from '#storage/migrate.ts';

/** What a test (`t`) and `node:test` itself (`{ after }`) have in common. */
export interface Ending {
  after(work: () => Promise<void>): void;
}

/**
 * An empty, migrated database that only the caller knows, dropped when `ending` ends.
 *
 * It is a copy of a template that the first caller of a run makes, so it costs tens of milliseconds.
 */
export async function freshDatabase(ending: Ending, connectionsMax = 8): Promise<Database> {
  const { database, drop } = await copyTemplate(connectionsMax);
  ending.after(drop);
  return database;
}

/** The same with its address, for tests that start whole processes on it. */
export async function freshDatabaseUrl(ending: Ending): Promise<string> {
  const { database, url, drop } = await copyTemplate(1);
  ending.after(drop);
  await database.close();
  return url;
}

async function copyTemplate(connectionsMax: number) {
  const server = serverUrl();
  const name = `test_${randomBytes(8).toString('hex')}`;
  await onServer(server, async (admin) => {
    const template = await findOrMakeTemplate(admin, server);
    await admin.script(`create database ${name} template ${template}`);
  });
  const url = urlOf(server, name);
  const database = openDatabase({ url, connectionsMax });
  const drop = async () => {
    await database.close().catch(() => undefined);
    await onServer(server, (admin) => admin.script(`drop database if exists ${name} with (force)`));
  };
  return { database, url, drop };
}

function serverUrl(): string {
  const url = process.env.TONGZHANG_TEST_DATABASE_URL;
  if (!url) {
    throw new Error(
      'this test needs a database; run it by `npm test -- <part of its path>`, which starts one',
    );
  }
  return url;
}

const LOCK = 0x74706c; // 'tpl': test files run side by side, one makes the template.

async function findOrMakeTemplate(admin: Database, server: string): Promise<string> {
  const name = `template_${migrationsHash()}`;
  await admin.query('select pg_advisory_lock($1)', [LOCK]);
  try {
    const found = await admin.query('select from pg_database where datname = $1', [name]);
    if (found.length === 0) await makeTemplate(admin, server, name);
  } finally {
    await admin.query('select pg_advisory_unlock($1)', [LOCK]);
  }
  return name;
}

/** Renamed last: what has the final name is whole. */
async function makeTemplate(admin: Database, server: string, name: string): Promise<void> {
  const draft = `${name}_draft`;
  await admin.script(`drop database if exists ${draft} with (force)`);
  await admin.script(`create database ${draft}`);
  const database = openDatabase({ url: urlOf(server, draft), connectionsMax: 1 });
  try {
    await migrate(database);
  } finally {
    await database.close();
  }
  await admin.script(`alter database ${draft} rename to ${name}`);
}

function migrationsHash(): string {
  const hash = createHash('sha256');
  const folder = join(import.meta.dirname, '..', 'migrations');
  for (const name of migrationNames()) hash.update(name).update(readFileSync(join(folder, name)));
  return hash.digest('hex').slice(0, 16);
}

/** One connection, because the lock belongs to it. */
async function onServer<T>(server: string, work: (admin: Database) => Promise<T>): Promise<T> {
  const admin = openDatabase({ url: server, connectionsMax: 1 });
  try {
    return await work(admin);
  } finally {
    await admin.close();
  }
}

function urlOf(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}
