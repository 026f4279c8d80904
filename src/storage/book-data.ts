import type { Account, DimensionValue, Period, Rate } from '#core/ledger/book.ts';
import type { Tx } from './database.ts';
import { insertRows } from './rows.ts';

/** Adds accounts or replaces those with the same code. Ids are given once and never change. */
export async function saveAccounts(
  tx: Tx,
  bookId: number,
  accounts: readonly Omit<Account, 'id' | 'isLeaf'>[],
): Promise<void> {
  const [row] = await tx.query<{ last: number }>(
    'select coalesce(max(account_id), 0)::int as last from accounts where book_id = $1',
    [bookId],
  );
  const rows = accounts.map((account, i) => ({
    book_id: bookId,
    account_id: row!.last + 1 + i,
    code: account.code,
    element: account.element,
    name: JSON.stringify(account.name),
    parent_code: account.parentCode,
    class: account.class,
    side: account.side,
    enabled: account.enabled,
    dimensions: JSON.stringify(account.dimensions),
    cash: account.cash,
    quantity: account.quantity,
  }));
  const columns = {
    book_id: 'int',
    account_id: 'int',
    code: 'text',
    element: 'text',
    name: 'jsonb',
    parent_code: 'text',
    class: 'text',
    side: 'text',
    enabled: 'boolean',
    dimensions: 'jsonb',
    cash: 'text',
    quantity: 'boolean',
  };
  await insertRows(tx, 'accounts', columns, rows, {
    onConflict: `(book_id, code) do update set element = excluded.element, name = excluded.name,
      parent_code = excluded.parent_code, class = excluded.class, side = excluded.side, enabled = excluded.enabled,
      dimensions = excluded.dimensions, cash = excluded.cash, quantity = excluded.quantity`,
  });
}

export async function saveDimensionValues(
  tx: Tx,
  bookId: number,
  dimension: string,
  values: readonly DimensionValue[],
): Promise<void> {
  const rows = values.map((value) => ({
    book_id: bookId,
    dimension,
    code: value.code,
    name: value.name,
    enabled: value.enabled,
    credit_limit_minor: value.creditLimitMinor,
  }));
  const columns = {
    book_id: 'int',
    dimension: 'text',
    code: 'text',
    name: 'text',
    enabled: 'boolean',
    credit_limit_minor: 'int8',
  };
  await insertRows(tx, 'dimension_values', columns, rows, {
    onConflict: `(book_id, dimension, code) do update set name = excluded.name, enabled = excluded.enabled,
      credit_limit_minor = excluded.credit_limit_minor`,
  });
}

export async function addPeriods(
  tx: Tx,
  bookId: number,
  periods: readonly Period[],
  by: string,
): Promise<void> {
  const rows = periods.map((period) => ({
    book_id: bookId,
    period: period.id,
    starts_on: period.startsOn,
    ends_on: period.endsOn,
    state: period.state,
    changed_by: by,
  }));
  const columns = {
    book_id: 'int',
    period: 'int',
    starts_on: 'date',
    ends_on: 'date',
    state: 'text',
    changed_by: 'text',
  };
  await insertRows(tx, 'periods', columns, rows, { onConflict: 'do nothing' });
}

export async function setPeriodState(
  tx: Tx,
  bookId: number,
  change: { period: number; state: Period['state']; by: string },
): Promise<void> {
  await tx.query(
    'update periods set state = $3, changed_by = $4, changed_at = now() where book_id = $1 and period = $2',
    [bookId, change.period, change.state, change.by],
  );
}

export async function saveRates(tx: Tx, bookId: number, rates: readonly Rate[]): Promise<void> {
  const rows = rates.map((rate) => ({
    book_id: bookId,
    currency: rate.currency,
    type: rate.type,
    date: rate.date,
    rate: rate.rate,
  }));
  const columns = { book_id: 'int', currency: 'text', type: 'text', date: 'date', rate: 'text' };
  await insertRows(tx, 'rates', columns, rows, {
    onConflict: '(book_id, currency, type, date) do update set rate = excluded.rate',
  });
}

export interface CrosswalkRow {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly confidence: number;
  readonly confirmedBy: string | null;
}

export async function saveCrosswalk(
  tx: Tx,
  bookId: number,
  crosswalk: readonly CrosswalkRow[],
): Promise<void> {
  const rows = crosswalk.map((row) => ({
    book_id: bookId,
    name: row.name,
    from_code: row.from,
    to_code: row.to,
    // What a column of four bytes cannot hold would be refused.
    confidence: Math.fround(row.confidence),
    confirmed_by: row.confirmedBy,
  }));
  const columns = {
    book_id: 'int',
    name: 'text',
    from_code: 'text',
    to_code: 'text',
    confidence: 'real',
    confirmed_by: 'text',
  };
  await insertRows(tx, 'crosswalks', columns, rows, {
    onConflict: `(book_id, name, from_code) do update set to_code = excluded.to_code,
      confidence = excluded.confidence, confirmed_by = excluded.confirmed_by, changed_at = now()`,
  });
}

/** All crosswalks of a book, by name and then by their code. */
export async function loadCrosswalks(
  tx: Tx,
  bookId: number,
): Promise<Map<string, Map<string, { to: string; confidence: number }>>> {
  const rows = await tx.query<{ name: string; from_code: string; to_code: string; confidence: number }>(
    'select name, from_code, to_code, confidence from crosswalks where book_id = $1',
    [bookId],
  );
  const byName = new Map<string, Map<string, { to: string; confidence: number }>>();
  for (const row of rows) {
    let codes = byName.get(row.name);
    if (!codes) {
      codes = new Map();
      byName.set(row.name, codes);
    }
    codes.set(row.from_code, { to: row.to_code, confidence: row.confidence });
  }
  return byName;
}

/** Names of the dimensions of a book and how many values each has. */
export async function listDimensions(tx: Tx, bookId: number): Promise<{ dimension: string; n: number }[]> {
  return tx.query<{ dimension: string; n: number }>(
    'select dimension, count(*)::int as n from dimension_values where book_id = $1 group by 1 order by 1',
    [bookId],
  );
}

export interface CodePage {
  readonly after?: string;
  readonly limit: number;
}

interface DimensionValueQuery extends CodePage {
  readonly dimension: string;
  /** Part of a code or name. */
  readonly text?: string | null;
  readonly enabled?: boolean | null;
}

export async function listDimensionValues(
  tx: Tx,
  bookId: number,
  { dimension, after, limit, text = null, enabled = null }: DimensionValueQuery,
): Promise<DimensionValue[]> {
  return tx.query<DimensionValue & object>(
    `select code, name, enabled, credit_limit_minor as "creditLimitMinor" from dimension_values
      where book_id = $1 and dimension = $2 and ($3::text is null or code > $3)
        and ($5::text is null or strpos(lower(code || ' ' || name), lower($5)) > 0)
        and ($6::boolean is null or enabled = $6) order by code limit $4`,
    [bookId, dimension, after ?? null, limit, text, enabled],
  );
}

/** Names of the crosswalks of a book and how many codes each translates, and how many nobody vouches for. */
export async function listCrosswalks(
  tx: Tx,
  bookId: number,
): Promise<{ name: string; n: number; unconfirmed: number }[]> {
  return tx.query<{ name: string; n: number; unconfirmed: number }>(
    `select name, count(*)::int as n, (count(*) filter (where confirmed_by is null))::int as unconfirmed
       from crosswalks where book_id = $1 group by 1 order by 1`,
    [bookId],
  );
}

export interface CrosswalkFilter {
  readonly name: string;
  /** Part of their code or of ours. */
  readonly search?: string;
  /** Whether somebody vouches for it. */
  readonly isConfirmed?: boolean;
}

/** Pairs in order of their codes. */
export async function listCrosswalk(
  tx: Tx,
  bookId: number,
  { name, after, limit, search, isConfirmed }: CodePage & CrosswalkFilter,
): Promise<CrosswalkRow[]> {
  const pattern = search === undefined ? null : `%${search.replace(/[\\%_]/g, '\\$&')}%`;
  return tx.query<CrosswalkRow & object>(
    `select name, from_code as "from", to_code as "to", confidence, confirmed_by as "confirmedBy" from crosswalks
      where book_id = $1 and name = $2 and ($3::text is null or from_code > $3)
        and ($5::text is null or from_code ilike $5 or to_code ilike $5)
        and ($6::boolean is null or (confirmed_by is not null) = $6)
      order by from_code limit $4`,
    [bookId, name, after ?? null, limit, pattern, isConfirmed ?? null],
  );
}

/** One pair of a crosswalk, or null. */
export async function findCrosswalkPair(
  tx: Tx,
  bookId: number,
  { name, from }: { name: string; from: string },
): Promise<(CrosswalkRow & { readonly changedAt: Date }) | null> {
  const [row] = await tx.query<CrosswalkRow & { readonly changedAt: Date }>(
    `select name, from_code as "from", to_code as "to", confidence, confirmed_by as "confirmedBy",
            changed_at as "changedAt"
       from crosswalks where book_id = $1 and name = $2 and from_code = $3`,
    [bookId, name, from],
  );
  return row ?? null;
}

/** False where there is no such pair. */
export async function deleteCrosswalkPair(
  tx: Tx,
  bookId: number,
  { name, from }: { name: string; from: string },
): Promise<boolean> {
  const rows = await tx.query(
    'delete from crosswalks where book_id = $1 and name = $2 and from_code = $3 returning from_code',
    [bookId, name, from],
  );
  return rows.length > 0;
}
