import type { Text } from '#core/trouble/message.ts';
import type { Permission } from './permissions.ts';

/** A duty of one person: some permissions, or a role and its copies. */
interface Duty {
  readonly permissions?: readonly Permission[];
  readonly role?: string;
}

const PREPARE: Duty = { permissions: ['documents:post', 'exceptions:handle'] };
const REVIEW: Duty = {
  permissions: ['exceptions:release', 'periods:close', 'periods:reopen', 'vouchers:reverse'],
};
const MAP: Duty = { permissions: ['flows:write', 'crosswalks:write', 'connections:write'] };
const CASH: Duty = { role: 'cashier' };
const LEDGER: Duty = { permissions: ['balances:read'] };

export interface DutyRule {
  readonly title: Text;
  /** Duties that one person does not hold in the same book; null for a rule about what one person does in turn. */
  readonly apart: readonly [Duty, Duty] | null;
}

/**
 * What one person does not do alone: who prepares, who reviews and who maintains the mappings are three, and whoever
 * handles cash neither keeps nor audits the ledger (Accounting Law of the PRC, art. 35).
 */
export const DUTY_RULES = {
  'prepare-review': {
    title: {
      zh: '制单人与审核人分离',
      en: 'Who prepares does not review',
      ja: '作成者と審査者を分ける',
    },
    apart: [PREPARE, REVIEW],
  },
  'prepare-map': {
    title: {
      zh: '制单人与映射维护人分离',
      en: 'Who prepares does not maintain mappings',
      ja: '作成者とマッピング管理者を分ける',
    },
    apart: [PREPARE, MAP],
  },
  'review-map': {
    title: {
      zh: '审核人与映射维护人分离',
      en: 'Who reviews does not maintain mappings',
      ja: '審査者とマッピング管理者を分ける',
    },
    apart: [REVIEW, MAP],
  },
  'cash-ledger': {
    title: {
      zh: '出纳不得兼管总账与稽核',
      en: 'A cashier neither keeps nor audits the ledger',
      ja: '出納担当は元帳の記帳も監査もしない',
    },
    apart: [CASH, LEDGER],
  },
  'publish-own': {
    title: {
      zh: '不得发布自己保存的流程版本',
      en: 'Nobody publishes a flow version they saved',
      ja: '自分が保存したフロー版は公開できない',
    },
    apart: null,
  },
  'release-own': {
    title: {
      zh: '不得放行自己更正的单据',
      en: 'Nobody releases what they corrected',
      ja: '自分が修正した伝票は承認できない',
    },
    apart: null,
  },
  'grant-self': {
    title: {
      zh: '不得给自己授权',
      en: 'Nobody grants roles to themselves',
      ja: '自分に権限を与えられない',
    },
    apart: null,
  },
} as const satisfies Readonly<Record<string, DutyRule>>;

export type DutyCode = keyof typeof DUTY_RULES;

/** What counts of a grant. */
export interface Held {
  readonly role: string;
  readonly basedOn: string | null;
  readonly permissions: readonly Permission[];
  /** Null: every book. */
  readonly books: readonly string[] | null;
}

/** The first rule that these grants of one person break in some book; null where they break none. */
export function brokenDuty(held: readonly Held[], isOn: (code: DutyCode) => boolean): DutyCode | null {
  return brokenDuties(held).find(isOn) ?? null;
}

/** Every rule that they break, whether it is on or off. */
export function brokenDuties(held: readonly Held[]): DutyCode[] {
  return DUTY_CODES.filter((code) => meetsItself(held, DUTY_RULES[code].apart));
}

export const DUTY_CODES: readonly DutyCode[] = Object.keys(DUTY_RULES).filter(isDutyCode);

export function isDutyCode(code: string): code is DutyCode {
  return Object.hasOwn(DUTY_RULES, code);
}

function meetsItself(held: readonly Held[], apart: DutyRule['apart']): boolean {
  if (apart === null) return false;
  const [one, other] = apart;
  const others = held.filter((grant) => includes(grant, other));
  return held
    .filter((grant) => includes(grant, one))
    .some((grant) => others.some(({ books }) => overlap(books, grant.books)));
}

function includes({ role, basedOn, permissions }: Held, duty: Duty): boolean {
  if (duty.role !== undefined && (role === duty.role || basedOn === duty.role)) return true;
  return duty.permissions?.some((permission) => permissions.includes(permission)) ?? false;
}

function overlap(some: Held['books'], others: Held['books']): boolean {
  return some === null || others === null || some.some((book) => others.includes(book));
}
