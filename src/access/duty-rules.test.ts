import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brokenDuty, DUTY_CODES, type DutyCode } from './duty-rules.ts';
import { SHIPPED_ROLES } from './shipped-roles.ts';

const OWN = { role: 'our-cashier', basedOn: 'cashier', permissions: [] } as const;

/** `cashier`, or `cashier@A+B` in some books. */
function held(text: string) {
  const [code = '', books] = text.split('@');
  const role = SHIPPED_ROLES.get(code);
  const facts = role ? { role: code, basedOn: null, permissions: role.permissions } : OWN;
  return { ...facts, books: books?.split('+') ?? null };
}

// Roles of one person; the rule they break.
for (const [roles, broken] of [
  [['accountant'], null],
  [['accountant', 'finance-manager'], 'prepare-review'],
  [['accountant@A', 'finance-manager@B'], null],
  [['accountant@A', 'finance-manager@B+A'], 'prepare-review'],
  [['accountant@A', 'finance-manager'], 'prepare-review'],
  [['accountant', 'integration-admin'], 'prepare-map'],
  [['finance-manager', 'integration-admin'], 'review-map'],
  [['approver', 'integration-admin'], 'review-map'],
  [['cashier', 'auditor'], 'cash-ledger'],
  [['cashier', 'accountant'], 'cash-ledger'],
  [['our-cashier', 'auditor'], 'cash-ledger'],
  [['cashier', 'employee'], null],
  [['accountant', 'auditor'], null],
  [['system-admin', 'integration-admin'], null],
] as const satisfies readonly (readonly [readonly string[], DutyCode | null])[]) {
  test(`duties: ${roles.join(' + ')} → ${broken ?? 'fine'}`, () => {
    assert.equal(
      brokenDuty(roles.map(held), () => true),
      broken,
    );
    assert.equal(
      brokenDuty(roles.map(held), (code) => code !== broken),
      null,
    );
  });
}

test('duties: no role the hub ships breaks a rule by itself', () => {
  for (const role of SHIPPED_ROLES.keys())
    assert.equal(
      brokenDuty([held(role)], () => true),
      null,
      role,
    );
  assert.equal(DUTY_CODES.length, 7);
});
