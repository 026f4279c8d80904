import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';
import { accept, type Outcome, RefusalError, refuse } from '#core/trouble/trouble.ts';
import type { Database, Tx } from '#storage/database.ts';
import { type Challenge, insertChallenge, takeChallenge } from '#storage/passkey-challenges.ts';
import {
  insertPasskey,
  listPasskeys,
  lockPasskey,
  type PasskeyRow,
  touchPasskey,
} from '#storage/passkeys.ts';
import type { PersonRow } from '#storage/people.ts';
import { hashToken } from './random-token.ts';

const CHALLENGE_MS = 5 * 60_000;
const PASSKEYS_PER_PERSON_MAX = 20;
const PRODUCT = 'Tongzhang 通账';

/** Loaded when the first passkey is asked for: a start does not wait for it. */
const loadWebauthn = () => import('@simplewebauthn/server');

/** Where passkeys are asked for, and when. */
export interface PasskeyPlace {
  /** As the browser writes it: `https://hub.example.com`. */
  readonly origin: string;
  readonly now: Date;
}

/** What the browser is told to make a passkey. */
export async function offerPasskey(
  tx: Tx,
  person: Pick<PersonRow, 'person_id' | 'login' | 'name'>,
  place: PasskeyPlace,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const { generateRegistrationOptions } = await loadWebauthn();
  const known = await listPasskeys(tx, person.person_id);
  const options = await generateRegistrationOptions({
    rpName: PRODUCT,
    rpID: hostOf(place),
    userName: person.login,
    userDisplayName: person.name,
    userID: new TextEncoder().encode(`person:${person.person_id}`),
    attestationType: 'none',
    excludeCredentials: known.map((key) => ({ id: key.credential_id })),
    // Found without a login, and unlocked by finger or PIN: then it is two factors in one.
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  await keepChallenge(tx, { ...options, purpose: 'make', personId: person.person_id }, place);
  return options;
}

export interface MadePasskey {
  readonly personId: number;
  readonly response: RegistrationResponseJSON;
  /** What its owner calls it. */
  readonly title: string;
  readonly challenge: SpentChallenge;
}

/** Keeps a passkey that was made for a challenge of ours, in time, for this person and this host. */
export async function keepPasskey(
  tx: Tx,
  { personId, response, title, challenge }: MadePasskey,
  place: PasskeyPlace,
): Promise<Outcome<PasskeyRow>> {
  const { verifyRegistrationResponse } = await loadWebauthn();
  const host = hostOf(place);
  const verified = await orNull(() =>
    verifyRegistrationResponse({
      response,
      expectedChallenge: challenge.text,
      expectedOrigin: place.origin,
      expectedRPID: host,
      requireUserVerification: true,
    }),
  );
  if (!verified?.verified || challenge.personId !== personId) return refusePasskey();
  if ((await listPasskeys(tx, personId)).length >= PASSKEYS_PER_PERSON_MAX) {
    return refuse({ code: 'passkeys_too_many', params: { max: String(PASSKEYS_PER_PERSON_MAX) } });
  }
  const { id: credentialId, publicKey, counter, transports = [] } = verified.registrationInfo.credential;
  const now = place.now;
  const row = await insertPasskey(tx, {
    ...{ personId, credentialId, publicKey, counter, transports, host, title, now },
  });
  return row ? accept(row) : refusePasskey();
}

/** What the browser is told to show a passkey: one of this person's, or (null) any it has for this host. */
export async function askForPasskey(
  tx: Tx,
  personId: number | null,
  place: PasskeyPlace,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const { generateAuthenticationOptions } = await loadWebauthn();
  const known = personId === null ? [] : await listPasskeys(tx, personId);
  const options = await generateAuthenticationOptions({
    rpID: hostOf(place),
    allowCredentials: known.map((key) => ({ id: key.credential_id })),
    userVerification: 'required',
  });
  await keepChallenge(tx, { ...options, purpose: 'show', personId }, place);
  return options;
}

export interface ShownPasskey {
  readonly response: AuthenticationResponseJSON;
  readonly challenge: SpentChallenge;
}

/** Whose passkey it is; null unless it signed that challenge for the host it was made for. */
export async function takePasskey(
  tx: Tx,
  { response, challenge }: ShownPasskey,
  place: PasskeyPlace,
): Promise<number | null> {
  const { verifyAuthenticationResponse } = await loadWebauthn();
  const row = await lockPasskey(tx, response.id);
  if (row === null || (challenge.personId ?? row.person_id) !== row.person_id) return null;
  const verified = await orNull(() =>
    verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge.text,
      expectedOrigin: place.origin,
      // The host it was made for, not the one that is asked: another name for this machine gets nothing from it.
      expectedRPID: row.host,
      requireUserVerification: true,
      credential: {
        id: row.credential_id,
        publicKey: new Uint8Array(row.public_key),
        counter: Number(row.counter),
      },
    }),
  );
  if (!verified?.verified) return null;
  const counter = verified.authenticationInfo.newCounter;
  await touchPasskey(tx, row.passkey_id, { counter, now: place.now });
  return row.person_id;
}

/** A challenge of ours that was answered, and is used up by that. */
export interface SpentChallenge {
  readonly text: string;
  /** For whom it was; null: for whoever has a passkey. */
  readonly personId: number | null;
}

/** The challenge an answer is to; null when it was none of ours, is too old, or was answered before. */
export async function spendChallenge(
  database: Database,
  answer: { readonly clientDataJSON: string; readonly purpose: Challenge['purpose'] },
  now: Date,
): Promise<SpentChallenge | null> {
  const text = challengeOf(answer.clientDataJSON);
  if (text === null) return null;
  // Not in the transaction of what follows: used up, whatever becomes of that.
  const spent = await takeChallenge(database, { hash: hashToken(text), purpose: answer.purpose }, now);
  return spent ? { text, personId: spent.personId } : null;
}

function challengeOf(clientDataJSON: string): string | null {
  try {
    const { challenge }: { challenge?: unknown } = Object(
      JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString()),
    );
    return typeof challenge === 'string' ? challenge : null;
  } catch {
    return null;
  }
}

type Given = { readonly challenge: string } & Pick<Challenge, 'purpose' | 'personId'>;

async function keepChallenge(tx: Tx, given: Given, { now }: PasskeyPlace): Promise<void> {
  const { challenge, purpose, personId } = given;
  const expiresAt = new Date(now.getTime() + CHALLENGE_MS);
  await insertChallenge(tx, { hash: hashToken(challenge), purpose, personId }, expiresAt);
}

/** The library throws at whatever does not fit. */
async function orNull<T>(verify: () => Promise<T>): Promise<T | null> {
  try {
    return await verify();
  } catch {
    return null;
  }
}

/** The host name. Browsers make no passkeys for bare addresses. */
function hostOf({ origin }: PasskeyPlace): string {
  const hostname = URL.canParse(origin) ? new URL(origin).hostname : '';
  if (/^[\d.]*$|^\[/.test(hostname)) {
    throw new RefusalError({ code: 'passkey_needs_name', params: { host: hostname } });
  }
  return hostname;
}

function refusePasskey() {
  return refuse({ code: 'passkey_refused', at: 'body.response' });
}
