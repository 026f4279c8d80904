import { RefusalError } from '#core/trouble/trouble.ts';
import type { Tx } from '#storage/database.ts';
import { hasUnlimitedHolder } from '#storage/grants.ts';
import { listRoles } from '#storage/roles.ts';
import { SHIPPED_ROLES } from './shipped-roles.ts';

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
  const shipped = [...SHIPPED_ROLES.values()].filter(({ permissions }) =>
    permissions.includes('roles:write'),
  );
  const own = (await listRoles(tx)).filter(({ permissions }) => permissions.includes('roles:write'));
  return hasUnlimitedHolder(
    tx,
    [...shipped, ...own].map(({ code }) => code),
  );
}
