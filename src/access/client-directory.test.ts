import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { findClient, updateClient } from '#storage/clients.ts';
import { openDatabase } from '#storage/database.ts';
import { freshDatabaseUrl } from '#storage/testing/fresh-database.ts';
import { CLIENT_DEFAULTS, createClient, deleteClient } from './change-clients.ts';
import { ClientDirectory } from './client-directory.ts';

const SOON_MS = 5_000;

test('a client is remembered, and what another process changes is heard', async (t) => {
  const url = await freshDatabaseUrl(t);
  const [here, there] = [openDatabase({ url }), openDatabase({ url, connectionsMax: 1 })];
  const clients = new ClientDirectory({ database: here, nowMs: () => performance.now() });
  t.after(async () => {
    await clients.close();
    await Promise.all([here.close(), there.close()]);
  });
  const wanted = {
    ...CLIENT_DEFAULTS,
    client_id: 'shop',
    name: 'shop',
    method: 'client_secret_basic',
    scopes: ['books:read'],
  } as const;
  const by = { by: 'test', now: new Date() };
  const becomes = async (expected: string | null) => {
    const until = performance.now() + SOON_MS;
    const state = async () => {
      const found = await clients.find('shop');
      return found && `${found.state} ${found.scopes.join(' ')}`;
    };
    while ((await state()) !== expected && performance.now() < until) await wait(5);
    assert.equal(await state(), expected);
  };

  assert.equal(await clients.find('shop'), null);
  await there.transaction((tx) => createClient(tx, wanted, by));
  await becomes('active books:read');
  const row = await findClient(there, 'shop');
  await updateClient(there, 'shop', { ...row!, state: 'disabled', scopes: ['vouchers:read'] });
  await becomes('disabled vouchers:read');
  await there.transaction((tx) => deleteClient(tx, row!, by));
  await becomes(null);
});
