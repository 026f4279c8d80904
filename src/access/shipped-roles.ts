import type { Text } from '#core/trouble/message.ts';
import { isReading, PERMISSION_NAMES, type Permission } from './permissions.ts';

/** A role: a name for what somebody may do. Where, and with which fields, is said by each grant of it. */
export interface Role {
  readonly code: string;
  readonly names: Text;
  readonly permissions: readonly Permission[];
  /** Comes with the hub: it can be copied, not changed. */
  readonly isShipped: boolean;
  /** The role it was copied from; null for one of its own. */
  readonly basedOn: string | null;
}

/** What whoever works with the books day by day looks at. */
const DAILY: readonly Permission[] = ['overview:read', 'books:read', 'records:read', 'exceptions:read'];

/**
 * The roles of a finance department and of those who run the hub for it.
 *
 * A cashier handles money and may therefore keep no ledger (Accounting Law of the PRC, art. 35): no balances, no
 * vouchers. Whoever maintains mappings, whoever prepares and whoever reviews are three people (`duties.ts`).
 */
const SHIPPED = {
  accountant: {
    names: { zh: '会计', en: 'Accountant', ja: '会計担当' },
    permissions: [
      ...DAILY,
      ...['balances:read', 'vouchers:read', 'documents:post', 'records:raw', 'records:replay'],
      ...['exceptions:handle', 'crosswalks:read', 'flows:read', 'connections:read'],
      ...['runs:read', 'runs:start', 'deliveries:read', 'deliveries:redrive'],
    ],
  },
  cashier: {
    names: { zh: '出纳', en: 'Cashier', ja: '出納担当' },
    permissions: [...DAILY, 'documents:post', 'runs:read', 'deliveries:read'],
  },
  'finance-manager': {
    names: { zh: '财务主管', en: 'Finance manager', ja: '財務責任者' },
    permissions: [
      ...DAILY,
      ...['books:write', 'balances:read', 'periods:close', 'periods:reopen'],
      ...['vouchers:read', 'vouchers:reverse', 'records:raw', 'exceptions:release', 'exceptions:dismiss'],
      ...['crosswalks:read', 'flows:read', 'flows:publish', 'connections:read', 'runs:read'],
      ...['deliveries:read', 'deliveries:redrive', 'webhooks:read', 'people:read', 'audit:read'],
    ],
  },
  auditor: {
    names: { zh: '审计', en: 'Auditor', ja: '監査担当' },
    permissions: PERMISSION_NAMES.filter(isReading),
  },
  employee: {
    names: { zh: '员工', en: 'Employee', ja: '従業員' },
    permissions: ['books:read'],
  },
  approver: {
    names: { zh: '审批人', en: 'Approver', ja: '承認者' },
    permissions: [...DAILY, 'vouchers:read', 'exceptions:release'],
  },
  'integration-admin': {
    names: { zh: '集成管理员', en: 'Integration administrator', ja: '連携管理者' },
    permissions: [
      ...DAILY,
      ...['records:raw', 'records:replay', 'crosswalks:read', 'crosswalks:write'],
      ...['flows:read', 'flows:write', 'flows:publish', 'connections:read', 'connections:write'],
      ...['runs:read', 'runs:start', 'deliveries:read', 'deliveries:redrive'],
      ...['webhooks:read', 'webhooks:write', 'clients:read', 'clients:write', 'metrics:read'],
    ],
  },
  'system-admin': {
    names: { zh: '系统管理员', en: 'System administrator', ja: 'システム管理者' },
    permissions: [
      ...['books:read', 'people:read', 'people:write', 'roles:write', 'clients:read', 'clients:write'],
      ...['sign-on:write', 'audit:read', 'metrics:read'],
    ],
  },
} as const satisfies Readonly<Record<string, { names: Text; permissions: readonly Permission[] }>>;

/** By code, in the order in which they are offered. */
export const SHIPPED_ROLES: ReadonlyMap<string, Role> = new Map(
  Object.entries(SHIPPED).map(([code, { names, permissions }]) => [
    code,
    { code, names, permissions, isShipped: true, basedOn: null },
  ]),
);

/** Who administers people and roles. The first person of an installation is one. */
export const SYSTEM_ADMIN = 'system-admin';
