import type { Access } from '#access/access.ts';
import { loadGrants } from '#access/grants.ts';
import type { Permission } from '#access/permissions.ts';
import { RefusalError } from '#core/trouble/trouble.ts';
import type { Tx } from '#storage/database.ts';
import type { PersonRow } from '#storage/people.ts';

/** With these one can give oneself everything else. */
const ADMINISTRATION: readonly Permission[] = [
  'people:write',
  'roles:write',
  'clients:write',
  'sign-on:write',
];

/**
 * Ends the request where whoever asks could become somebody who administers more: by a link to the other's account, or
 * by taking away what the other proves themselves with.
 */
export async function requireRank(
  tx: Tx,
  access: Access,
  { person_id, login }: Pick<PersonRow, 'person_id' | 'login'>,
): Promise<void> {
  const grants = await loadGrants(tx, { kind: 'person', id: String(person_id) });
  const held = ADMINISTRATION.filter((one) => grants.some(({ permissions }) => permissions.has(one)));
  const lacking = held.find((permission) => !access.may(permission));
  if (lacking) throw new RefusalError({ code: 'person_outranks', params: { login, permission: lacking } });
}
