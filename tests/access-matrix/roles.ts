/**
 * What each role the hub ships may do, as a reviewer reads it. Written by hand and from the words of the requirement, not
 * from the code: a cashier sees no ledger, an auditor reads everything and changes nothing, a system administrator sees
 * no figures.
 */
const TABLE = `
                     会计 出纳 主管 审计 员工 审批 集成 系统
overview:read         ✓    ✓    ✓    ✓    ·    ✓    ✓    ·
books:read            ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓
books:write           ·    ·    ✓    ·    ·    ·    ·    ·
balances:read         ✓    ·    ✓    ✓    ·    ·    ·    ·
periods:close         ·    ·    ✓    ·    ·    ·    ·    ·
periods:reopen        ·    ·    ✓    ·    ·    ·    ·    ·
vouchers:read         ✓    ·    ✓    ✓    ·    ✓    ·    ·
vouchers:reverse      ·    ·    ✓    ·    ·    ·    ·    ·
documents:post        ✓    ✓    ·    ·    ·    ·    ·    ·
records:read          ✓    ✓    ✓    ✓    ·    ✓    ✓    ·
records:raw           ✓    ·    ✓    ✓    ·    ·    ✓    ·
records:replay        ✓    ·    ·    ·    ·    ·    ✓    ·
exceptions:read       ✓    ✓    ✓    ✓    ·    ✓    ✓    ·
exceptions:handle     ✓    ·    ·    ·    ·    ·    ·    ·
exceptions:release    ·    ·    ✓    ·    ·    ✓    ·    ·
exceptions:dismiss    ·    ·    ✓    ·    ·    ·    ·    ·
crosswalks:read       ✓    ·    ✓    ✓    ·    ·    ✓    ·
crosswalks:write      ·    ·    ·    ·    ·    ·    ✓    ·
flows:read            ✓    ·    ✓    ✓    ·    ·    ✓    ·
flows:write           ·    ·    ·    ·    ·    ·    ✓    ·
flows:publish         ·    ·    ✓    ·    ·    ·    ✓    ·
connections:read      ✓    ·    ✓    ✓    ·    ·    ✓    ·
connections:write     ·    ·    ·    ·    ·    ·    ✓    ·
runs:read             ✓    ✓    ✓    ✓    ·    ·    ✓    ·
runs:start            ✓    ·    ·    ·    ·    ·    ✓    ·
deliveries:read       ✓    ✓    ✓    ✓    ·    ·    ✓    ·
deliveries:redrive    ✓    ·    ✓    ·    ·    ·    ✓    ·
webhooks:read         ·    ·    ✓    ✓    ·    ·    ✓    ·
webhooks:write        ·    ·    ·    ·    ·    ·    ✓    ·
people:read           ·    ·    ✓    ✓    ·    ·    ·    ✓
people:write          ·    ·    ·    ·    ·    ·    ·    ✓
roles:write           ·    ·    ·    ·    ·    ·    ·    ✓
clients:read          ·    ·    ·    ✓    ·    ·    ✓    ✓
clients:write         ·    ·    ·    ·    ·    ·    ✓    ✓
sign-on:write         ·    ·    ·    ·    ·    ·    ·    ✓
audit:read            ·    ·    ✓    ✓    ·    ·    ·    ✓
audit:export          ·    ·    ·    ✓    ·    ·    ·    ·
metrics:read          ·    ·    ·    ✓    ·    ·    ✓    ✓
`;

export const ROLE_CODES = [
  'accountant',
  'cashier',
  'finance-manager',
  'auditor',
  'employee',
  'approver',
  'integration-admin',
  'system-admin',
] as const;

/** Role → what it may do, by the table above. */
export const EXPECTED: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  ROLE_CODES.map((role, column) => [
    role,
    new Set(rows().flatMap(([permission = '', ...marks]) => (marks[column] === '✓' ? [permission] : []))),
  ]),
);

/** Every permission that the table knows. */
export const TABLED: readonly string[] = rows().map(([permission = '']) => permission);

function rows(): string[][] {
  return TABLE.trim()
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(/\s+/));
}
