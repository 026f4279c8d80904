import { RefusalError } from '#core/trouble/trouble.ts';
import type { Tx } from '#storage/database.ts';
import { hasUnlimitedHolder } from '#storage/grants.ts';
import { rolesAllowing } from './roles-allowing.ts';

/**
 * Does a change and ends the request, which rolls it back, where nobody would be left who may maintain roles: such an
 * installation could only be helped from outside.
 */
export async function keepAdministrator<T>(tx: Tx, change: () => Promise<T>): Promise<T> {
  const before = await hasAdministrator(tx);
  const changed = await change();
  if (before && !(await hasAdministrator(tx))) throw new RefusalError({ code: 'last_administrator' });
  return changed;
}

async function hasAdministrator(tx: Tx): Promise<boolean> {
  return hasUnlimitedHolder(tx, await rolesAllowing(tx, 'roles:write'));
}
