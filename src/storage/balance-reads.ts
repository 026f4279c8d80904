import type { Tx } from './database.ts';

export interface BalanceRow {
  readonly account: string;
  readonly set_id: number;
  readonly dimensions: Record<string, string>;
  readonly currency: string;
  readonly opening_minor: bigint;
  readonly debit_minor: bigint;
  readonly credit_minor: bigint;
}

export interface BalanceQuery {
  readonly from: number;
  readonly to: number;
  /** Only this account and those below it. */
  readonly account?: string;
  /** Go on after this row. */
  readonly after?: { readonly account: string; readonly setId: number; readonly currency: string };
  /** Added up over all dimensions, set 0. */
  readonly perAccount?: boolean;
  readonly limit: number;
}

const SET = '(case when $9::boolean then 0 else b.set_id end)';

/** Opening balance (before `from`, debit positive) and movements in `from`–`to` per account, dimensions and currency. */
export async function readBalances(tx: Tx, bookId: number, query: BalanceQuery): Promise<BalanceRow[]> {
  return tx.query<BalanceRow>(
    `select a.code as account, ${SET} as set_id, coalesce(s.dimensions, '{}') as dimensions, b.currency,
            coalesce(sum(b.debit_minor - b.credit_minor) filter (where b.period < $2), 0)::int8 as opening_minor,
            coalesce(sum(b.debit_minor) filter (where b.period >= $2), 0)::int8 as debit_minor,
            coalesce(sum(b.credit_minor) filter (where b.period >= $2), 0)::int8 as credit_minor
       from balances b
       join accounts a on a.book_id = b.book_id and a.account_id = b.account_id
       left join dimension_sets s on s.book_id = b.book_id and s.set_id = b.set_id and not $9
      where b.book_id = $1 and b.period <= $3 and ($4::text is null or a.code = $4 or starts_with(a.code, $4))
        and ($5::text is null or (a.code, ${SET}, b.currency) > ($5, $6::int, $7))
      group by a.code, ${SET}, s.dimensions, b.currency
      order by a.code, ${SET}, b.currency limit $8`,
    [
      bookId,
      query.from,
      query.to,
      query.account ?? null,
      query.after?.account ?? null,
      query.after?.setId ?? null,
      query.after?.currency ?? null,
      query.limit,
      query.perAccount ?? false,
    ],
  );
}

export interface MovementRow {
  readonly account: string;
  readonly opening_minor: bigint;
  readonly debit_minor: bigint;
  readonly credit_minor: bigint;
}

/** The same per posted account only: what a trial balance is made of. */
export async function readMovements(
  tx: Tx,
  bookId: number,
  { from, to }: { from: number; to: number },
): Promise<MovementRow[]> {
  return tx.query<MovementRow>(
    `select a.code as account,
            coalesce(sum(b.debit_minor - b.credit_minor) filter (where b.period < $2), 0)::int8 as opening_minor,
            coalesce(sum(b.debit_minor) filter (where b.period >= $2), 0)::int8 as debit_minor,
            coalesce(sum(b.credit_minor) filter (where b.period >= $2), 0)::int8 as credit_minor
       from balances b join accounts a on a.book_id = b.book_id and a.account_id = b.account_id
      where b.book_id = $1 and b.period <= $3 group by a.code`,
    [bookId, from, to],
  );
}

/** Accounts on which something was posted: no account may be put below them any more. */
export async function postedAccounts(tx: Tx, bookId: number): Promise<Set<string>> {
  const rows = await tx.query<{ code: string }>(
    'select a.code from account_totals t join accounts a using (book_id, account_id) where t.book_id = $1',
    [bookId],
  );
  return new Set(rows.map((row) => row.code));
}
