import type { Schemas } from '#console/api/paths.ts';
import { addAmounts } from '#console/pages/books/add-amounts.ts';
import type { Language } from '#core/trouble/message.ts';

type TrialBalance = Schemas['TrialBalance'];
type TrialBalanceRow = Schemas['TrialBalanceRow'];

export interface Amounts {
  readonly opening: string;
  readonly debit: string;
  readonly credit: string;
  readonly closing: string;
}

/** One row as the table has it: an account, or what of it belongs to a dimension value or a foreign currency. */
export interface BalanceRow extends Amounts {
  readonly key: string;
  readonly type: 'account' | 'dimension' | 'currency';
  readonly account: string;
  /** Of the account, or of the value; null for what carries no value. */
  readonly code: string | null;
  readonly name: string;
  /** Undefined rather than empty: an empty list would show a handle to open it by. */
  readonly children?: readonly BalanceRow[];
}

/** The rows of a trial balance as a tree: accounts below accounts, and below each what it is broken down into. */
export function balanceRows({ rows }: Pick<TrialBalance, 'rows'>, language: Language): BalanceRow[] {
  const shown = new Set(rows.map(({ account }) => account));
  const below = Map.groupBy(rows, ({ parent }) => (parent !== null && shown.has(parent) ? parent : null));
  const under = (parent: string | null): BalanceRow[] =>
    (below.get(parent) ?? []).map((row) => {
      const children = [...currencyRows(row), ...dimensionRows(row), ...under(row.account)];
      return {
        ...amountsOf(row),
        key: row.account,
        type: 'account',
        account: row.account,
        code: row.account,
        name: row.name[language],
        ...(children.length === 0 ? {} : { children }),
      };
    });
  return under(null);
}

/** An account that carries no value at all is not broken down: the part would only repeat it. */
function dimensionRows({ account, by = [] }: TrialBalanceRow): BalanceRow[] {
  if (by.every(({ code }) => code === null)) return [];
  return by.map((part) => ({
    ...amountsOf(part),
    key: `${account}~${part.code ?? ''}`,
    type: 'dimension',
    account,
    code: part.code,
    name: part.name ?? '',
  }));
}

function currencyRows({ account, foreign = [] }: TrialBalanceRow): BalanceRow[] {
  return foreign.map((part) => ({
    ...amountsOf(part),
    key: `${account}~~${part.currency}`,
    type: 'currency',
    account,
    code: part.currency,
    name: '',
  }));
}

function amountsOf({ opening, debit, credit, closing }: Amounts): Amounts {
  return { opening, debit, credit, closing };
}

/** The amounts of a row as a trial balance prints them: each balance on its side, nothing for zero. */
interface SixAmounts {
  readonly opening: readonly [debit: string, credit: string];
  readonly moved: readonly [debit: string, credit: string];
  readonly closing: readonly [debit: string, credit: string];
}

export function sixOf({ opening, debit, credit, closing }: Amounts): SixAmounts {
  return {
    opening: [onSide(opening, 'debit'), onSide(opening, 'credit')],
    moved: [unlessZero(debit), unlessZero(credit)],
    closing: [onSide(closing, 'debit'), onSide(closing, 'credit')],
  };
}

/** What the columns add up to over the accounts at the top: both sides of a trial balance, which must agree. */
export function totalOf(rows: readonly BalanceRow[]): SixAmounts {
  const six = rows.map(sixOf);
  const sum = (group: keyof SixAmounts) =>
    [0, 1].map((side) => addAmounts(six.map((one) => one[group][side] ?? '').filter(Boolean)) ?? '');
  const both = (group: keyof SixAmounts) => {
    const [debit = '', credit = ''] = sum(group);
    return [unlessZero(debit), unlessZero(credit)] as const;
  };
  return { opening: both('opening'), moved: both('moved'), closing: both('closing') };
}

/** A balance in the column of its side; nothing where there is none. A debit balance is positive. */
function onSide(balance: string, side: 'debit' | 'credit'): string {
  if (isZero(balance)) return '';
  const isCredit = balance.startsWith('-');
  if (isCredit !== (side === 'credit')) return '';
  return isCredit ? balance.slice(1) : balance;
}

/** The amount, or nothing for zero, as paper has it. */
export function unlessZero(amount: string): string {
  return isZero(amount) ? '' : amount;
}

function isZero(amount: string): boolean {
  return /^-?[0.]*$/.test(amount);
}

/** The keys of all rows that have others below them. */
export function openableKeys(rows: readonly BalanceRow[]): string[] {
  return rows.flatMap(({ key, children }) => (children ? [key, ...openableKeys(children)] : []));
}
