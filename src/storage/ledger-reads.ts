import type { Tx } from './database.ts';
import { listLiteral } from './rows.ts';

/** Which lines a ledger is about. */
export interface LedgerScope {
  readonly bookId: number;
  readonly accountIds: readonly number[];
  /** Only lines that carry these values. */
  readonly dimensions: Readonly<Record<string, string>>;
}

export interface LedgerLine {
  readonly voucher_id: bigint;
  readonly line_no: number;
  readonly period: number;
  readonly date: string;
  readonly word: string;
  readonly number: number;
  readonly account: string;
  readonly dimensions: Record<string, string>;
  readonly summary: string;
  readonly debit_minor: bigint;
  readonly credit_minor: bigint;
  readonly currency: string;
  readonly amount_minor: bigint;
  /** Of the voucher, for whoever may see only some. */
  readonly source_kinds: string[];
}

/** Where a line stands: in order of date, then of voucher and line. */
export interface LedgerPlace {
  readonly date: string;
  readonly voucherId: bigint;
  readonly lineNo: number;
}

const OF_SCOPE = `l.book_id = $1 and l.account_id = any($2::int[])
  and ($3::jsonb = '{}' or l.set_id in (select set_id from dimension_sets where book_id = $1 and dimensions @> $3::jsonb))`;

function scopeValues({ bookId, accountIds, dimensions }: LedgerScope): unknown[] {
  return [bookId, listLiteral(accountIds), JSON.stringify(dimensions)];
}

/** Lines of one period after a place, in order. */
export async function ledgerLines(
  tx: Tx,
  scope: LedgerScope,
  page: { readonly period: number; readonly after: LedgerPlace | null; readonly limit: number },
): Promise<LedgerLine[]> {
  const { after } = page;
  return tx.query<LedgerLine>(
    `select l.voucher_id, l.line_no, v.period, v.date, v.word, v.number, a.code as account,
            coalesce(s.dimensions, '{}') as dimensions, l.summary, l.debit_minor, l.credit_minor, l.currency,
            l.amount_minor, v.source_kinds
       from vouchers v
       join voucher_lines l on l.book_id = v.book_id and l.voucher_id = v.voucher_id
       join accounts a on a.book_id = l.book_id and a.account_id = l.account_id
       left join dimension_sets s on s.book_id = l.book_id and s.set_id = l.set_id
      where v.book_id = $1 and v.period = $4 and ${OF_SCOPE}
        and ($5::date is null or (v.date, l.voucher_id, l.line_no) > ($5::date, $6::int8, $7::int))
      order by v.date, l.voucher_id, l.line_no limit $8`,
    [
      ...scopeValues(scope),
      page.period,
      after?.date ?? null,
      after?.voucherId ?? null,
      after?.lineNo ?? null,
      page.limit,
    ],
  );
}

/** What stands on the lines of one period up to a place, that line included. */
export async function ledgerSumUpTo(
  tx: Tx,
  scope: LedgerScope,
  { period, place }: { readonly period: number; readonly place: LedgerPlace },
): Promise<{ debitMinor: bigint; creditMinor: bigint }> {
  const [row] = await tx.query<{ debitMinor: bigint; creditMinor: bigint }>(
    `select coalesce(sum(l.debit_minor), 0)::int8 as "debitMinor", coalesce(sum(l.credit_minor), 0)::int8 as "creditMinor"
       from vouchers v join voucher_lines l on l.book_id = v.book_id and l.voucher_id = v.voucher_id
      where v.book_id = $1 and v.period = $4 and ${OF_SCOPE}
        and (v.date, l.voucher_id, l.line_no) <= ($5::date, $6::int8, $7::int)`,
    [...scopeValues(scope), period, place.date, place.voucherId, place.lineNo],
  );
  return row!;
}

export interface PeriodMovement {
  readonly period: number;
  readonly debitMinor: bigint;
  readonly creditMinor: bigint;
}

/** Debits and credits of each period with any, up to `to`, from the balances. */
export async function periodMovements(tx: Tx, scope: LedgerScope, to: number): Promise<PeriodMovement[]> {
  return tx.query<PeriodMovement>(
    `select l.period, sum(l.debit_minor)::int8 as "debitMinor", sum(l.credit_minor)::int8 as "creditMinor"
       from balances l where ${OF_SCOPE} and l.period <= $4 group by l.period order by l.period`,
    [...scopeValues(scope), to],
  );
}

export interface BrokenDownRow {
  readonly account: string;
  /** Null for what carries no value of the dimension. */
  readonly code: string | null;
  readonly opening_minor: bigint;
  readonly debit_minor: bigint;
  readonly credit_minor: bigint;
}

/** Movements per posted account and foreign currency, in that currency. */
export async function foreignMovements(
  tx: Tx,
  bookId: number,
  { from, to, baseCurrency }: { from: number; to: number; baseCurrency: string },
): Promise<BrokenDownRow[]> {
  return tx.query<BrokenDownRow>(
    `select a.code as account, b.currency as code,
            coalesce(sum(b.amount_debit_minor - b.amount_credit_minor) filter (where b.period < $2), 0)::int8 as opening_minor,
            coalesce(sum(b.amount_debit_minor) filter (where b.period >= $2), 0)::int8 as debit_minor,
            coalesce(sum(b.amount_credit_minor) filter (where b.period >= $2), 0)::int8 as credit_minor
       from balances b
       join accounts a on a.book_id = b.book_id and a.account_id = b.account_id
      where b.book_id = $1 and b.period <= $3 and b.currency <> $4 group by 1, 2 order by 1, 2`,
    [bookId, from, to, baseCurrency],
  );
}

/** Movements per posted account and value of one dimension. */
export async function movementsBy(
  tx: Tx,
  bookId: number,
  { from, to, dimension }: { from: number; to: number; dimension: string },
): Promise<BrokenDownRow[]> {
  return tx.query<BrokenDownRow>(
    `select a.code as account, s.dimensions ->> $4 as code,
            coalesce(sum(b.debit_minor - b.credit_minor) filter (where b.period < $2), 0)::int8 as opening_minor,
            coalesce(sum(b.debit_minor) filter (where b.period >= $2), 0)::int8 as debit_minor,
            coalesce(sum(b.credit_minor) filter (where b.period >= $2), 0)::int8 as credit_minor
       from balances b
       join accounts a on a.book_id = b.book_id and a.account_id = b.account_id
       left join dimension_sets s on s.book_id = b.book_id and s.set_id = b.set_id
      where b.book_id = $1 and b.period <= $3 group by 1, 2 order by 1, 2 nulls last`,
    [bookId, from, to, dimension],
  );
}
