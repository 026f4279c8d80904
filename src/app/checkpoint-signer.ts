import { generateKeyPairSync } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type NoteSigner, noteSigner } from '#pipeline/audit/signed-note.ts';

/** Signs for a log with the Ed25519 key in `file`, which only its owner can read; the key is made when it is first needed. */
export function checkpointSigner(file: string): (origin: string) => Promise<NoteSigner> {
  return async (origin) => {
    if (!existsSync(file)) await makeKey(file);
    return noteSigner(origin, await readFile(file, 'utf8'));
  };
}

async function makeKey(file: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const { privateKey } = generateKeyPairSync('ed25519');
  const pem = privateKey.export({ format: 'pem', type: 'pkcs8' });
  // 'wx': of two processes that start at once, one writes and both read the same.
  await writeFile(file, pem, { mode: 0o600, flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
}
