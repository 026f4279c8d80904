import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { freshDatabase } from '#storage/testing/fresh-database.ts';
import { type SealingBox, SigningKeys } from './signing-keys.ts';

const DAY_MS = 86_400_000;

function boxOf(word: string): SealingBox {
  return {
    seal: (plain) => Buffer.from(word + JSON.stringify(plain)),
    open: (sealed) => {
      const text = Buffer.from(sealed).toString();
      if (!text.startsWith(word)) throw new Error('sealed with another key');
      return JSON.parse(text.slice(word.length));
    },
  };
}

async function stage(t: TestContext) {
  const database = await freshDatabase(t);
  const clock = { day: 0 };
  const now = () => new Date(Date.UTC(2026, 0, 1) + clock.day * DAY_MS);
  const process = (word = 'a') => new SigningKeys({ database, box: boxOf(word), now });
  const ids = async (keys: SigningKeys) => (await keys.current()).map(({ keyId }) => keyId);
  return { database, clock, process, ids };
}

test('signing keys: processes that start at once share one key', async (t) => {
  const { process, ids } = await stage(t);
  const all = await Promise.all([process(), process(), process()].map(ids));
  assert.equal(new Set(all.flat()).size, 1);
  assert.deepEqual(
    all.map(({ length }) => length),
    [1, 1, 1],
  );
});

test('signing keys: after 90 days a new one signs, and the old one is trusted for another day', async (t) => {
  const { clock, process, ids } = await stage(t);
  const keys = process();
  const [first] = await ids(keys);
  clock.day = 89.9;
  assert.deepEqual(await ids(keys), [first]);
  clock.day = 90;
  const [second, ...trusted] = await ids(keys);
  assert.deepEqual(trusted, [first]);
  assert.notEqual(second, first);
  clock.day = 91.1;
  assert.deepEqual(await ids(keys), [second]);
  assert.equal(await keys.find(first!), null);
});

test('signing keys: one that another process has just made is found', async (t) => {
  const { clock, process, ids } = await stage(t);
  const [here, there] = [process(), process()];
  await ids(here);
  clock.day = 90;
  const [made] = await ids(there);
  assert.equal((await here.find(made!))?.keyId, made);
});

test('signing keys: nothing private stands open in the database, and a lost master key costs the keys, not the hub', async (t) => {
  const { database, process, ids } = await stage(t);
  const [first] = await ids(process('a'));
  const [row] = await database.query<{ public_jwk: object }>('select public_jwk from signing_keys');
  assert.deepEqual(Object.keys(row!.public_jwk).sort(), ['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y']);
  const [second, ...others] = await ids(process('b'));
  assert.notEqual(second, first);
  assert.deepEqual(others, []);
});
