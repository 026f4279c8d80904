import type { Account, Book } from '#core/ledger/book.ts';
import type { Tx } from '#storage/database.ts';
import {
  type LedgerLine,
  type LedgerPlace,
  type LedgerScope,
  ledgerLines,
  ledgerSumUpTo,
  type PeriodMovement,
  periodMovements,
} from '#storage/ledger-reads.ts';

/** Where a page goes on: at the beginning of a period, or after a line of it. */
export interface LedgerCursor {
  readonly period: number;
  readonly place: LedgerPlace | null;
}

export interface LedgerQuery {
  readonly scope: LedgerScope;
  /** First and last period. */
  readonly from: number;
  readonly to: number;
  readonly after: LedgerCursor | null;
  readonly limit: number;
  /** Only sums: what single lines say is not to be seen. */
  readonly sumsOnly: boolean;
}

/** A row of an account's ledger (明细账). Balances are in base-currency minor units, debit positive. */
export type LedgerRow =
  | { readonly type: 'line'; readonly line: LedgerLine; readonly balanceMinor: bigint }
  /** 本期合计, 本年累计: after the last line of each period with any. */
  | {
      readonly type: 'period' | 'year';
      readonly period: number;
      readonly debitMinor: bigint;
      readonly creditMinor: bigint;
      readonly balanceMinor: bigint;
    };

export interface LedgerPage {
  /** Before `from`. */
  readonly openingMinor: bigint;
  readonly rows: readonly LedgerRow[];
  readonly next: LedgerCursor | null;
}

/** The account and all below it: what a ledger of it adds up. */
export function accountsWithin(book: Pick<Book, 'accounts'>, code: string): Account[] {
  const within = new Set([code]);
  const found: Account[] = [];
  // In order of codes nobody stands before its parent, but a chart may be in any order: look until nothing is added.
  for (let before = -1; before < within.size; ) {
    before = within.size;
    for (const account of book.accounts.values()) {
      if (account.parentCode !== null && within.has(account.parentCode)) within.add(account.code);
    }
  }
  for (const one of within) {
    const account = book.accounts.get(one);
    if (account) found.push(account);
  }
  return found;
}

/** One page of a ledger with running balances, which are added up anew for every page: nothing is carried in a cursor. */
export async function readLedger(tx: Tx, query: LedgerQuery): Promise<LedgerPage> {
  const movements = await periodMovements(tx, query.scope, query.to);
  const start = query.after ?? { period: query.from, place: null };
  const openingMinor = balanceBefore(movements, query.from);
  let balanceMinor = balanceBefore(movements, start.period) + (await movedUpTo(tx, query.scope, start));
  const rows: LedgerRow[] = [];
  const periods = movements.filter(({ period }) => period >= start.period && period >= query.from);
  let left = query.limit;
  for (const { period } of periods) {
    const place = period === start.period ? start.place : null;
    if (left === 0) return { openingMinor, rows, next: { period, place } };
    const lines = query.sumsOnly
      ? []
      : await ledgerLines(tx, query.scope, { period, after: place, limit: left + 1 });
    for (const line of lines.slice(0, left)) {
      balanceMinor += line.debit_minor - line.credit_minor;
      rows.push({ type: 'line', line, balanceMinor });
    }
    if (lines.length > left)
      return { openingMinor, rows, next: { period, place: placeOf(lines[left - 1]!) } };
    left -= lines.length;
    rows.push(...sumsOf(movements, period));
    balanceMinor = balanceBefore(movements, period + 1);
  }
  return { openingMinor, rows, next: null };
}

function balanceBefore(movements: readonly PeriodMovement[], period: number): bigint {
  return movements
    .filter((one) => one.period < period)
    .reduce((sum, { debitMinor, creditMinor }) => sum + debitMinor - creditMinor, 0n);
}

async function movedUpTo(tx: Tx, scope: LedgerScope, { period, place }: LedgerCursor): Promise<bigint> {
  if (place === null) return 0n;
  const { debitMinor, creditMinor } = await ledgerSumUpTo(tx, scope, { period, place });
  return debitMinor - creditMinor;
}

function sumsOf(movements: readonly PeriodMovement[], period: number): LedgerRow[] {
  const firstOfYear = Math.floor(period / 100) * 100;
  const ofYear = movements.filter((one) => one.period > firstOfYear && one.period <= period);
  const ofPeriod = movements.filter((one) => one.period === period);
  const balanceMinor = balanceBefore(movements, period + 1);
  return [
    { type: 'period', period, ...addUp(ofPeriod), balanceMinor },
    { type: 'year', period, ...addUp(ofYear), balanceMinor },
  ];
}

function addUp(movements: readonly PeriodMovement[]) {
  return {
    debitMinor: movements.reduce((sum, { debitMinor }) => sum + debitMinor, 0n),
    creditMinor: movements.reduce((sum, { creditMinor }) => sum + creditMinor, 0n),
  };
}

function placeOf({ date, voucher_id: voucherId, line_no: lineNo }: LedgerLine): LedgerPlace {
  return { date, voucherId, lineNo };
}
