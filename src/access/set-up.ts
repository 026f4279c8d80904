import { accept, type Outcome, refuse } from '#core/trouble/trouble.ts';
import { audit } from '#storage/audit-log.ts';
import type { Tx } from '#storage/database.ts';
import { replaceLink, takeLink } from '#storage/links.ts';
import { hasPeople, insertPerson, lockFirstPerson, type PersonRow } from '#storage/people.ts';
import type { Caller } from './caller.ts';
import { saveDuties } from './duties.ts';
import { giveGrant } from './give-grant.ts';
import { checkLogin } from './login.ts';
import { hashNewPassword } from './passwords.ts';
import { hashToken, newToken } from './random-token.ts';
import { SHIPPED_ROLES, SYSTEM_ADMIN } from './shipped-roles.ts';

const LINK_MS = 15 * 60_000;

/** Whether nobody is there yet: then whoever holds the set-up link becomes the first person. */
export async function needsSetUp(tx: Tx): Promise<boolean> {
  return !(await hasPeople(tx));
}

/** A link with which the first person is made: 15 minutes, once, from this very machine. Null: somebody is there. */
export async function newSetUpLink(
  tx: Tx,
  { hubUrl, by, now }: { readonly hubUrl: string; readonly by: string; readonly now: Date },
): Promise<{ readonly url: string; readonly expiresAt: Date } | null> {
  await lockFirstPerson(tx);
  if (!(await needsSetUp(tx))) return null;
  const token = newToken();
  const expiresAt = new Date(now.getTime() + LINK_MS);
  await replaceLink(tx, { kind: 'set-up', personId: null, tokenHash: hashToken(token), now, expiresAt });
  await audit(tx, { actor: by, action: 'link.make', subject: 'set-up', details: { expiresAt } });
  // After the #: what stands there never leaves the browser by itself, not even into a log.
  const page = new URL('/set-up', hubUrl);
  page.hostname = '127.0.0.1';
  return { url: `${page}#${token}`, expiresAt };
}

export interface FirstPerson {
  readonly token: string;
  readonly login: string;
  readonly name: string;
  readonly password: string;
  readonly language: PersonRow['language'];
  /** One person does everything: every role, and no duty kept apart from another. */
  readonly alone: boolean;
}

/** Makes the first person, who administers people and roles, or (alone) does everything. */
export async function setUp(
  tx: Tx,
  first: FirstPerson,
  { caller, now }: { readonly caller: Caller; readonly now: Date },
): Promise<Outcome<PersonRow>> {
  if (!isThisMachine(caller)) return refuse({ code: 'set_up_elsewhere' });
  await lockFirstPerson(tx);
  if (!(await needsSetUp(tx))) return refuse({ code: 'set_up_done' });
  const link = await takeLink(tx, hashToken(first.token), now);
  if (link?.kind !== 'set-up') return refuse({ code: 'link_invalid', at: 'body.token' });
  const login = checkLogin(first.login);
  if (!login.ok) return login;
  const owner = { login: login.value, name: first.name };
  const passwordHash = await hashNewPassword(first.password, owner);
  if (!passwordHash.ok) return passwordHash;
  return accept(await makeFirst(tx, { ...first, login: login.value }, passwordHash.value));
}

async function makeFirst(tx: Tx, first: FirstPerson, passwordHash: string): Promise<PersonRow> {
  const { login, name, language, alone } = first;
  const made = { login, name, language, passwordHash, email: null, source: 'local' };
  const person = await insertPerson(tx, { ...made, state: 'active' });
  if (person === null) throw new Error('bug: there was somebody before the first person');
  const by = `person:${login}`;
  await audit(tx, { actor: by, action: 'person.set-up', subject: by, details: { alone } });
  const principal = { kind: 'person', id: String(person.person_id) } as const;
  if (alone) await saveDuties(tx, { on: new Set(), by });
  for (const role of alone ? SHIPPED_ROLES.keys() : [SYSTEM_ADMIN]) {
    await giveGrant(tx, { principal, role, by });
  }
  return person;
}

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;
const LOOPBACK_HOST = /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

/**
 * Whether somebody at this machine asks: from its loopback address, by its loopback name (a page elsewhere may have a
 * name that leads here), and not through a proxy that happens to run here.
 */
function isThisMachine({ ip, origin, headers }: Caller): boolean {
  const isForwarded = ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'].some((name) => headers[name]);
  return LOOPBACK.test(ip) && LOOPBACK_HOST.test(origin) && !isForwarded;
}
