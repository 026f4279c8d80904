import type { Tx } from './database.ts';
import type { DeliveryRow } from './deliveries.ts';
import type { IgnoredReason } from './records.ts';
import { listLiteral } from './rows.ts';

/** How one version of a thing ended up, in one line. */
export interface VersionRow {
  readonly record_id: bigint;
  readonly received_at: Date;
  readonly changed_at: Date | null;
  readonly content_hash: Buffer;
  readonly waiting: boolean;
  readonly held: boolean;
  readonly ignored: string | null;
  readonly documents: readonly {
    readonly book: string;
    readonly kind: string;
    readonly number: string;
    readonly state: 'staged' | 'posted' | 'reversed';
    readonly voucher: string | null;
    readonly reversal: string | null;
  }[];
}

/** All versions of the thing that a record is a version of, oldest first, each with what became of it. */
export async function readVersions(
  tx: Tx,
  thing: { connectionId: number; kind: string; externalId: string },
): Promise<VersionRow[]> {
  return tx.query<VersionRow>(
    `select r.record_id, r.received_at, r.changed_at, r.content_hash,
            exists (select from lane l where l.record_id = r.record_id) as waiting,
            exists (select from exceptions e where e.record_id = r.record_id and e.state = 'open') as held,
            (select min(i.reason) from ignored_records i where i.record_id = r.record_id) as ignored,
            coalesce((
              select json_agg(json_build_object('book', b.code, 'kind', d.kind, 'number', d.number, 'state', d.state,
                       'voucher', v.word || '-' || v.number, 'reversal', n.word || '-' || n.number)
                     order by d.document_id)
                from books b
                join documents d on d.book_id = b.book_id and d.record_id = r.record_id
                left join vouchers v on v.book_id = d.book_id and v.voucher_id = d.voucher_id
                left join vouchers n on n.book_id = v.book_id and n.reverses = v.voucher_id), '[]') as documents
       from records r
      where r.connection_id = $1 and r.kind = $2 and r.external_id = $3 order by r.record_id`,
    [thing.connectionId, thing.kind, thing.externalId],
  );
}

export interface IgnoredRow {
  readonly flow_id: number;
  readonly reason: IgnoredReason;
  readonly at: Date;
}

export async function ignoredOfRecord(tx: Tx, recordId: bigint): Promise<IgnoredRow[]> {
  return tx.query<IgnoredRow>(
    'select i.flow_id, i.reason, i.at from flows f join ignored_records i on i.flow_id = f.flow_id and i.record_id = $1',
    [recordId],
  );
}

/** Flows before which a record still waits, with the version it waits under. */
export async function waitingOfRecord(
  tx: Tx,
  recordId: bigint,
): Promise<{ flow_id: number; flow_version_id: number }[]> {
  return tx.query<{ flow_id: number; flow_version_id: number }>(
    'select flow_id, flow_version_id from lane where record_id = $1 order by seq',
    [recordId],
  );
}

export interface PostedPlace {
  readonly voucher_id: bigint;
  readonly voucher_hash: Buffer;
  readonly posting_id: bigint;
  readonly posting_hash: Buffer;
  readonly posted_at: Date;
  readonly posted_by: string;
}

/** In which posting each voucher entered the book, with both hashes. */
export async function postedPlaces(
  tx: Tx,
  bookId: number,
  voucherIds: readonly bigint[],
): Promise<Map<bigint, PostedPlace>> {
  const rows = await tx.query<PostedPlace>(
    `select v.voucher_id, v.hash as voucher_hash, p.posting_id, p.hash as posting_hash, p.posted_at, p.posted_by
       from vouchers v join postings p on p.book_id = v.book_id and p.posting_id = v.posting_id
      where v.book_id = $1 and v.voucher_id = any($2::int8[])`,
    [bookId, listLiteral(voucherIds)],
  );
  return new Map(rows.map((row) => [row.voucher_id, row]));
}

/** News of a record on hold that were sent to its source. Their keys say book and record, and go on with the reasons. */
export async function heldNewsOf(
  tx: Tx,
  record: { flowId: number; recordId: bigint },
): Promise<DeliveryRow[]> {
  return tx.query<DeliveryRow>(
    `select d.* from flows f join books b on b.book_id = f.book_id cross join connections c
       join deliveries d on d.connection_id = c.connection_id and d.kind = 'write-back'
        and starts_with(d.business_key, b.key_prefix || '-held-' || f.flow_id || '-' || $2::text || '-')
      where f.flow_id = $1 order by d.delivery_id`,
    [record.flowId, String(record.recordId)],
  );
}

/** How many documents share a voucher. */
export async function countDocumentsOf(tx: Tx, bookId: number, voucherId: bigint): Promise<number> {
  const [row] = await tx.query<{ n: number }>(
    'select count(*)::int as n from documents where book_id = $1 and voucher_id = $2',
    [bookId, voucherId],
  );
  return row!.n;
}
