import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Database } from './database.ts';
import { migrate, migrationNames } from './migrate.ts';
import { freshDatabase } from './testing/fresh-database.ts';

async function emptied(t: Parameters<typeof freshDatabase>[0]): Promise<Database> {
  const database = await freshDatabase(t);
  await database.script('drop schema public cascade; create schema public');
  return database;
}

test('migrate: from nothing to the newest, then nothing is left to do', async (t) => {
  const database = await emptied(t);
  assert.deepEqual(await migrate(database), migrationNames());
  assert.deepEqual(await migrate(database), []);
  const rows = await database.query('select name from migrations order by name');
  assert.deepEqual(
    rows,
    migrationNames().map((name) => ({ name })),
  );
});

test('migrate: three processes start at once, one migrates, the others wait and find it done', async (t) => {
  const database = await emptied(t);
  const done = await Promise.all([migrate(database), migrate(database), migrate(database)]);
  assert.deepEqual(done.map((names) => names.length).sort(), [0, 0, migrationNames().length]);
});

test('migrate: numbers are unique, so that the order is certain', () => {
  const numbers = migrationNames().map((name) => name.slice(0, 4));
  assert.equal(new Set(numbers).size, numbers.length);
});
