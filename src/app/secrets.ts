import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Fault } from '#core/trouble/trouble.ts';
import {
  fixedKeys,
  type KeyPlaces,
  type KeyRing,
  openKeyRing,
  type SealingKey,
  sealingKey,
} from './key-ring.ts';

const ALGORITHM = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;
const ID_BYTES = 8;
/** First byte of what names its key. What was sealed before keys had names begins with a random one. */
const NAMED = 1;
const HEADER_BYTES = 1 + ID_BYTES;

/** Seals the secrets that stand in the database. The key never enters it. */
interface SecretBox {
  seal(plain: Readonly<Record<string, unknown>>): Uint8Array;
  open(sealed: Uint8Array): Record<string, unknown>;
  /** Whether it was sealed with the key that seals everything new. */
  isCurrent(sealed: Uint8Array): boolean;
}

/** The box of an installation, with the keys that it has at each moment. */
export interface InstallationSecrets extends SecretBox {
  readonly keys: KeyRing;
}

export async function openSecretBox(places: KeyPlaces): Promise<InstallationSecrets> {
  const keys = await openKeyRing(places);
  // What is no key is told at the start, not when the first secret is needed.
  keys.current();
  return { ...keyRingBox(keys), keys };
}

/** A box with one key. */
export function secretBox(key: Uint8Array): SecretBox {
  return keyRingBox(fixedKeys([sealingKey(key)]));
}

function keyRingBox(keys: KeyRing): SecretBox {
  return {
    seal: (plain) => {
      const { id, bytes } = keys.current();
      const header = Buffer.concat([Buffer.of(NAMED), id]);
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv(ALGORITHM, bytes, iv).setAAD(header);
      const body = Buffer.concat([cipher.update(JSON.stringify(plain), 'utf8'), cipher.final()]);
      return Buffer.concat([header, iv, cipher.getAuthTag(), body]);
    },
    open: (sealed) => JSON.parse(openText(sealed, keys.all())),
    isCurrent: (sealed) => sealed[0] === NAMED && keys.current().id.equals(sealed.subarray(1, HEADER_BYTES)),
  };
}

function openText(sealed: Uint8Array, keys: readonly SealingKey[]): string {
  const id = sealed.subarray(1, HEADER_BYTES);
  const named = sealed[0] === NAMED ? keys.find((key) => key.id.equals(id)) : undefined;
  if (named) return decrypt(named, sealed.subarray(HEADER_BYTES), sealed.subarray(0, HEADER_BYTES));
  for (const key of keys) {
    try {
      return decrypt(key, sealed, null);
    } catch {
      // Another key's, or nobody's.
    }
  }
  const key = sealed[0] === NAMED ? Buffer.from(id).toString('hex') : '?';
  throw new Fault('key_unknown', { retry: { kind: 'never' }, params: { key } });
}

function decrypt({ bytes }: SealingKey, sealed: Uint8Array, header: Uint8Array | null): string {
  const decipher = createDecipheriv(ALGORITHM, bytes, sealed.subarray(0, IV_BYTES));
  if (header) decipher.setAAD(header);
  decipher.setAuthTag(sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  const body = sealed.subarray(IV_BYTES + TAG_BYTES);
  return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
}
