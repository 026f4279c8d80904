import type { Tx } from '#storage/database.ts';
import { type GrantWithRole, grantsOf, type PrincipalKey } from '#storage/grants.ts';
import { isPermission, isReading, type Permission } from './permissions.ts';
import type { Grant } from './principal.ts';
import { SHIPPED_ROLES } from './shipped-roles.ts';

/** What a person or client may do now. Nobody known: nothing. */
export async function loadGrants(tx: Tx, principal: PrincipalKey): Promise<readonly Grant[]> {
  return (await grantsOf(tx, principal)).map(asGrant);
}

/** Whether they allow anything that posts, approves or administers (ASVS v5.0.0-6.3.3). */
export function needsSecondFactor(grants: readonly Grant[]): boolean {
  return grants.some(({ permissions }) => [...permissions].some((permission) => !isReading(permission)));
}

/** A role that is no more, or a permission that this release does not know, allows nothing. */
function asGrant(row: GrantWithRole): Grant {
  return {
    role: row.role,
    permissions: new Set(permissionsOf(row)),
    books: setOrAll(row.books),
    departments: setOrAll(row.departments),
    kinds: setOrAll(row.kinds),
    fields: row.field_rules,
  };
}

/** What a role as it is held allows. */
export function permissionsOf({
  role,
  permissions,
}: Pick<GrantWithRole, 'role' | 'permissions'>): Permission[] {
  const names: readonly string[] = SHIPPED_ROLES.get(role)?.permissions ?? permissions ?? [];
  return names.filter(isPermission);
}

function setOrAll(codes: readonly string[] | null): ReadonlySet<string> | null {
  return codes && new Set(codes);
}
