import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A secret of 32 random bytes, as base64url text, kept in a file of `folder` that only its owner can read. */
export async function fileSecret(folder: string, name: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const file = join(folder, name);
  if (!existsSync(file)) {
    // 'wx': of two processes that start at once, one writes and both read the same.
    await writeFile(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' }).catch(
      () => undefined,
    );
  }
  return (await readFile(file, 'utf8')).trim();
}
