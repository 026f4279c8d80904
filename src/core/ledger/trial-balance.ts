import { addMovements, closingOf, type Movement, rollUp } from './balances.ts';
import type { Account } from './book.ts';

export interface TrialBalanceRow extends Movement {
  readonly code: string;
  readonly closingMinor: bigint;
}

export interface TrialBalance {
  /** Sorted by code, accounts above included, rows without any amount left out. */
  readonly rows: readonly TrialBalanceRow[];
  /** Over the posted (leaf) rows only, so that nothing counts twice. */
  readonly total: Movement & { readonly closingMinor: bigint };
  /** True when opening and closing add up to zero and debits equal credits. Anything else means lost or invented money. */
  readonly balanced: boolean;
}

const NOTHING: Movement = { openingMinor: 0n, debitMinor: 0n, creditMinor: 0n };

/** The trial balance of what was posted on each leaf account. */
export function trialBalance(
  accounts: ReadonlyMap<string, Pick<Account, 'parentCode'>>,
  leaves: ReadonlyMap<string, Movement>,
): TrialBalance {
  const total = [...leaves.values()].reduce(addMovements, NOTHING);
  const rows = [...rollUp(accounts, leaves)]
    .filter(
      ([, { openingMinor, debitMinor, creditMinor }]) =>
        openingMinor !== 0n || debitMinor !== 0n || creditMinor !== 0n,
    )
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, movement]) => ({ code, ...movement, closingMinor: closingOf(movement) }));
  return {
    rows,
    total: { ...total, closingMinor: closingOf(total) },
    balanced: total.openingMinor === 0n && total.debitMinor === total.creditMinor,
  };
}
