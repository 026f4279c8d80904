import { createPublicKey, type JsonWebKey } from 'node:crypto';
import type { ClientRow } from '#storage/clients.ts';

/** A JSON Web Key Set as it comes from outside; null where it has no list of keys. */
export function parseJwks(value: unknown): NonNullable<ClientRow['jwks']> | null {
  if (!isRecord(value) || !Array.isArray(value.keys)) return null;
  const keys: unknown[] = value.keys;
  return keys.every(isRecord) ? { keys } : null;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const KEYS_MAX = 5;
const RSA_BITS_MIN = 2048;
const PRIVATE_PARTS = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'];

/** What is wrong with a client's public keys, for a reader; null when they serve. */
export function faultOfKeys(jwks: NonNullable<ClientRow['jwks']>): string | null {
  if (jwks.keys.length === 0 || jwks.keys.length > KEYS_MAX) return `${jwks.keys.length} keys`;
  for (const [i, key] of jwks.keys.entries()) {
    const fault = faultOfKey(key);
    if (fault !== null) return `keys[${i}]: ${fault}`;
  }
  return null;
}

function faultOfKey(jwk: JsonWebKey): string | null {
  const secret = PRIVATE_PARTS.find((part) => part in jwk);
  if (secret !== undefined) return `has "${secret}"`;
  try {
    const { asymmetricKeyType, asymmetricKeyDetails } = createPublicKey({ key: jwk, format: 'jwk' });
    if (asymmetricKeyType === 'ed25519') return null;
    if (asymmetricKeyType === 'ec') return jwk.crv === 'P-256' ? null : `curve ${jwk.crv}`;
    const bits = asymmetricKeyDetails?.modulusLength ?? 0;
    return asymmetricKeyType === 'rsa' && bits >= RSA_BITS_MIN ? null : `${asymmetricKeyType} ${bits}`;
  } catch {
    return 'no key';
  }
}
