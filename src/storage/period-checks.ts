import type { Tx } from './database.ts';

/** Days of a period, and the instant by which what has no date must have arrived to count for it. */
export interface PeriodDays {
  readonly bookId: number;
  readonly period: number;
  readonly startsOn: string;
  readonly endsOn: string;
}

/** Everything that stands in the way of closing a period, counted. */
export interface PeriodCounts {
  /** Open exceptions dated in the period, and those without a readable date that came before its end. */
  readonly exceptions: number;
  /** On the lane of the book, and put aside with paused runs. */
  readonly waiting: number;
  /** Documents of the period that wait for their summarised voucher. */
  readonly staged: number;
  /** Vouchers of the period that a target does not have yet. */
  readonly undelivered: number;
  /** Those a target refused, or that were given up. */
  readonly refused: number;
  /** Word and gaps: numbers of the period that are missing. */
  readonly missingNumbers: number;
  /** Open differences of the last reconciliations. */
  readonly differences: number;
}

export async function countForClosing(tx: Tx, days: PeriodDays): Promise<PeriodCounts> {
  const [row] = await tx.query<PeriodCounts & object>(
    `select
       (select count(*)::int from exceptions e join records r using (record_id)
         where e.book_id = $1 and e.state = 'open' and (e.doc_date between $3::date and $4::date
            or e.doc_date is null and r.received_at < ($4::date + 1)::timestamp at time zone 'Asia/Shanghai')) as exceptions,
       ((select count(*) from lane where book_id = $1) + (select count(*) from lane_paused where book_id = $1))::int as waiting,
       (select count(*)::int from documents
         where book_id = $1 and state = 'staged' and date between $3::date and $4::date) as staged,
       (select count(*)::int from deliveries d join vouchers v on v.book_id = d.book_id and v.voucher_id = d.voucher_id
         where d.book_id = $1 and v.period = $2 and d.kind = 'voucher' and d.state in ('owed', 'sending')) as undelivered,
       (select count(*)::int from deliveries d join vouchers v on v.book_id = d.book_id and v.voucher_id = d.voucher_id
         where d.book_id = $1 and v.period = $2 and d.kind = 'voucher' and d.state in ('refused', 'dead')) as refused,
       (select coalesce(sum(n), 0)::int from (select max(number) - count(*) as n from vouchers
         where book_id = $1 and period = $2 group by word) gaps) as "missingNumbers",
       (select count(*)::int from differences where book_id = $1 and state = 'open') as differences`,
    [days.bookId, days.period, days.startsOn, days.endsOn],
  );
  return row!;
}

/** Foreign currencies with something open at the end of a period. */
export async function foreignOpenAt(
  tx: Tx,
  { bookId, period, baseCurrency }: { bookId: number; period: number; baseCurrency: string },
): Promise<string[]> {
  const rows = await tx.query<{ currency: string }>(
    `select currency from balances where book_id = $1 and period <= $2 and currency <> $3
      group by currency, account_id having sum(amount_debit_minor - amount_credit_minor) <> 0`,
    [bookId, period, baseCurrency],
  );
  return [...new Set(rows.map((row) => row.currency))].sort();
}

/** How many vouchers were posted into each period that has any: the last numbers of its series, which have no gaps. */
export async function countVouchers(tx: Tx, bookId: number): Promise<Map<number, number>> {
  const rows = await tx.query<{ period: number; n: number }>(
    'select period, sum(last_number)::int as n from voucher_numbers where book_id = $1 group by period',
    [bookId],
  );
  return new Map(rows.map(({ period, n }) => [period, n]));
}
