import type { Tx } from '#storage/database.ts';
import { listRoles } from '#storage/roles.ts';
import type { Permission } from './permissions.ts';
import { SHIPPED_ROLES } from './shipped-roles.ts';

/** Codes of the roles that allow this, shipped ones and the installation's own. */
export async function rolesAllowing(tx: Tx, permission: Permission): Promise<string[]> {
  const roles = [...SHIPPED_ROLES.values(), ...(await listRoles(tx))];
  return roles.filter(({ permissions }) => permissions.includes(permission)).map(({ code }) => code);
}
