import type { Tx } from './database.ts';
import { type Columns, insertFrom, insertRows, listLiteral } from './rows.ts';

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

type BookDelta = BalanceDelta & { readonly bookId: number };

const COLUMNS: Columns<BookDelta> = {
  book_id: ['int', (row) => row.bookId],
  account_id: ['int', (row) => row.accountId],
  set_id: ['int', (row) => row.setId],
  currency: ['text', (row) => row.currency],
  period: ['int', (row) => row.period],
  debit_minor: ['int8', (row) => row.debitMinor],
  credit_minor: ['int8', (row) => row.creditMinor],
  amount_debit_minor: ['int8', (row) => row.amountDebitMinor],
  amount_credit_minor: ['int8', (row) => row.amountCreditMinor],
};

const ADD = `(book_id, account_id, set_id, currency, period) do update set
  debit_minor = balances.debit_minor + excluded.debit_minor,
  credit_minor = balances.credit_minor + excluded.credit_minor,
  amount_debit_minor = balances.amount_debit_minor + excluded.amount_debit_minor,
  amount_credit_minor = balances.amount_credit_minor + excluded.amount_credit_minor`;

export async function addToBalances(tx: Tx, bookId: number, deltas: readonly BalanceDelta[]): Promise<void> {
  const rows = deltas.map((delta) => ({ ...delta, bookId }));
  await insertFrom(tx, { table: 'balances', columns: COLUMNS, onConflict: ADD }, rows);
}

/** Adds to the totals per account. One row an account, so it stays as cheap as the chart is small. */
export async function addToTotals(tx: Tx, bookId: number, deltas: readonly BalanceDelta[]): Promise<void> {
  const totals = new Map<
    number,
    { book_id: number; account_id: number; debit_minor: bigint; credit_minor: bigint }
  >();
  for (const { accountId, debitMinor, creditMinor } of deltas) {
    const total = totals.get(accountId);
    if (total) {
      total.debit_minor += debitMinor;
      total.credit_minor += creditMinor;
    } else {
      totals.set(accountId, {
        book_id: bookId,
        account_id: accountId,
        debit_minor: debitMinor,
        credit_minor: creditMinor,
      });
    }
  }
  const columns = { book_id: 'int', account_id: 'int', debit_minor: 'int8', credit_minor: 'int8' };
  await insertRows(tx, 'account_totals', columns, [...totals.values()], {
    onConflict: `(book_id, account_id) do update set debit_minor = account_totals.debit_minor + excluded.debit_minor,
      credit_minor = account_totals.credit_minor + excluded.credit_minor`,
  });
}

/** What stands on one account per code of a dimension, debit positive. For credit limits. */
export async function dimensionBalances(
  tx: Tx,
  bookId: number,
  of: { accountId: number; dimension: string; codes: readonly string[] },
): Promise<Map<string, bigint>> {
  const rows = await tx.query<{ code: string; balance: bigint }>(
    `select s.dimensions ->> $3 as code, sum(b.debit_minor - b.credit_minor)::int8 as balance
       from dimension_sets s join balances b on b.book_id = s.book_id and b.set_id = s.set_id and b.account_id = $2
      where s.book_id = $1 and s.dimensions ->> $3 = any($4::text[]) group by 1`,
    [bookId, of.accountId, of.dimension, listLiteral(of.codes)],
  );
  return new Map(rows.map((row) => [row.code, row.balance]));
}
