import type { Tx } from './database.ts';

/** A record that one flow should have taken and of which nothing came: not even a reason why not. */
export interface LostRecord {
  readonly record_id: bigint;
  readonly external_id: string;
  readonly flow_id: number;
  readonly flow: string;
  readonly book_id: number;
}

/** The flows of a book, or the flows that read a connection. */
export interface FlowsOf {
  readonly bookId?: number;
  readonly connectionId?: number;
}

/**
 * Records that are nowhere: not on the lane, in no document, in no exception, not ignored. Only records that came after
 * the flow was first published count. Also says how far it looked: `last` is null at the end.
 */
export async function lostRecords(
  tx: Tx,
  of: FlowsOf,
  page: { after: bigint; limit: number },
): Promise<{ lost: LostRecord[]; last: bigint | null; seen: number }> {
  const [range] = await tx.query<{ last: bigint | null; seen: number }>(
    `select max(record_id) as last, count(*)::int as seen
       from (select record_id from records where record_id > $1 order by record_id limit $2) r`,
    [page.after, page.limit],
  );
  const last = range?.last ?? null;
  if (last === null) return { lost: [], last, seen: 0 };
  const lost = await tx.query<LostRecord>(
    `select r.record_id, r.external_id, f.flow_id, f.code as flow, f.book_id
       from flows f
       join lateral (select min(published_at) as published_at from flow_versions v where v.flow_id = f.flow_id) p on true
       join records r on r.connection_id = f.connection_id and r.kind = f.kind and r.received_at >= p.published_at
      where ($1::int is null or f.book_id = $1) and ($2::int is null or f.connection_id = $2)
        and r.record_id > $3 and r.record_id <= $4
        and not exists (select from lane l where l.record_id = r.record_id and l.flow_id = f.flow_id)
        and not exists (select from exceptions e where e.record_id = r.record_id and e.flow_id = f.flow_id)
        and not exists (select from ignored_records i where i.record_id = r.record_id and i.flow_id = f.flow_id)
        and not exists (select from documents d join flow_versions v on v.flow_version_id = d.flow_version_id
                         where d.book_id = f.book_id and d.record_id = r.record_id and v.flow_id = f.flow_id)
      order by r.record_id`,
    [of.bookId ?? null, of.connectionId ?? null, page.after, last],
  );
  return { lost, last, seen: range!.seen };
}

export interface WrongDocument {
  readonly document_id: bigint;
  readonly kind: string;
  readonly number: string;
  readonly state: string;
  readonly voucher_id: bigint | null;
}

/** Documents whose state and voucher contradict each other: posted without a voucher that stands, or reversed with one. */
export async function wrongDocuments(tx: Tx, bookId: number): Promise<WrongDocument[]> {
  return tx.query<WrongDocument>(
    `select d.document_id, d.kind, d.number, d.state, d.voucher_id
       from documents d
       left join vouchers v on v.book_id = d.book_id and v.voucher_id = d.voucher_id
       left join vouchers n on n.book_id = d.book_id and n.reverses = d.voucher_id
      where d.book_id = $1 and case d.state
              when 'posted' then v.voucher_id is null or n.voucher_id is not null
              when 'reversed' then d.voucher_id is not null and n.voucher_id is null
              else d.voucher_id is not null end
      order by d.document_id`,
    [bookId],
  );
}

/** Vouchers that a target of their flow was never owed. */
export async function unowedVouchers(
  tx: Tx,
  bookId: number,
): Promise<{ voucher_id: bigint; connection: string }[]> {
  return tx.query<{ voucher_id: bigint; connection: string }>(
    `select v.voucher_id, c.code as connection
       from vouchers v join flow_versions f on f.flow_version_id = v.flow_version_id
      cross join lateral jsonb_array_elements(f.definition -> 'targets') t
       join connections c on c.code = t ->> 'connection'
      where v.book_id = $1 and not exists (
        select from deliveries d where d.book_id = v.book_id and d.voucher_id = v.voucher_id
                                   and d.connection_id = c.connection_id and d.kind = 'voucher')
      order by v.voucher_id`,
    [bookId],
  );
}
