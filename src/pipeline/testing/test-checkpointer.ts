import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Checkpointer } from '#pipeline/audit/checkpointer.ts';
import { noteSigner } from '#pipeline/audit/signed-note.ts';
import type { Database } from '#storage/database.ts';
import type { Ending } from '#storage/testing/fresh-database.ts';

export interface TestCheckpointer {
  readonly checkpointer: Checkpointer;
  readonly folder: string;
  readonly reported: unknown[];
}

export interface CheckpointerWish {
  /** Default now. */
  readonly now?: () => Date;
  /** Default a key of its own. */
  readonly pem?: string;
  /** Default a new one. */
  readonly folder?: string;
  readonly copy?: string;
}

/** Checkpoints of a database, written to a folder that is removed in the end. */
export async function testCheckpointer(
  ending: Ending,
  database: Database,
  { now = () => new Date(), pem = newPem(), folder, copy }: CheckpointerWish = {},
): Promise<TestCheckpointer> {
  const place = folder ?? (await temporaryFolder(ending));
  const reported: unknown[] = [];
  const checkpointer = new Checkpointer({
    database,
    folders: [place, ...(copy === undefined ? [] : [copy])],
    signerOf: async (origin) => noteSigner(origin, pem),
    now,
    sleep: async () => new Promise(setImmediate),
    report: (error) => void reported.push(error),
  });
  return { checkpointer, folder: place, reported };
}

export async function temporaryFolder(ending: Ending): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tongzhang-checkpoints-'));
  ending.after(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

export function newPem(): string {
  return String(generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }));
}
