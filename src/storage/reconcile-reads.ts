import type { Tx } from './database.ts';
import type { DeliveryRow } from './deliveries.ts';
import { listLiteral } from './rows.ts';

/** A voucher delivery with what reconciling needs to know beside it. */
export interface OwedVoucher extends DeliveryRow {
  readonly period: number;
  /** Taken back on purpose: the target should not hold it. */
  readonly withdrawn: boolean;
  /** Owed or under way for so long that somebody should look. */
  readonly overdue: boolean;
}

export interface PeriodRange {
  readonly from: number | null;
  readonly to: number | null;
}

/** Vouchers owed to a connection, in order of delivery, a page at a time. */
export async function readOwedVouchers(
  tx: Tx,
  connectionId: number,
  page: PeriodRange & { after: bigint; limit: number; overdueMs: number },
): Promise<OwedVoucher[]> {
  return tx.query<OwedVoucher>(
    `select d.*, v.period,
            exists (select from deliveries w where w.connection_id = d.connection_id and w.kind = 'withdraw'
                       and w.business_key = d.business_key and w.state in ('owed', 'sending', 'done')
                       and coalesce(w.done_at >= d.done_at, true)) as withdrawn,
            d.created_at < clock_timestamp() - make_interval(secs => $6) as overdue
       from deliveries d join vouchers v on v.book_id = d.book_id and v.voucher_id = d.voucher_id
      where d.connection_id = $1 and d.kind = 'voucher' and d.delivery_id > $2
        and ($3::int is null or v.period >= $3) and ($4::int is null or v.period <= $4)
      order by d.delivery_id limit $5`,
    [connectionId, page.after, page.from, page.to, page.limit, page.overdueMs / 1000],
  );
}

/** The voucher deliveries under these keys, by key. */
export async function findOwedByKeys(
  tx: Tx,
  connectionId: number,
  keys: readonly string[],
): Promise<Map<string, DeliveryRow>> {
  const rows = await tx.query<DeliveryRow>(
    "select * from deliveries where connection_id = $1 and kind = 'voucher' and business_key = any($2::text[])",
    [connectionId, listLiteral(keys)],
  );
  return new Map(rows.map((row) => [row.business_key, row]));
}

/** Books that owe vouchers to a connection. */
export async function booksOwing(
  tx: Tx,
  connectionId: number,
): Promise<{ book_id: number; code: string; base_currency: string; key_prefix: string }[]> {
  return tx.query(
    `select b.book_id, b.code, b.base_currency, b.key_prefix from books b
      where exists (select from deliveries d where d.book_id = b.book_id and d.connection_id = $1 and d.kind = 'voucher')
      order by b.book_id`,
    [connectionId],
  );
}

export interface DeliveredMovement {
  readonly period: number;
  readonly account: string;
  readonly debit_minor: bigint;
  readonly credit_minor: bigint;
}

/** What the vouchers of one book that a connection holds move, per period and account. */
export async function deliveredMovements(
  tx: Tx,
  of: PeriodRange & { bookId: number; connectionId: number },
): Promise<DeliveredMovement[]> {
  return tx.query<DeliveredMovement>(
    `select v.period, a.code as account, sum(l.debit_minor)::int8 as debit_minor, sum(l.credit_minor)::int8 as credit_minor
       from deliveries d
       join vouchers v on v.book_id = d.book_id and v.voucher_id = d.voucher_id
       join voucher_lines l on l.book_id = v.book_id and l.voucher_id = v.voucher_id
       join accounts a on a.book_id = l.book_id and a.account_id = l.account_id
      where d.book_id = $1 and d.connection_id = $2 and d.kind = 'voucher' and d.target_state <> 'absent'
        and ($3::int is null or v.period >= $3) and ($4::int is null or v.period <= $4)
        and not exists (select from deliveries w where w.connection_id = d.connection_id and w.kind = 'withdraw'
                           and w.business_key = d.business_key and w.state = 'done'
                           and coalesce(w.done_at >= d.done_at, true))
      group by v.period, a.code order by v.period, a.code`,
    [of.bookId, of.connectionId, of.from, of.to],
  );
}

/** Puts deliveries back to work whatever had become of them; the target is asked first, so nothing is doubled. */
export async function oweAgain(tx: Tx, deliveryIds: readonly bigint[]): Promise<void> {
  await tx.query(
    `update deliveries set state = 'owed', attempts = 1, next_attempt_at = clock_timestamp(), error = null, done_at = null
      where delivery_id = any($1::int8[]) and state <> 'sending'`,
    [listLiteral(deliveryIds)],
  );
}

/** Owes the withdrawal of vouchers; one that was withdrawn before is owed again. */
export async function oweWithdrawals(tx: Tx, deliveryIds: readonly bigint[]): Promise<void> {
  await tx.query(
    `insert into deliveries (book_id, connection_id, kind, business_key, voucher_id, flow_id, until)
     select book_id, connection_id, 'withdraw', business_key, voucher_id, flow_id, 'saved'
       from deliveries where delivery_id = any($1::int8[])
     on conflict (connection_id, kind, business_key) do update set state = 'owed', attempts = 1,
       next_attempt_at = clock_timestamp(), error = null, done_at = null
      where deliveries.state <> 'sending'`,
    [listLiteral(deliveryIds)],
  );
}

/** How many of these deliveries are still owed or under way. */
export async function countUnsettled(
  tx: Tx,
  connectionId: number,
  deliveries: { kind: string; keys: readonly string[] },
): Promise<number> {
  const [row] = await tx.query<{ n: number }>(
    `select count(*)::int as n from deliveries where connection_id = $1 and kind = $2
        and business_key = any($3::text[]) and state in ('owed', 'sending')`,
    [connectionId, deliveries.kind, listLiteral(deliveries.keys)],
  );
  return row!.n;
}

export interface SettledCount {
  readonly flow_id: number;
  readonly flow: string;
  readonly book_id: number;
  readonly state: 'waiting' | 'posted' | 'held' | 'dismissed' | 'ignored' | 'replaced' | 'unclaimed';
  readonly n: bigint;
}

/** What became of the records of a connection, per flow. Every record is counted once for each flow that takes its kind. */
export async function countSettled(tx: Tx, connectionId: number): Promise<SettledCount[]> {
  return tx.query<SettledCount>(
    `select f.flow_id, f.code as flow, f.book_id, case
              when exists (select from lane l where l.record_id = r.record_id and l.flow_id = f.flow_id) then 'waiting'
              when exists (select from documents d where d.book_id = f.book_id and d.record_id = r.record_id
                              and d.state <> 'reversed') then 'posted'
              when exists (select from exceptions e where e.record_id = r.record_id and e.flow_id = f.flow_id
                              and e.state = 'open') then 'held'
              when exists (select from exceptions e where e.record_id = r.record_id and e.flow_id = f.flow_id
                              and e.state = 'dismissed') then 'dismissed'
              when exists (select from ignored_records i where i.record_id = r.record_id and i.flow_id = f.flow_id) then 'ignored'
              when exists (select from documents d where d.book_id = f.book_id and d.record_id = r.record_id)
                or exists (select from exceptions e where e.record_id = r.record_id and e.flow_id = f.flow_id) then 'replaced'
              else 'unclaimed' end as state, count(*) as n
       from flows f join records r on r.connection_id = f.connection_id and r.kind = f.kind
      where f.connection_id = $1 and f.published_version_id is not null
      group by 1, 2, 3, 4 order by 2, 4`,
    [connectionId],
  );
}
