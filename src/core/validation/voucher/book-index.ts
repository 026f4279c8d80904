import type { Account, BalanceSide, Book } from '#core/ledger/book.ts';
import { minorUnitsOf } from '#core/money/currency.ts';
import { assert } from '#core/trouble/trouble.ts';

/** What the checks ask of an account, worked out once per book. */
export interface AccountFacts {
  readonly account: Account;
  readonly mustDimensions: readonly string[];
  /** The side the balance is expected on; `both` expects nothing. */
  readonly side: BalanceSide;
  /** An asset account that reduces assets (accumulated depreciation): a debit balance is an error, not an oddity. */
  readonly isContraAsset: boolean;
  /** Revenue, whose reversals are written as negative credits. */
  readonly isRevenue: boolean;
}

/** A book as the checks read it. */
export interface BookIndex {
  readonly accounts: ReadonlyMap<string, AccountFacts>;
  readonly baseMinorUnits: number;
}

/** Books are immutable values and live as long as their master data stands still; so does what we derive from them. */
const indexes = new WeakMap<Book, BookIndex>();

/** The index of `book`, built the first time somebody asks. */
export function indexOf(book: Book): BookIndex {
  const known = indexes.get(book);
  if (known !== undefined) return known;
  const index = buildIndex(book);
  indexes.set(book, index);
  return index;
}

function buildIndex(book: Book): BookIndex {
  const baseMinorUnits = minorUnitsOf(book.baseCurrency);
  assert(
    baseMinorUnits !== null,
    `the base currency ${book.baseCurrency} was checked when the book was made`,
  );
  const accounts = new Map<string, AccountFacts>();
  for (const [code, account] of book.accounts) accounts.set(code, factsOf(account));
  return { accounts, baseMinorUnits };
}

function factsOf(account: Account): AccountFacts {
  return {
    account,
    mustDimensions: Object.keys(account.dimensions).filter((name) => account.dimensions[name] === 'must'),
    side: account.side,
    isContraAsset: account.class === 'asset' && account.side === 'credit',
    isRevenue: account.class === 'pnl' && account.side === 'credit',
  };
}
