import { randomInt } from 'node:crypto';
import type { Tx } from '#storage/database.ts';
import { replaceRecoveryCodes, useRecoveryCode } from '#storage/recovery-codes.ts';
import { hashToken } from './random-token.ts';

const CODES = 10;
const CHARACTERS = 16;
/** Crockford's: no I, L, O or U, so that nothing on paper reads as something else. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Ten new codes of 80 random bits, in place of all earlier ones. Shown once; kept as hashes. */
export async function newRecoveryCodes(tx: Tx, personId: number): Promise<string[]> {
  const codes = Array.from({ length: CODES }, newCode);
  await replaceRecoveryCodes(
    tx,
    personId,
    codes.map((code) => hashCode(personId, code)),
  );
  return codes;
}

/** Whether it is one of the person's codes that was not used yet; from now on it is. */
export async function takeRecoveryCode(tx: Tx, personId: number, code: string): Promise<boolean> {
  return useRecoveryCode(tx, personId, hashCode(personId, code));
}

/** `7Q4M-1ZRB-…` */
function newCode(): string {
  const letters = Array.from({ length: CHARACTERS }, () => ALPHABET[randomInt(ALPHABET.length)]);
  return letters.join('').replace(/(.{4})(?=.)/g, '$1-');
}

/** Written small, without dashes or with an O for a zero, it is the same code. */
function hashCode(personId: number, code: string): Buffer {
  const plain = code
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  return hashToken(`${personId} ${plain}`);
}
