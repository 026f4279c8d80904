import type { Tx } from './database.ts';

/** A flow and where it belongs. */
export interface FlowPlace {
  readonly flow_id: number;
  readonly code: string;
  /** Code of its book. */
  readonly book: string;
  /** Where its records come from: the connection and the kind of record there. */
  readonly connection_id: number;
  readonly record_kind: string;
  /** Codes of every connection it takes from, sends to or writes back to. */
  readonly connections: string[];
  /** Kinds of the documents it makes, in any version that was ever published; before that, in any version. */
  readonly kinds: string[];
}

export async function listFlowPlaces(tx: Tx): Promise<FlowPlace[]> {
  return tx.query<FlowPlace>(
    `select f.flow_id, f.code, b.code as book, f.connection_id, f.kind as record_kind,
            c.code || f.sends_to as connections, f.made_kinds as kinds
       from flows f join books b on b.book_id = f.book_id join connections c on c.connection_id = f.connection_id`,
  );
}

/** What a document or a voucher belongs to. */
export interface EntryPlace {
  readonly book: string;
  readonly kinds: string[];
  readonly departments: string[];
}

export interface RecordPlace {
  readonly connection_id: number;
  readonly kind: string;
}

export async function findRecordPlace(tx: Tx, recordId: bigint): Promise<RecordPlace | null> {
  const [row] = await tx.query<RecordPlace>('select connection_id, kind from records where record_id = $1', [
    recordId,
  ]);
  return row ?? null;
}

/** The documents that were made of a record. */
export async function documentPlaces(tx: Tx, recordId: bigint): Promise<EntryPlace[]> {
  return tx.query<EntryPlace>(
    `select b.code as book, array[d.kind] as kinds, document_departments(d.body) as departments
       from books b join documents d on d.book_id = b.book_id and d.record_id = $1`,
    [recordId],
  );
}

export async function findVoucherPlace(
  tx: Tx,
  { book, voucherId }: { book: string; voucherId: bigint },
): Promise<EntryPlace | null> {
  const [row] = await tx.query<EntryPlace>(
    `select b.code as book, v.source_kinds as kinds, voucher_departments(v.book_id, v.voucher_id) as departments
       from books b join vouchers v on v.book_id = b.book_id and v.voucher_id = $2 where b.code = $1`,
    [book, voucherId],
  );
  return row ?? null;
}

/** Kinds and departments of what a delivery `d` carries. */
export const DELIVERY_PLACE = `
  (select code from books b where b.book_id = d.book_id),
  coalesce((select v.source_kinds from vouchers v where v.book_id = d.book_id and v.voucher_id = d.voucher_id),
           (select array[o.kind] from documents o where o.book_id = d.book_id and o.document_id = d.document_id), '{}'),
  coalesce((select document_departments(o.body) from documents o
             where o.book_id = d.book_id and o.document_id = d.document_id),
           voucher_departments(d.book_id, d.voucher_id))`;

export async function isDeliveryWithin(tx: Tx, deliveryId: bigint, reach: unknown): Promise<boolean> {
  const rows = await tx.query(
    `select from deliveries d where delivery_id = $1 and within_reach($2, ${DELIVERY_PLACE})`,
    [deliveryId, JSON.stringify(reach)],
  );
  return rows.length > 0;
}
