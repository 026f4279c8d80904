import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const ALGORITHM = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Seals the secret settings of connections. The key never enters the database. */
export interface SecretBox {
  seal(plain: Readonly<Record<string, unknown>>): Uint8Array;
  open(sealed: Uint8Array): Record<string, unknown>;
}

/** The box whose key is kept in `folder`, readable by its owner only; made at the first start. */
export async function openSecretBox(folder: string): Promise<SecretBox> {
  return secretBox(Buffer.from(await fileSecret(folder, 'key'), 'base64url'));
}

/** A secret of 32 random bytes, as base64url text, kept in a file of `folder`. */
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

export function secretBox(key: Uint8Array): SecretBox {
  return {
    seal: (plain) => {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv(ALGORITHM, key, iv);
      const body = Buffer.concat([cipher.update(JSON.stringify(plain), 'utf8'), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), body]);
    },
    open: (sealed) => {
      const decipher = createDecipheriv(ALGORITHM, key, sealed.subarray(0, IV_BYTES));
      decipher.setAuthTag(sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
      const body = sealed.subarray(IV_BYTES + TAG_BYTES);
      return JSON.parse(Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8'));
    },
  };
}
