import { Secret, TOTP } from 'otpauth';
import type { Tx } from '#storage/database.ts';
import { confirmTotp, lockTotp, savePendingTotp, useTotpStep } from '#storage/totp-secrets.ts';
import type { SealingBox } from './signing-keys.ts';

const PERIOD_S = 30;
const SECRET_BYTES = 20;
/** A clock may be one step off either way. */
const WINDOW = 1;
const ISSUER = 'Tongzhang';

/** A new secret for an authenticator app: to be typed, and as the address in a QR code. In use once a code proved it. */
export async function beginTotp(
  tx: Tx,
  person: { readonly person_id: number; readonly login: string },
  box: SealingBox,
): Promise<{ readonly secret: string; readonly uri: string }> {
  const secret = new Secret({ size: SECRET_BYTES });
  await savePendingTotp(tx, person.person_id, box.seal({ secret: secret.base32 }));
  return { secret: secret.base32, uri: totpOf(secret, person.login).toString() };
}

export interface ShownCode {
  readonly personId: number;
  readonly code: string;
  readonly now: Date;
}

/** Takes the pending secret into use, if the code is one of it. */
export async function confirmTotpCode(tx: Tx, shown: ShownCode, box: SealingBox): Promise<boolean> {
  const row = await lockTotp(tx, shown.personId);
  const step = row?.pending ? stepOf(shown, secretOf(row.pending, box)) : null;
  if (step === null) return false;
  await confirmTotp(tx, shown.personId, step);
  return true;
}

/** Whether the code is right, and of no step that was used already: a code works once (ASVS v5.0.0-6.5.1). */
export async function takeTotpCode(tx: Tx, shown: ShownCode, box: SealingBox): Promise<boolean> {
  const row = await lockTotp(tx, shown.personId);
  const step = row?.secret ? stepOf(shown, secretOf(row.secret, box)) : null;
  if (row === null || step === null || step <= row.last_step) return false;
  await useTotpStep(tx, shown.personId, step);
  return true;
}

/** The 30-second step whose code it is; null when it is of none near now. */
function stepOf({ code, now }: ShownCode, secret: string): bigint | null {
  const timestamp = now.getTime();
  const delta = totpOf(Secret.fromBase32(secret), '').validate({ token: code, timestamp, window: WINDOW });
  return delta === null ? null : BigInt(Math.floor(timestamp / 1000 / PERIOD_S) + delta);
}

function secretOf(sealed: Uint8Array, box: SealingBox): string {
  return String(box.open(sealed).secret);
}

function totpOf(secret: Secret, label: string): TOTP {
  return new TOTP({ issuer: ISSUER, label, secret, period: PERIOD_S, digits: 6, algorithm: 'SHA1' });
}
