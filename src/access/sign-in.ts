import { accept, type Outcome, refuse } from '#core/trouble/trouble.ts';
import { audit } from '#storage/audit-log.ts';
import type { Database } from '#storage/database.ts';
import { isKnownDevice } from '#storage/known-devices.ts';
import { findPersonById, findPersonByLogin, type PersonRow } from '#storage/people.ts';
import type { Caller } from './caller.ts';
import { type Entry, enter } from './entry.ts';
import { loginOf } from './login.ts';
import { isPassword } from './passwords.ts';
import type { SessionFacts } from './principal.ts';
import { hashToken } from './random-token.ts';
import { deviceToken } from './session-cookie.ts';
import type { Factor } from './sessions.ts';
import { addressOf, type Counter, giveBackTry, requireTry } from './throttle.ts';

/** Somebody at the door. */
export interface Attempt {
  /** As it was typed. */
  readonly login: string;
  readonly caller: Caller;
  readonly now: Date;
  /** The session this browser had: it ends when another begins. */
  readonly previous: SessionFacts | undefined;
}

/** How a login is checked, and what that counts as. It takes as long when there is no such person. */
export interface Check {
  readonly factor: Factor;
  readonly check: (login: string) => Promise<PersonRow | null>;
}

/** A password that is kept here. */
export function ownPassword(database: Database, password: string): Check {
  return {
    factor: 'password',
    check: async (login) => {
      const person = await findPersonByLogin(database, login);
      return (await isPassword(password, person?.password_hash ?? null)) ? person : null;
    },
  };
}

/**
 * Opens a session for whoever passes the check. Unknown, wrong and disabled say the same in the same time; tries are
 * counted before anything is checked.
 */
export async function signIn(
  database: Database,
  attempt: Attempt,
  { factor, check }: Check,
): Promise<Outcome<Entry>> {
  const { caller, now, previous } = attempt;
  const login = loginOf(attempt.login);
  const counters = await countersOf(database, { login, caller });
  await requireTry(database, counters, now);
  const passed = await check(login);
  return database.transaction(async (tx) => {
    // Once more: checking took its time, and somebody may have been shut out meanwhile.
    const person = passed && (await findPersonById(tx, passed.person_id));
    if (person?.state !== 'active' || person.password_hash !== passed?.password_hash) {
      const known = passed ?? (await findPersonByLogin(tx, login));
      await audit(tx, {
        actor: 'anyone',
        action: 'session.refuse',
        // Never as it was typed: people type passwords where the login belongs.
        subject: known ? `person:${known.login}` : 'person:unknown',
        details: { factor, ip: caller.ip },
      });
      return refuse({ code: 'sign_in_refused' });
    }
    await giveBackTry(tx, counters);
    return accept(await enter(tx, { person, factors: [factor], caller, now, previous }));
  });
}

/**
 * A browser in which the person signed in before has a counter of its own, so that whoever guesses elsewhere, even at the
 * same address, keeps nobody out.
 */
async function countersOf(
  database: Database,
  { login, caller }: { readonly login: string; readonly caller: Caller },
): Promise<Counter[]> {
  const device = deviceToken(caller);
  if (device !== null && (await isKnownDevice(database, login, hashToken(device)))) {
    return [{ rule: 'device', of: `${login} ${device}` }];
  }
  const address = addressOf(caller.ip);
  return [
    { rule: 'place', of: `${login} ${address}` },
    { rule: 'address', of: address },
    { rule: 'login', of: login },
  ];
}
