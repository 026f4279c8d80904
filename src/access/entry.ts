import { audit } from '#storage/audit-log.ts';
import type { Tx } from '#storage/database.ts';
import { rememberDevice } from '#storage/known-devices.ts';
import type { PersonRow } from '#storage/people.ts';
import { deleteSession } from '#storage/person-sessions.ts';
import { factorsOf } from '#storage/second-factors.ts';
import type { Caller } from './caller.ts';
import { loadGrants, needsSecondFactor } from './grants.ts';
import type { SessionFacts } from './principal.ts';
import { hashToken, newToken } from './random-token.ts';
import { deviceCookie, deviceToken, sessionCookie } from './session-cookie.ts';
import { type Factor, lackOf, openSession, renewSession } from './sessions.ts';

const DEVICES_PER_PERSON_MAX = 20;

/** How somebody came in, or a step further. */
export interface Entry {
  readonly session: SessionFacts;
  /** `Set-Cookie`, one each. */
  readonly cookies: string[];
}

export interface Entering {
  readonly person: Pick<PersonRow, 'person_id' | 'login'>;
  readonly factors: readonly Factor[];
  readonly caller: Caller;
  readonly now: Date;
  /** The session this browser had: it ends. */
  readonly previous: SessionFacts | undefined;
}

/** Opens a session for somebody who has shown who they are; says so in the audit log. */
export async function enter(tx: Tx, entering: Entering): Promise<Entry> {
  const { person, factors, caller, now, previous } = entering;
  if (previous) await deleteSession(tx, previous.personId, previous.sessionId);
  const userAgent = String(caller.headers['user-agent'] ?? '');
  const opening = { personId: person.person_id, factors, ip: caller.ip, userAgent, now };
  const { token, session } = await openSession(tx, opening);
  await audit(tx, {
    actor: `person:${person.login}`,
    action: 'session.open',
    subject: `session:${session.session_id}`,
    details: { factors, ip: caller.ip },
  });
  return welcome(tx, { ...entering, token, sessionId: session.session_id });
}

export interface Step {
  readonly person: Pick<PersonRow, 'person_id' | 'login'>;
  readonly session: SessionFacts;
  readonly factor: Factor;
  readonly caller: Caller;
  readonly now: Date;
}

/** Another factor was shown in a session: it goes on under a new token. Null: it has ended meanwhile. */
export async function goOn(tx: Tx, { session, ...step }: Step): Promise<Entry | null> {
  const { sessionId } = session;
  const renewed = await renewSession(tx, sessionId, step);
  if (renewed === null) return null;
  await audit(tx, {
    actor: `person:${step.person.login}`,
    action: 'session.prove',
    subject: `session:${sessionId}`,
    details: { factor: step.factor, ip: step.caller.ip },
  });
  return welcome(tx, { ...step, factors: renewed.factors, token: renewed.token, sessionId });
}

interface Welcome extends Omit<Entering, 'previous' | 'factors'> {
  readonly factors: readonly string[];
  readonly token: string;
  readonly sessionId: bigint;
}

async function welcome(tx: Tx, { person, factors, caller, now, token, sessionId }: Welcome): Promise<Entry> {
  const personId = person.person_id;
  const owned = await factorsOf(tx, personId);
  const lacks = lackOf({
    factors,
    hasSecondFactor: owned.totp || owned.passkeys > 0,
    needsSecondFactor: needsSecondFactor(await loadGrants(tx, { kind: 'person', id: String(personId) })),
  });
  const isComplete = lacks === 'nothing';
  const session = { sessionId, personId, provedAt: now, isComplete, lacks };
  const device = isComplete ? await knowDevice(tx, { personId, caller, now }) : [];
  return { session, cookies: [sessionCookie(caller, token), ...device] };
}

/** Guessing elsewhere does not keep somebody out who comes back with this browser. */
async function knowDevice(
  tx: Tx,
  { personId, caller, now }: { readonly personId: number; readonly caller: Caller; readonly now: Date },
): Promise<string[]> {
  const token = deviceToken(caller) ?? newToken();
  await rememberDevice(tx, { personId, tokenHash: hashToken(token), now }, DEVICES_PER_PERSON_MAX);
  return [deviceCookie(caller, token)];
}
