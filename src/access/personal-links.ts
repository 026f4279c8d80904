import { accept, type Outcome, refuse } from '#core/trouble/trouble.ts';
import { audit } from '#storage/audit-log.ts';
import type { Tx } from '#storage/database.ts';
import { deleteLinks, type LinkKind, replaceLink, takeLink } from '#storage/links.ts';
import { findPersonById, type PersonRow, savePerson } from '#storage/people.ts';
import { deleteSessions } from '#storage/person-sessions.ts';
import { hashNewPassword } from './passwords.ts';
import { hashToken, newToken } from './random-token.ts';

const HOUR_MS = 3_600_000;
const LIVES_MS: Readonly<Record<Exclude<LinkKind, 'set-up'>, number>> = {
  invite: 72 * HOUR_MS,
  reset: HOUR_MS,
};

export interface PersonalLink {
  readonly kind: keyof typeof LIVES_MS;
  /** Shown once, kept as a hash. */
  readonly url: string;
  readonly expiresAt: Date;
}

/** A link with which a person sets a password, once: the first one (72 hours) or another (one hour). */
export async function newPersonalLink(
  tx: Tx,
  person: PersonRow,
  { hubUrl, by, now }: { readonly hubUrl: string; readonly by: string; readonly now: Date },
): Promise<Outcome<PersonalLink>> {
  const subject = `person:${person.login}`;
  if (person.state === 'disabled')
    return refuse({ code: 'person_disabled', params: { login: person.login } });
  if (person.source !== 'local')
    return refuse({ code: 'password_elsewhere', params: { login: person.login } });
  const kind = person.state === 'invited' ? 'invite' : 'reset';
  const token = newToken();
  const expiresAt = new Date(now.getTime() + LIVES_MS[kind]);
  const personId = person.person_id;
  await replaceLink(tx, { kind, personId, tokenHash: hashToken(token), now, expiresAt });
  await audit(tx, { actor: by, action: 'link.make', subject, details: { kind, expiresAt } });
  return accept({ kind, url: `${hubUrl}/link#${token}`, expiresAt });
}

/**
 * Sets the password by a link. It opens no session: whoever has a second factor shows it at the sign-in that follows
 * (ASVS v5.0.0-6.4.3). Every session there was ends.
 */
export async function redeemLink(
  tx: Tx,
  { token, password, ip }: { readonly token: string; readonly password: string; readonly ip: string },
  now: Date,
): Promise<Outcome<PersonRow>> {
  const link = await takeLink(tx, hashToken(token), now);
  const person = link?.person_id ? await findPersonById(tx, link.person_id) : null;
  if (person === null || person.state === 'disabled')
    return refuse({ code: 'link_invalid', at: 'body.token' });
  const passwordHash = await hashNewPassword(password, person);
  if (!passwordHash.ok) return passwordHash;
  const changed = await savePerson(tx, person.person_id, {
    passwordHash: passwordHash.value,
    state: 'active',
  });
  const ended = await deleteSessions(tx, person.person_id);
  await deleteLinks(tx, person.person_id);
  const actor = `person:${person.login}`;
  await audit(tx, {
    actor,
    action: 'person.password',
    subject: actor,
    details: { by: link!.kind, ended, ip },
  });
  return accept(changed);
}
