import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createBook, listBooks } from '#storage/books.ts';
import { freshDatabase } from './fresh-database.ts';

test('every caller has a migrated database of its own', async (t) => {
  const [one, other] = await Promise.all([freshDatabase(t), freshDatabase(t)]);
  await one.transaction((tx) =>
    createBook(tx, { code: 'A', name: 'A', baseCurrency: 'CNY', standard: 'cas' }),
  );
  assert.equal((await listBooks(one)).length, 1);
  assert.deepEqual(await listBooks(other), []);
});
