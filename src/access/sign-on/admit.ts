import { checkLogin, loginOf } from '#access/login.ts';
import { SHIPPED_ROLES } from '#access/shipped-roles.ts';
import { accept, type Outcome, refuse } from '#core/trouble/trouble.ts';
import { audit } from '#storage/audit-log.ts';
import type { Tx } from '#storage/database.ts';
import { grantsOf } from '#storage/grants.ts';
import { claimIdentity, insertIdentity, touchIdentity } from '#storage/identities.ts';
import { findPersonById, insertPerson, type PersonRow, savePerson } from '#storage/people.ts';
import { listRoles } from '#storage/roles.ts';
import type { SignOnProviderRow } from '#storage/sign-on.ts';
import { followGroups, signOnActor } from './follow-groups.ts';
import type { Identified } from './identified.ts';
import { type MappedGrant, mappedGrants } from './mapped-grants.ts';

export interface Admission {
  readonly provider: SignOnProviderRow;
  readonly identified: Identified;
  readonly now: Date;
}

/**
 * The person whom a provider means: the one its identity is tied to, or a new one. A login or a name that somebody here
 * has already ties nothing (OWASP ASVS 5.0.0-6.8.1). What the groups grant is brought up to date, also when that is
 * nothing and the person is refused: commit in either case.
 */
export async function admit(tx: Tx, { provider, identified, now }: Admission): Promise<Outcome<PersonRow>> {
  const key = { providerId: provider.provider_id, realm: identified.realm, subject: identified.subject };
  const identity = await claimIdentity(tx, key);
  const wanted = await grantsFor(tx, provider, identified);
  const known = identity && (await findPersonById(tx, identity.person_id));
  if (!known && wanted.length === 0) return refuse({ code: 'sign_on_no_role' });
  if (known?.state === 'disabled') return refuse({ code: 'sign_on_person_disabled' });
  const person = known ?? (await makePerson(tx, provider, identified));
  const { identity_id } =
    identity ?? (await insertIdentity(tx, key, { personId: person.person_id, linkedBy: null }));
  await touchIdentity(tx, identity_id, now);
  await followGroups(tx, { personId: person.person_id, provider: provider.code, wanted });
  const grants = await grantsOf(tx, { kind: 'person', id: String(person.person_id) });
  return grants.length === 0 ? refuse({ code: 'sign_on_no_role' }) : accept(await arrive(tx, person));
}

/** A mapping to a role that was deleted meanwhile grants nothing. */
async function grantsFor(
  tx: Tx,
  { mappings }: SignOnProviderRow,
  { groups }: Identified,
): Promise<MappedGrant[]> {
  const own = new Set((await listRoles(tx)).map(({ code }) => code));
  return mappedGrants(mappings, groups).filter(({ role }) => SHIPPED_ROLES.has(role) || own.has(role));
}

async function makePerson(tx: Tx, provider: SignOnProviderRow, identified: Identified): Promise<PersonRow> {
  for (const login of loginsFor(identified, provider.code)) {
    const person = await insertPerson(tx, {
      login,
      name: identified.name,
      email: null,
      language: 'zh',
      state: 'active',
      passwordHash: null,
      source: provider.code,
    });
    if (person === null) continue;
    await audit(tx, {
      actor: signOnActor(provider.code),
      action: 'person.make',
      subject: `person:${login}`,
      details: { name: identified.name, realm: identified.realm, subject: identified.subject },
    });
    return person;
  }
  throw new Error('bug: no login is free');
}

const LOGIN_LENGTH_MAX = 70;
const NAMESAKES_MAX = 1_000;

/** Their own login where it is free; with the provider's code, and then numbered, where somebody else has it. */
function* loginsFor({ login }: Identified, provider: string): Generator<string> {
  const plain = loginOf(login)
    .replace(/[^\p{L}\p{M}\p{N}._@+-]/gu, '.')
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .slice(0, LOGIN_LENGTH_MAX);
  const own = checkLogin(plain).ok ? plain : 'person';
  yield own;
  yield `${own}@${provider}`;
  for (let number = 2; number <= NAMESAKES_MAX; number += 1) yield `${own}@${provider}.${number}`;
}

/** Whoever was invited and comes this way needs no password of ours. */
async function arrive(tx: Tx, person: PersonRow): Promise<PersonRow> {
  return person.state === 'invited' ? savePerson(tx, person.person_id, { state: 'active' }) : person;
}
