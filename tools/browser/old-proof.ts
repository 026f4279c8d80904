import assert from 'node:assert/strict';
import { openDatabase } from '#storage/database.ts';
import { askHub } from './ask-hub.ts';
import type { StartedHub } from './start-hub.ts';
import type { Visitor } from './visitor.ts';

const OLD_MS = 5 * 60_000;
const TRIES_MAX = 200;

/** Makes it six minutes ago that people last proved to be there: the hub asks anew before anything sensitive. */
export async function letProofGrowOld(
  visitor: Visitor,
  { databaseUrl }: Pick<StartedHub, 'databaseUrl'>,
): Promise<void> {
  const database = openDatabase({ url: databaseUrl, connectionsMax: 1 });
  await database.query("update sessions set proved_at = now() - interval '6 minutes'");
  await database.close();
  // The hub remembers sessions until the database tells it of a change.
  for (let tries = 1; !(await isOld(visitor)); tries += 1)
    assert.ok(tries < TRIES_MAX, 'the hub heard of it');
}

async function isOld(visitor: Visitor): Promise<boolean> {
  const { provedAt } = await askHub<{ provedAt: string }>(visitor, ['GET', '/session']);
  return Date.now() - Date.parse(provedAt) > OLD_MS;
}
