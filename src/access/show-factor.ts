import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import { accept, type Outcome, refuse } from '#core/trouble/trouble.ts';
import { audit } from '#storage/audit-log.ts';
import type { Database, Tx } from '#storage/database.ts';
import { isKnownDevice } from '#storage/known-devices.ts';
import { findPersonById, type PersonRow } from '#storage/people.ts';
import type { Caller } from './caller.ts';
import { type Entry, enter, goOn } from './entry.ts';
import { spendChallenge, takePasskey } from './passkeys.ts';
import { isPassword } from './passwords.ts';
import type { SessionFacts } from './principal.ts';
import { hashToken } from './random-token.ts';
import { takeRecoveryCode } from './recovery-codes.ts';
import { deviceToken } from './session-cookie.ts';
import type { SealingBox } from './signing-keys.ts';
import { type Counter, giveBackTry, requireTry } from './throttle.ts';
import { takeTotpCode } from './totp.ts';

/** Who shows it, and where. */
export interface Showing {
  readonly person: PersonRow;
  readonly session: SessionFacts;
  readonly caller: Caller;
  readonly now: Date;
}

/** Does what takes long first, outside any transaction; then says whether it is right, and uses it up. */
type Take = () => Promise<(tx: Tx) => Promise<boolean>>;

/** A code of the authenticator app. */
export function showTotp(
  database: Database,
  showing: Showing,
  { code, box }: { readonly code: string; readonly box: SealingBox },
): Promise<Outcome<Entry>> {
  const shown = { personId: showing.person.person_id, code, now: showing.now };
  return showGuessable(database, showing, {
    factor: 'totp',
    take: async () => (tx) => takeTotpCode(tx, shown, box),
  });
}

export function showRecoveryCode(
  database: Database,
  showing: Showing,
  code: string,
): Promise<Outcome<Entry>> {
  const take: Take = async () => (tx) => takeRecoveryCode(tx, showing.person.person_id, code);
  return showGuessable(database, showing, { factor: 'recovery-code', take });
}

/** The password once more, by somebody who is signed in. */
export function showPassword(
  database: Database,
  showing: Showing,
  password: string,
): Promise<Outcome<Entry>> {
  const take: Take = async () => {
    const isRight = await isPassword(password, showing.person.password_hash);
    return async () => isRight;
  };
  return showGuessable(database, showing, { factor: 'password', take });
}

/** What can be guessed is limited per person (ASVS v5.0.0-6.6.3): apart for the browsers they came in with before. */
async function showGuessable(
  database: Database,
  showing: Showing,
  { factor, take }: { readonly factor: 'totp' | 'recovery-code' | 'password'; readonly take: Take },
): Promise<Outcome<Entry>> {
  const { person, caller, now } = showing;
  const counter = await counterOf(database, showing);
  await requireTry(database, [counter], now);
  const isRight = await take();
  return database.transaction(async (tx) => {
    if (!(await isRight(tx))) {
      await audit(tx, {
        actor: `person:${person.login}`,
        action: 'session.refuse',
        subject: `person:${person.login}`,
        details: { factor, ip: caller.ip },
      });
      return refuse({ code: factor === 'password' ? 'password_wrong' : 'code_wrong' });
    }
    await giveBackTry(tx, [counter]);
    const entry = await goOn(tx, { ...showing, factor });
    return entry ? accept(entry) : refuse({ code: 'unauthorized' });
  });
}

async function counterOf(database: Database, { person, caller }: Showing): Promise<Counter> {
  const device = deviceToken(caller);
  const isKnown = device !== null && (await isKnownDevice(database, person.login, hashToken(device)));
  return { rule: 'code', of: `${person.person_id} ${isKnown ? device : ''}` };
}

/** Somebody with a passkey: signed in, half signed in, or a stranger. */
export interface PasskeyShowing {
  readonly response: AuthenticationResponseJSON;
  readonly session: SessionFacts | undefined;
  readonly caller: Caller;
  readonly now: Date;
}

/**
 * A passkey cannot be guessed, so no counter of tries stands before it: the way in while somebody else is guessing. Only
 * an answer to a challenge of ours is looked at.
 */
export async function showPasskey(
  database: Database,
  { response, session, caller, now }: PasskeyShowing,
): Promise<Outcome<Entry>> {
  const { clientDataJSON } = response.response;
  const challenge = await spendChallenge(database, { clientDataJSON, purpose: 'show' }, now);
  if (challenge === null) return refuse({ code: 'passkey_refused', at: 'body.response' });
  return database.transaction(async (tx) => {
    const place = { origin: caller.origin, now };
    const personId = await takePasskey(tx, { response, challenge }, place);
    const person = personId === null ? null : await findPersonById(tx, personId);
    if (person?.state !== 'active') {
      const subject = person ? `person:${person.login}` : 'person:unknown';
      const details = { factor: 'passkey', ip: caller.ip };
      await audit(tx, { actor: 'anyone', action: 'session.refuse', subject, details });
      return refuse({ code: 'passkey_refused', at: 'body.response' });
    }
    if (session?.personId === person.person_id) {
      const entry = await goOn(tx, { person, session, factor: 'passkey', caller, now });
      if (entry) return accept(entry);
    }
    return accept(await enter(tx, { person, factors: ['passkey'], caller, now, previous: session }));
  });
}
