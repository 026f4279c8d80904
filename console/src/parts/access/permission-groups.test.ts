import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PERMISSION_NAMES } from '#access/permissions.ts';
import { groupOf, inGroups } from './permission-groups.ts';

for (const [permission, group] of [
  ['exceptions:release', 'daily'],
  ['balances:read', 'ledger'],
  ['webhooks:write', 'integration'],
  ['sign-on:write', 'administration'],
] as const) {
  test(`permissions: ${permission} is about ${group}`, () => assert.equal(groupOf(permission), group));
}

test('permissions: every one stands in one group, and no group is empty', () => {
  const groups = inGroups(PERMISSION_NAMES.map((permission) => ({ permission })));
  assert.equal(groups.length, 4);
  assert.equal(groups.flatMap(([, members]) => members).length, PERMISSION_NAMES.length);
});
