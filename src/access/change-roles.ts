import type { Text } from '#core/trouble/message.ts';
import { RefusalError } from '#core/trouble/trouble.ts';
import { audit } from '#storage/audit-log.ts';
import type { Tx } from '#storage/database.ts';
import { holdersOf } from '#storage/grants.ts';
import { countHolders, deleteRole, findRole, listRoles, type RoleRow, saveRole } from '#storage/roles.ts';
import { keepAdministrator } from './administrators.ts';
import { requireDutiesApart } from './duties.ts';
import { isPermission, type Permission } from './permissions.ts';
import { type Role, SHIPPED_ROLES } from './shipped-roles.ts';

/** All roles, those of the hub first. */
export async function allRoles(tx: Tx): Promise<Role[]> {
  return [...SHIPPED_ROLES.values(), ...(await listRoles(tx)).map(asRole)];
}

/** Null where there is no such role. */
export async function anyRole(tx: Tx, code: string): Promise<Role | null> {
  const own = SHIPPED_ROLES.has(code) ? null : await findRole(tx, code);
  return SHIPPED_ROLES.get(code) ?? (own && asRole(own));
}

export interface WantedRole {
  readonly code: string;
  readonly names: Text;
  readonly permissions: readonly string[];
  /** The role it is a copy of. */
  readonly basedOn: string | null;
}

/** A new role. Its permissions are those it names; the role it is based on only says what duty it belongs to. */
export async function createRole(tx: Tx, wanted: WantedRole, by: string): Promise<Role> {
  if (await anyRole(tx, wanted.code)) {
    throw new RefusalError({ code: 'already_exists', params: { kind: 'role', id: wanted.code } });
  }
  if (wanted.basedOn !== null && !(await anyRole(tx, wanted.basedOn))) throw missing(wanted.basedOn);
  return save(tx, { ...wanted, basedOn: await originOf(tx, wanted.basedOn) }, by);
}

/** Changes a role of one's own; whoever holds it may do at once what it says now. */
export async function changeRole(tx: Tx, wanted: Omit<WantedRole, 'basedOn'>, by: string): Promise<Role> {
  const role = await requireOwn(tx, wanted.code);
  return keepAdministrator(tx, async () => {
    const changed = await save(tx, { ...wanted, basedOn: role.based_on }, by);
    for (const holder of await holdersOf(tx, wanted.code)) await requireDutiesApart(tx, holder);
    return changed;
  });
}

/** Deletes a role that nobody holds. */
export async function removeRole(tx: Tx, code: string, by: string): Promise<void> {
  await requireOwn(tx, code);
  const holders = await countHolders(tx, code);
  if (holders > 0)
    throw new RefusalError({ code: 'role_held', params: { role: code, count: String(holders) } });
  await deleteRole(tx, code);
  await audit(tx, { actor: by, action: 'role.delete', subject: `role:${code}` });
}

/** The copy of a copy is one of the first: what holds for the original by duty must not be shed on the way. */
async function originOf(tx: Tx, code: string | null): Promise<string | null> {
  if (code === null || SHIPPED_ROLES.has(code)) return code;
  return (await findRole(tx, code))?.based_on ?? null;
}

async function save(tx: Tx, wanted: WantedRole, by: string): Promise<Role> {
  const permissions = known(wanted.permissions);
  const row = { code: wanted.code, names: wanted.names, permissions, based_on: wanted.basedOn };
  await saveRole(tx, row);
  const details = { names: wanted.names, permissions, basedOn: wanted.basedOn };
  await audit(tx, { actor: by, action: 'role.save', subject: `role:${wanted.code}`, details });
  return asRole(row);
}

function known(names: readonly string[]): Permission[] {
  const unknown = names.find((name) => !isPermission(name));
  if (unknown !== undefined) {
    throw new RefusalError({
      code: 'permission_unknown',
      at: 'body.permissions',
      params: { permission: unknown },
    });
  }
  return [...new Set(names)].filter(isPermission);
}

async function requireOwn(tx: Tx, code: string): Promise<RoleRow> {
  if (SHIPPED_ROLES.has(code)) throw new RefusalError({ code: 'role_shipped', params: { role: code } });
  const role = await findRole(tx, code);
  if (!role) throw missing(code);
  return role;
}

function asRole({ code, names, permissions, based_on: basedOn }: RoleRow): Role {
  return { code, names, permissions: permissions.filter(isPermission), isShipped: false, basedOn };
}

function missing(code: string): RefusalError {
  return new RefusalError({ code: 'not_found', params: { kind: 'role', id: code } });
}
