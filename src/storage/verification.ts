import type { PostingFacts } from '#core/ledger/canonical-posting.ts';
import type { Tx } from './database.ts';
import type { HashVersion } from './ledger.ts';

/** From here on this transaction sees one moment and changes nothing, however long it reads. First thing in it. */
export async function freezeSnapshot(tx: Tx): Promise<void> {
  await tx.script('set transaction isolation level repeatable read, read only');
}

/** When the transaction began, by the clock of the database. */
export async function snapshotTime(tx: Tx): Promise<Date> {
  const [row] = await tx.query<{ now: Date }>('select now() as now');
  return row!.now;
}

/** One posting as it is checked: its range, its hashes, and how many vouchers claim to belong to it. */
export interface PostingRow extends PostingFacts {
  readonly root: Buffer;
  readonly previousHash: Buffer;
  readonly hash: Buffer;
  readonly version: HashVersion;
  /** The hash covers milliseconds; a posting is never dated more finely. */
  readonly isWholeMs: boolean;
}

/** Postings in order, a page at a time. */
export async function readPostings(
  tx: Tx,
  bookId: number,
  page: { after: bigint; limit: number },
): Promise<PostingRow[]> {
  return tx.query<PostingRow>(
    `select book_id as "bookId", posting_id as "postingId", first_voucher_id as "firstVoucherId",
            last_voucher_id as "lastVoucherId", line_count as "lineCount", posted_at as "postedAt", posted_by as "postedBy",
            root, previous_hash as "previousHash", hash, hash_version as version,
            posted_at = date_trunc('milliseconds', posted_at) as "isWholeMs"
       from postings
      where book_id = $1 and posting_id > $2 order by posting_id limit $3`,
    [bookId, page.after, page.limit],
  );
}

/** What is stored beside a voucher and is not part of its text. */
export interface VoucherSeal {
  readonly voucher_id: bigint;
  readonly posting_id: bigint;
  readonly total_minor: bigint;
  readonly hash: Buffer;
}

export async function readVoucherSeals(
  tx: Tx,
  bookId: number,
  range: { first: bigint; last: bigint },
): Promise<Map<bigint, VoucherSeal>> {
  const rows = await tx.query<VoucherSeal>(
    `select voucher_id, posting_id, total_minor, hash from vouchers
      where book_id = $1 and voucher_id between $2 and $3`,
    [bookId, range.first, range.last],
  );
  return new Map(rows.map((row) => [row.voucher_id, row]));
}

/** Vouchers and lines outside every posting's range: nobody posted them. */
export async function strayVouchers(tx: Tx, bookId: number, last: bigint): Promise<bigint[]> {
  const rows = await tx.query<{ voucher_id: bigint }>(
    `select voucher_id from vouchers where book_id = $1 and (voucher_id > $2 or voucher_id < 1)
     union select voucher_id from voucher_lines where book_id = $1 and (voucher_id > $2 or voucher_id < 1)
     union select l.voucher_id from voucher_lines l
            where l.book_id = $1 and not exists (
              select from vouchers v where v.book_id = l.book_id and v.voucher_id = l.voucher_id)
     order by 1`,
    [bookId, last],
  );
  return rows.map((row) => row.voucher_id);
}

export interface SeriesRow {
  readonly period: number;
  readonly word: '记' | '收' | '付' | '转';
}

/** Series whose numbers are not simply 1 to n, or whose counter says something else. */
export async function brokenSeries(
  tx: Tx,
  bookId: number,
): Promise<(SeriesRow & { counted: bigint; last: number | null })[]> {
  return tx.query<SeriesRow & { counted: bigint; last: number | null }>(
    `select s.period, s.word, s.counted, n.last_number as last
       from (select period, word, count(*) as counted, min(number) as low, max(number) as high
               from vouchers where book_id = $1 group by period, word) s
       left join voucher_numbers n on n.book_id = $1 and n.period = s.period and n.word = s.word
      where s.low <> 1 or s.high <> s.counted or n.last_number is distinct from s.high
      order by s.period, s.word`,
    [bookId],
  );
}

export async function numbersOf(tx: Tx, bookId: number, series: SeriesRow): Promise<number[]> {
  const rows = await tx.query<{ number: number }>(
    'select number from vouchers where book_id = $1 and period = $2 and word = $3 order by number',
    [bookId, series.period, series.word],
  );
  return rows.map((row) => row.number);
}

export interface SumDifference {
  readonly account: string;
  readonly dimensions: string;
  readonly currency: string;
  readonly period: number;
  readonly kept_debit: bigint;
  readonly kept_credit: bigint;
  readonly summed_debit: bigint;
  readonly summed_credit: bigint;
}

/** Balances that are not the sum of the lines behind them. */
export async function balanceDifferences(tx: Tx, bookId: number): Promise<SumDifference[]> {
  return tx.query<SumDifference>(
    `with lines as (
       select l.account_id, l.set_id, l.currency, v.period,
              sum(l.debit_minor)::int8 as debit, sum(l.credit_minor)::int8 as credit,
              sum(l.amount_minor) filter (where l.debit_minor <> 0)::int8 as amount_debit,
              sum(l.amount_minor) filter (where l.credit_minor <> 0)::int8 as amount_credit
         from voucher_lines l join vouchers v on v.book_id = l.book_id and v.voucher_id = l.voucher_id
        where l.book_id = $1 group by 1, 2, 3, 4),
     kept as (select * from balances where book_id = $1)
     select coalesce(a.code, coalesce(lines.account_id, kept.account_id)::text) as account, coalesce(s.key, '') as dimensions,
            coalesce(lines.currency, kept.currency) as currency, coalesce(lines.period, kept.period) as period,
            coalesce(kept.debit_minor, 0) as kept_debit, coalesce(kept.credit_minor, 0) as kept_credit,
            coalesce(lines.debit, 0) as summed_debit, coalesce(lines.credit, 0) as summed_credit
       from lines full join kept using (account_id, set_id, currency, period)
       left join accounts a on a.book_id = $1 and a.account_id = coalesce(lines.account_id, kept.account_id)
       left join dimension_sets s on s.book_id = $1 and s.set_id = coalesce(lines.set_id, kept.set_id)
      where coalesce(kept.debit_minor, 0) <> coalesce(lines.debit, 0)
         or coalesce(kept.credit_minor, 0) <> coalesce(lines.credit, 0)
         or coalesce(kept.amount_debit_minor, 0) <> coalesce(lines.amount_debit, 0)
         or coalesce(kept.amount_credit_minor, 0) <> coalesce(lines.amount_credit, 0)
      order by account, dimensions, currency, period`,
    [bookId],
  );
}

/** Totals of accounts that are not the sum of their lines. */
export async function totalDifferences(
  tx: Tx,
  bookId: number,
): Promise<Omit<SumDifference, 'dimensions' | 'currency' | 'period'>[]> {
  return tx.query<Omit<SumDifference, 'dimensions' | 'currency' | 'period'>>(
    `select coalesce(a.code, coalesce(t.account_id, l.account_id)::text) as account,
            coalesce(t.debit_minor, 0) as kept_debit, coalesce(t.credit_minor, 0) as kept_credit,
            coalesce(l.debit, 0) as summed_debit, coalesce(l.credit, 0) as summed_credit
       from (select * from account_totals where book_id = $1) t
       full join (select account_id, sum(debit_minor)::int8 as debit, sum(credit_minor)::int8 as credit
                    from voucher_lines where book_id = $1 group by 1) l using (account_id)
       left join accounts a on a.book_id = $1 and a.account_id = coalesce(t.account_id, l.account_id)
      where coalesce(t.debit_minor, 0) <> coalesce(l.debit, 0) or coalesce(t.credit_minor, 0) <> coalesce(l.credit, 0)
      order by account`,
    [bookId],
  );
}
