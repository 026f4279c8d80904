import type { VoucherWord } from '#core/ledger/voucher.ts';
import type { Tx } from './database.ts';
import { listLiteral } from './rows.ts';

/** What a search found: a record, or a voucher whose documents lead to records. */
export interface RecordHit {
  readonly record_id: bigint;
  /** What matched, as people know it: `order #1001`. */
  readonly label: string;
}

/** Every kind of document some flow makes. Keys of documents begin with the kind, so a search by number alone needs them. */
const KINDS = `select distinct m ->> 'kind' as kind from flow_versions, jsonb_array_elements(definition -> 'documents') m`;

/** Records behind the living documents of this number, and behind the reversed ones where nothing living has it. */
export async function findRecordsByNumber(tx: Tx, number: string, limit: number): Promise<RecordHit[]> {
  const living = await tx.query<RecordHit>(
    `select d.record_id, d.kind || ' ' || d.number as label
       from books b cross join (${KINDS}) k
       join documents d on d.book_id = b.book_id and d.kind = k.kind and d.number = $1 and d.state <> 'reversed'
      order by d.record_id desc limit $2`,
    [number, limit],
  );
  if (living.length > 0) return living;
  return tx.query<RecordHit>(
    `select d.record_id, d.kind || ' ' || d.number as label from documents d
      where d.number = $1 and d.state = 'reversed' order by d.record_id desc limit $2`,
    [number, limit],
  );
}

/** Records whose document is on hold under this number. */
export async function findHeldByNumber(tx: Tx, number: string, limit: number): Promise<RecordHit[]> {
  return tx.query<RecordHit>(
    `select e.record_id, e.document_key as label from exceptions e
      where e.document_key in (select kind || ' ' || $1 from (${KINDS}) k) order by e.exception_id desc limit $2`,
    [number, limit],
  );
}

/** Every version of the things that a source calls by this id, newest first. */
export async function findRecordsByExternalId(
  tx: Tx,
  externalId: string,
  limit: number,
): Promise<RecordHit[]> {
  return tx.query<RecordHit>(
    `select r.record_id, r.kind || ' ' || r.external_id as label
       from (select distinct connection_id, kind from flows) f
       join records r on r.connection_id = f.connection_id and r.kind = f.kind and r.external_id = $1
      order by r.record_id desc limit $2`,
    [externalId, limit],
  );
}

export interface VoucherHit {
  readonly book_id: number;
  readonly voucher_id: bigint;
}

/** Vouchers of this word and number in any book; `period` narrows it. */
export async function findVouchersByNumber(
  tx: Tx,
  voucher: { word: VoucherWord; number: number; period: number | null },
): Promise<VoucherHit[]> {
  return tx.query<VoucherHit>(
    `select v.book_id, coalesce(v.reverses, v.voucher_id) as voucher_id
       from periods p join vouchers v on v.book_id = p.book_id and v.period = p.period and v.word = $1 and v.number = $2
      where $3::int is null or p.period = $3 order by v.book_id, v.period`,
    [voucher.word, voucher.number, voucher.period],
  );
}

/** Vouchers that a target knows under this number. */
export async function findVouchersByTarget(tx: Tx, targetNumber: string): Promise<VoucherHit[]> {
  return tx.query<VoucherHit>(
    `select d.book_id, coalesce(v.reverses, v.voucher_id) as voucher_id
       from deliveries d join vouchers v on v.book_id = d.book_id and v.voucher_id = d.voucher_id
      where d.kind = 'voucher' and d.target_number = $1 order by d.delivery_id limit 20`,
    [targetNumber],
  );
}

/** Records behind a voucher; a summarised voucher has many. */
export async function findRecordsOfVoucher(tx: Tx, hit: VoucherHit, limit: number): Promise<RecordHit[]> {
  return tx.query<RecordHit>(
    `select record_id, kind || ' ' || number as label from documents
      where book_id = $1 and voucher_id = $2 order by document_id limit $3`,
    [hit.book_id, hit.voucher_id, limit],
  );
}

/** What each record is a version of, in words: `shop order 5600`. */
export async function thingsOf(tx: Tx, recordIds: readonly bigint[]): Promise<Map<bigint, string>> {
  const rows = await tx.query<{ record_id: bigint; thing: string }>(
    `select r.record_id, c.code || ' ' || r.kind || ' ' || r.external_id as thing
       from records r join connections c using (connection_id) where r.record_id = any($1::int8[])`,
    [listLiteral(recordIds)],
  );
  return new Map(rows.map((row) => [row.record_id, row.thing]));
}
