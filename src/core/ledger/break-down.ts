import { type Movement, rollUp } from './balances.ts';
import type { Account } from './book.ts';

/** What was posted on one account with one value of a dimension; null: without any. */
export interface DimensionMovement extends Movement {
  readonly account: string;
  readonly code: string | null;
}

/** Movements of every account by the value of a dimension, accounts above included. */
export function breakDown(
  accounts: ReadonlyMap<string, Pick<Account, 'parentCode'>>,
  movements: readonly DimensionMovement[],
): Map<string, { readonly code: string | null; readonly movement: Movement }[]> {
  const byAccount = new Map<string, { code: string | null; movement: Movement }[]>();
  for (const [code, ofCode] of Map.groupBy(movements, (one) => one.code)) {
    const leaves = new Map(
      ofCode.map(({ account, openingMinor, debitMinor, creditMinor }) => [
        account,
        { openingMinor, debitMinor, creditMinor },
      ]),
    );
    for (const [account, movement] of rollUp(accounts, leaves)) {
      byAccount.set(account, [...(byAccount.get(account) ?? []), { code, movement }]);
    }
  }
  return byAccount;
}

/** How deep an account stands below the top of the chart; 1 for the accounts at the top. */
export function levelOf(accounts: ReadonlyMap<string, Pick<Account, 'parentCode'>>, code: string): number {
  let level = 1;
  for (let at = accounts.get(code); at?.parentCode != null; at = accounts.get(at.parentCode)) level += 1;
  return level;
}
