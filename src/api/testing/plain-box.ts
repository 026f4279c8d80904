import type { SealingBox } from '#access/signing-keys.ts';

/** Seals nothing: tests look inside. */
export const PLAIN_BOX: SealingBox = {
  seal: (plain) => Buffer.from(JSON.stringify(plain)),
  open: (sealed) => JSON.parse(Buffer.from(sealed).toString()),
};
