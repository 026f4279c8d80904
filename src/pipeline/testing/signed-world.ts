import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { noteVerifier } from '#pipeline/audit/signed-note.ts';
import { verify } from '#pipeline/verify/verify.ts';
import { audit } from '#storage/audit-log.ts';
import type { Database } from '#storage/database.ts';
import { tell } from './story.ts';
import { type TestCheckpointer, testCheckpointer } from './test-checkpointer.ts';
import { testWorld, type World } from './test-world.ts';

export interface Signed extends TestCheckpointer {
  readonly world: World;
  readonly database: Database;
}

/** Where the checkpoints of a signed world stand. */
export const FILE = '2026-03-15.checkpoints';

/** Two postings, three checkpoints: after the first posting, after the second, and after one more entry. */
export async function signedWorld(t: TestContext): Promise<Signed> {
  const world = await testWorld(t);
  const { database } = world;
  let ms = Date.UTC(2026, 2, 15, 8);
  const now = () => {
    ms += 60_000;
    return new Date(ms);
  };
  const made = await testCheckpointer(t, database, { now });
  await tell(world, '1 113.00 + 2 226.00 → post');
  await made.checkpointer.make();
  await tell(world, '3 339.00 → post');
  await made.checkpointer.make();
  await database.transaction((tx) => audit(tx, { actor: 'li', action: 'book.note', subject: 'book:demo' }));
  await made.checkpointer.make();
  return { ...made, world, database };
}

/** What `verify` says, a line for each difference. */
export async function differencesOf(
  { database, checkpointer, folder }: Signed,
  options: { since?: bigint; isBackup?: boolean; publicKey?: string } = {},
): Promise<string[]> {
  const { since, isBackup = false, publicKey } = options;
  const keys = publicKey === undefined ? await checkpointer.verifierKeys() : [publicKey];
  const verifiers = keys.map((key) => noteVerifier(key)!);
  const told: string[] = [];
  const verified = await verify(database, {
    checkpoints: { folder, verifiers, ...(since === undefined ? {} : { since }) },
    isBackup,
    found: ({ book, refusal }) => told.push(`${book ?? 'log'} ${refusal.code} ${refusal.at}`),
  });
  assert.equal(verified.ok, told.length === 0);
  return told;
}
