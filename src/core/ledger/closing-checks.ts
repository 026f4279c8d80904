import { closingOf, type Movement } from './balances.ts';
import type { Account, Book, Period } from './book.ts';
import { nextPeriodToClose } from './periods.ts';

/** What was counted about a period; storage says how (`period-checks.ts`). */
export interface ClosingCounts {
  readonly exceptions: number;
  readonly waiting: number;
  readonly staged: number;
  readonly undelivered: number;
  readonly refused: number;
  readonly missingNumbers: number;
  readonly differences: number;
}

export interface ClosingFacts {
  readonly book: Pick<Book, 'accounts' | 'periods' | 'baseCurrency'>;
  readonly period: Period;
  readonly counts: ClosingCounts;
  /** By posted account: opening before the first period of the book, movements up to the end of this one. */
  readonly movements: ReadonlyMap<string, Movement>;
  /** Foreign currencies in which something is still open at the end of the period. */
  readonly foreign: readonly string[];
}

/** One line of the list to be gone through before a period is closed. */
export interface ClosingCheck {
  readonly code: string;
  /** `block`: the period cannot be closed so. `warn`: somebody should know. */
  readonly effect: 'block' | 'warn';
  readonly ok: boolean;
  readonly params: Readonly<Record<string, string>>;
}

/**
 * The list for closing a period, in the order in which one goes through it: everything arrived and posted, numbers and
 * sums right, targets told, month-end entries made. What the hub cannot know (depreciation, accruals) is not on it.
 */
export function checkClosing(facts: ClosingFacts): ClosingCheck[] {
  const { counts, period, book } = facts;
  const earlier = nextPeriodToClose(book);
  const isFirst = earlier === null || earlier.id >= period.id;
  const counted = (code: string, effect: ClosingCheck['effect'], count: number): ClosingCheck => ({
    code,
    effect,
    ok: count === 0,
    params: { count: String(count), period: String(period.id) },
  });
  return [
    {
      code: 'period_earlier_open',
      effect: 'block',
      ok: isFirst,
      params: { period: String(period.id), earlier: isFirst ? '' : String(earlier.id) },
    },
    counted('closing_records_waiting', 'block', counts.waiting),
    counted('closing_exceptions_open', 'block', counts.exceptions),
    counted('closing_documents_staged', 'block', counts.staged),
    counted('closing_not_balanced', 'block', isBalanced(facts) ? 0 : 1),
    counted('closing_numbers_missing', 'block', counts.missingNumbers),
    counted('closing_vouchers_refused', 'warn', counts.refused),
    counted('closing_vouchers_undelivered', 'warn', counts.undelivered),
    counted('closing_differences_open', 'warn', counts.differences),
    ...accountChecks(facts),
    named('closing_not_revalued', facts.foreign),
  ];
}

function accountChecks(facts: ClosingFacts): ClosingCheck[] {
  const standing = [...facts.movements].map(([code, movement]) => ({
    account: facts.book.accounts.get(code),
    code,
    minor: closingOf(movement),
  }));
  const those = (is: (account: Account, minor: bigint) => boolean) =>
    standing.flatMap(({ account, code, minor }) => (account && is(account, minor) ? [code] : []));
  return [
    named(
      'closing_result_not_carried',
      those((account, minor) => account.class === 'pnl' && minor !== 0n),
    ),
    named(
      'closing_cash_negative',
      those((account, minor) => account.cash !== null && minor < 0n),
    ),
    named('closing_balance_side', those(isOnOtherSide)),
  ];
}

function isOnOtherSide({ side, cash, class: kind }: Account, minor: bigint): boolean {
  if (cash !== null || kind === 'pnl' || side === 'both') return false;
  return side === 'debit' ? minor < 0n : minor > 0n;
}

const NAMED_MAX = 20;

function named(code: string, which: readonly string[]): ClosingCheck {
  const shown = which.toSorted().slice(0, NAMED_MAX).join(', ');
  const params = { count: String(which.length), which: which.length > NAMED_MAX ? `${shown} …` : shown };
  return { code, effect: 'warn', ok: which.length === 0, params };
}

function isBalanced({ movements }: ClosingFacts): boolean {
  let standing = 0n;
  let moved = 0n;
  for (const { openingMinor, debitMinor, creditMinor } of movements.values()) {
    standing += openingMinor;
    moved += debitMinor - creditMinor;
  }
  return standing === 0n && moved === 0n;
}
