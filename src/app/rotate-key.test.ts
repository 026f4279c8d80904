import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { findConnection, saveConnection } from '#storage/connections.ts';
import type { Database } from '#storage/database.ts';
import { resealAll } from '#storage/sealed-columns.ts';
import { freshDatabase } from '#storage/testing/fresh-database.ts';
import { rotateKey } from './rotate-key.ts';
import { openSecretBox } from './secrets.ts';

async function folderOf(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tongzhang-keys-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

const newKey = () => randomBytes(32).toString('base64url');

async function connect(database: Database, code: string, secrets: Uint8Array): Promise<void> {
  await saveConnection(database, { code, connector: 'till', title: code, settings: {}, secrets });
}

async function secretsOf(database: Database, code: string): Promise<Buffer> {
  const row = await findConnection(database, code);
  return row!.secrets!;
}

test('keys: rotated, everything is sealed anew and opens; the old key is kept for backups and says so in the log', async (t) => {
  const [database, folder] = [await freshDatabase(t), await folderOf(t)];
  const box = await openSecretBox({ folder });
  await connect(database, 'shop', box.seal({ password: 'one' }));
  const before = await secretsOf(database, 'shop');
  const oldKey = await readFile(join(folder, 'key'), 'utf8');
  const { key, resealed } = await rotateKey(database, box, 'cli:li');
  assert.equal(resealed.find(({ table }) => table === 'connections')?.count, 1);
  const after = await secretsOf(database, 'shop');
  assert.ok(box.isCurrent(after) && !box.isCurrent(before));
  assert.deepEqual([box.open(after), box.open(before)], [{ password: 'one' }, { password: 'one' }]);
  assert.notEqual(await readFile(join(folder, 'key'), 'utf8'), oldKey);
  assert.equal((await readFile(join(folder, 'key.retired'), 'utf8')).trim(), oldKey);
  for (const name of ['key', 'key.retired']) {
    assert.equal((await stat(join(folder, name))).mode & 0o777, 0o600);
  }
  const [entry] = await database.query<{ subject: string }>('select subject from audit_log');
  assert.equal(entry?.subject, `key:${key}`);
});

test('keys: a hub that runs on sees the new key without a restart', async (t) => {
  const [database, folder] = [await freshDatabase(t), await folderOf(t)];
  const [hub, command] = [await openSecretBox({ folder }), await openSecretBox({ folder })];
  await connect(database, 'shop', hub.seal({ password: 'one' }));
  await rotateKey(database, command, 'cli:li');
  assert.deepEqual(hub.open(await secretsOf(database, 'shop')), { password: 'one' });
  assert.ok(command.isCurrent(hub.seal({ password: 'two' })));
});

test('keys: interrupted between the new key and the sealing, a second run finishes it with the same key', async (t) => {
  const [database, folder] = [await freshDatabase(t), await folderOf(t)];
  const box = await openSecretBox({ folder });
  await connect(database, 'shop', box.seal({ password: 'one' }));
  const stopping = { ...box, seal: () => assert.fail('stopped') };
  await assert.rejects(rotateKey(database, stopping, 'cli:li'), /stopped/);
  const made = await readFile(join(folder, 'key'), 'utf8');
  assert.deepEqual(box.open(await secretsOf(database, 'shop')), { password: 'one' });
  await rotateKey(database, box, 'cli:li');
  assert.equal(await readFile(join(folder, 'key'), 'utf8'), made);
  assert.ok(box.isCurrent(await secretsOf(database, 'shop')));
});

test('keys: given from outside, the first is taken into use and the old one may go afterwards', async (t) => {
  const [database, folder] = [await freshDatabase(t), await folderOf(t)];
  const [one, two] = [newKey(), newKey()];
  const before = await openSecretBox({ folder, keys: one });
  await connect(database, 'shop', before.seal({ password: 'one' }));
  await assert.rejects(rotateKey(database, before, 'cli:li'), { refusal: { code: 'keys_given' } });
  await rotateKey(database, await openSecretBox({ folder, keys: `${two}, ${one}` }), 'cli:li');
  const file = join(folder, 'mounted');
  await writeFile(file, `${two}\n`);
  const later = await openSecretBox({ folder, keyFile: file });
  assert.deepEqual(later.open(await secretsOf(database, 'shop')), { password: 'one' });
  assert.throws(() => before.open(Buffer.concat([before.seal({}), Buffer.of(0)])));
});

for (const [what, places] of [
  ['no key at all', { keys: ',' }],
  ['a short one', { keys: 'c2hvcnQ' }],
  ['a file that is not there', { keyFile: '/nowhere/key' }],
] as const) {
  test(`keys: ${what} stops the start`, async (t) => {
    const folder = await folderOf(t);
    await assert.rejects(openSecretBox({ folder, ...places }), { message: 'keys_invalid' });
  });
}

/** Bytes that are no secrets: hashes, keys that are public, content, the tree. */
const OPEN = /hash|^hash$|^root$|frontier|^raw$|public_key|digest|likeness|fingerprint|^salt$|^content$/;

test('keys: every column that can hold a sealed secret is sealed anew with the others', async (t) => {
  const database = await freshDatabase(t);
  const columns = await database.query<{ name: string }>(
    `select c.table_name || '.' || c.column_name as name, c.column_name from information_schema.columns c
       join pg_class r on r.relname = c.table_name and not r.relispartition
      where c.table_schema = 'public' and c.data_type = 'bytea' order by 1`,
  );
  const sealed = (await database.transaction((tx) => resealAll(tx, () => null))).map(
    ({ table, column }) => `${table}.${column}`,
  );
  const secret = columns.map(({ name }) => name).filter((name) => !OPEN.test(name.split('.')[1]!));
  assert.deepEqual(secret, sealed.toSorted());
});
