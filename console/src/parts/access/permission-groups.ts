type PermissionGroup = 'daily' | 'ledger' | 'integration' | 'administration';

/** What a permission is about stands before its colon. Whatever is new and not named here stands under administration. */
const RESOURCES: Readonly<Record<PermissionGroup, readonly string[]>> = {
  daily: ['overview', 'documents', 'records', 'exceptions'],
  ledger: ['books', 'balances', 'periods', 'vouchers', 'crosswalks'],
  integration: ['flows', 'connections', 'runs', 'deliveries', 'webhooks'],
  administration: ['people', 'roles', 'clients', 'sign-on', 'audit', 'metrics'],
};

/** The order in which groups are shown. */
const PERMISSION_GROUPS = ['daily', 'ledger', 'integration', 'administration'] as const;

/** @example groupOf('sign-on:write') // 'administration' */
export function groupOf(permission: string): PermissionGroup {
  const resource = permission.split(':')[0] ?? '';
  return PERMISSION_GROUPS.find((group) => RESOURCES[group].includes(resource)) ?? 'administration';
}

/** Permissions group by group, in the hub's own order; a group without any is left out. */
export function inGroups<Facts extends { readonly permission: string }>(
  facts: readonly Facts[],
): readonly (readonly [PermissionGroup, readonly Facts[]])[] {
  return PERMISSION_GROUPS.map(
    (group) => [group, facts.filter(({ permission }) => groupOf(permission) === group)] as const,
  ).filter(([, members]) => members.length > 0);
}
