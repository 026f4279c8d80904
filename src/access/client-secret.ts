import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const SECRET_BYTES = 32;
/** So that a scanner of repositories knows what it has found. */
const PREFIX = 'tzs_';

/** A new secret: 256 random bits. It is shown once and kept as a hash only. */
export function newClientSecret(): string {
  return PREFIX + randomBytes(SECRET_BYTES).toString('base64url');
}

/** One round of SHA-256 is enough for a text that nobody can guess. */
export function hashClientSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

/** Takes the same time for every wrong secret. */
export function isClientSecret(secret: string, hash: Uint8Array): boolean {
  const given = hashClientSecret(secret);
  return given.length === hash.length && timingSafeEqual(given, hash);
}
