import { RefusalError } from '#core/trouble/trouble.ts';
import { audit } from '#storage/audit-log.ts';
import { findBook } from '#storage/books.ts';
import type { Tx } from '#storage/database.ts';
import { deleteGrant, findGrant, type GrantRow } from '#storage/grants.ts';
import { findPersonById } from '#storage/people.ts';
import { keepAdministrator } from './administrators.ts';
import { anyRole } from './change-roles.ts';
import { requireDutiesApart, requireOther } from './duties.ts';
import { type Giving, giveGrant } from './give-grant.ts';
import type { Principal } from './principal.ts';

/** Gives a role to a person, unless a duty stands against it or something it names is not there. */
export async function grantRole(
  tx: Tx,
  wanted: Omit<Giving, 'by' | 'origin'>,
  giver: Principal,
): Promise<GrantRow> {
  const { principal, role, books } = wanted;
  if (!(await findPersonById(tx, Number(principal.id)))) throw missing('person', principal.id);
  if (!(await anyRole(tx, role))) throw missing('role', role);
  for (const book of books ?? []) if (!(await findBook(tx, book))) throw missing('book', book);
  await requireOther(tx, 'grant-self', {
    principal: giver,
    before: isSame(giver, principal) ? [giver.actor] : [],
  });
  const row = await giveGrant(tx, { ...wanted, by: giver.actor });
  await requireDutiesApart(tx, principal);
  return row;
}

/** Takes a grant back. One that something else keeps in step comes back with it, so it is taken there. */
export async function takeGrant(tx: Tx, grantId: bigint, by: string): Promise<void> {
  const grant = await findGrant(tx, grantId);
  if (!grant) throw missing('grant', String(grantId));
  if (grant.origin !== 'given') {
    throw new RefusalError({ code: 'grant_kept_in_step', params: { origin: grant.origin } });
  }
  await keepAdministrator(tx, () => deleteGrant(tx, grantId));
  const { role, books, departments, kinds, field_rules: fieldRules } = grant;
  const subject = `${grant.principal_kind}:${grant.principal_id}`;
  const details = { grant: String(grantId), role, books, departments, kinds, fieldRules };
  await audit(tx, { actor: by, action: 'grant.take', subject, details });
}

function isSame(giver: Principal, { kind, id }: Giving['principal']): boolean {
  return giver.kind === kind && giver.id === id;
}

function missing(kind: string, id: string): RefusalError {
  return new RefusalError({ code: 'not_found', params: { kind, id } });
}
