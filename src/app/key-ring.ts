import { createHash, randomBytes } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RefusalError } from '#core/trouble/trouble.ts';
import { fileSecret } from './file-secret.ts';

/** A key that seals secrets. What it sealed names it by `id`. */
export interface SealingKey {
  readonly id: Buffer;
  readonly bytes: Buffer;
}

/** The keys of this installation as they are now: another process may have renewed them. */
export interface KeyRing {
  /** Seals everything new. */
  current(): SealingKey;
  /** Open what they sealed, the current one among them. */
  all(): readonly SealingKey[];
  /**
   * Puts a new key in the place of the current one, which is kept for opening. Null where the keys are given from
   * outside: then whoever gives them puts a new one first.
   */
  readonly renew: (() => void) | null;
}

export interface KeyPlaces {
  readonly folder: string;
  /** The keys themselves, newest first; from the environment. */
  readonly keys?: string | null;
  /** A file with them: a mounted secret. */
  readonly keyFile?: string | null;
}

const KEY_BYTES = 32;
const ID_BYTES = 8;

/** The keys where they are: given, in a file that is given, or in the folder, where the first is made at the first start. */
export async function openKeyRing({ folder, keys = null, keyFile = null }: KeyPlaces): Promise<KeyRing> {
  if (keys !== null) return fixedKeys(readKeys(keys, 'TONGZHANG_KEY'));
  if (keyFile !== null) {
    return { current: () => first(readFile(keyFile)), all: () => readFile(keyFile), renew: null };
  }
  await fileSecret(folder, 'key');
  return ownKeys(join(folder, 'key'));
}

/** Keys that stay as they are. */
export function fixedKeys(keys: readonly SealingKey[]): KeyRing {
  return { current: () => first(keys), all: () => keys, renew: null };
}

export function sealingKey(bytes: Uint8Array): SealingKey {
  const id = createHash('sha256').update('tongzhang-key').update(bytes).digest().subarray(0, ID_BYTES);
  return { id, bytes: Buffer.from(bytes) };
}

/** Keys in a file that we look after; those that were replaced are kept beside it. */
function ownKeys(file: string): KeyRing {
  const retired = `${file}.retired`;
  const old = () => (existsSync(retired) ? readFile(retired) : []);
  return {
    current: () => first(readFile(file)),
    all: () => [...readFile(file), ...old()],
    renew: () => {
      const text = readFileSync(file, 'utf8').trim();
      // First kept, then replaced: at no moment is a key lost that something is sealed with.
      appendFileSync(retired, `${text}\n`, { mode: 0o600, flush: true });
      const draft = `${file}.${process.pid}`;
      writeFileSync(draft, randomBytes(KEY_BYTES).toString('base64url'), { mode: 0o600, flush: true });
      renameSync(draft, file);
    },
  };
}

function readFile(file: string): SealingKey[] {
  if (!existsSync(file)) throw new RefusalError({ code: 'keys_invalid', params: { place: file } });
  return readKeys(readFileSync(file, 'utf8'), file);
}

function readKeys(text: string, place: string): SealingKey[] {
  const words = text.split(/[\s,]+/).filter(Boolean);
  const keys = words.map((word) => Buffer.from(word, 'base64url'));
  if (keys.length === 0 || keys.some(({ byteLength }) => byteLength !== KEY_BYTES)) {
    throw new RefusalError({ code: 'keys_invalid', params: { place } });
  }
  return keys.map(sealingKey);
}

function first(keys: readonly SealingKey[]): SealingKey {
  const [key] = keys;
  if (key === undefined) throw new Error('bug: a ring without a key');
  return key;
}
