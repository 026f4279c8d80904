import type { Tx } from './database.ts';
import { insertRows } from './rows.ts';

/** What one posting adds to one account, dimension set, currency and period. */
export interface BalanceDelta {
  readonly accountId: number;
  readonly setId: number;
  readonly currency: string;
  readonly period: number;
  readonly debitMinor: bigint;
  readonly creditMinor: bigint;
  readonly amountDebitMinor: bigint;
  readonly amountCreditMinor: bigint;
}

const COLUMNS = {
  book_id: 'int', account_id: 'int', set_id: 'int', currency: 'text', period: 'int', debit_minor: 'int8',
  credit_minor: 'int8', amount_debit_minor: 'int8', amount_credit_minor: 'int8',
};

export async function addToBalances(tx: Tx, bookId: number, deltas: readonly BalanceDelta[]): Promise<void> {
  const rows = deltas.map((delta) => ({
    book_id: bookId,
    account_id: delta.accountId,
    set_id: delta.setId,
    currency: delta.currency,
    period: delta.period,
    debit_minor: delta.debitMinor,
    credit_minor: delta.creditMinor,
    amount_debit_minor: delta.amountDebitMinor,
    amount_credit_minor: delta.amountCreditMinor,
  }));
  await insertRows(tx, 'balances', COLUMNS, rows, {
    onConflict: `(book_id, account_id, set_id, currency, period) do update set
      debit_minor = balances.debit_minor + excluded.debit_minor,
      credit_minor = balances.credit_minor + excluded.credit_minor,
      amount_debit_minor = balances.amount_debit_minor + excluded.amount_debit_minor,
      amount_credit_minor = balances.amount_credit_minor + excluded.amount_credit_minor`,
  });
}

export interface BalanceRow {
  readonly account_id: number;
  readonly set_id: number;
  readonly dimensions: Record<string, string>;
  readonly currency: string;
  readonly opening_minor: bigint;
  readonly debit_minor: bigint;
  readonly credit_minor: bigint;
}

/** Opening balance (before `from`) and movements in `from`–`to`, debit positive, per account, dimensions and currency. */
export async function readBalances(tx: Tx, bookId: number, range: { from: number; to: number }): Promise<BalanceRow[]> {
  return tx.query<BalanceRow>(
    `select b.account_id, b.set_id, coalesce(s.dimensions, '{}') as dimensions, b.currency,
            coalesce(sum(b.debit_minor - b.credit_minor) filter (where b.period < $2), 0)::int8 as opening_minor,
            coalesce(sum(b.debit_minor) filter (where b.period >= $2), 0)::int8 as debit_minor,
            coalesce(sum(b.credit_minor) filter (where b.period >= $2), 0)::int8 as credit_minor
       from balances b left join dimension_sets s on s.book_id = b.book_id and s.set_id = b.set_id
      where b.book_id = $1 and b.period <= $3
      group by b.account_id, b.set_id, s.dimensions, b.currency
      order by b.account_id, b.set_id, b.currency`,
    [bookId, range.from, range.to],
  );
}

/** Balance of each account now (all periods, all dimensions), debit positive, by account id. For cash and credit checks. */
export async function accountBalances(tx: Tx, bookId: number, accountIds: readonly number[]): Promise<Map<number, bigint>> {
  if (accountIds.length === 0) return new Map();
  const rows = await tx.query<{ account_id: number; balance: bigint }>(
    `select account_id, sum(debit_minor - credit_minor)::int8 as balance
       from balances where book_id = $1 and account_id = any($2::int[]) group by account_id`,
    [bookId, accountIds],
  );
  return new Map(rows.map((row) => [row.account_id, row.balance]));
}

/** Balance of one account per dimension set, debit positive. */
export async function setBalances(
  tx: Tx,
  bookId: number,
  keys: { accountId: number; setIds: readonly number[] },
): Promise<Map<number, bigint>> {
  const rows = await tx.query<{ set_id: number; balance: bigint }>(
    `select set_id, sum(debit_minor - credit_minor)::int8 as balance
       from balances where book_id = $1 and account_id = $2 and set_id = any($3::int[]) group by set_id`,
    [bookId, keys.accountId, keys.setIds],
  );
  return new Map(rows.map((row) => [row.set_id, row.balance]));
}
