import type { Tx } from './database.ts';
import type { DeliveryRow } from './deliveries.ts';
import { listLiteral } from './rows.ts';

export interface WriteBackTarget {
  readonly book_id: number;
  readonly voucher_id: bigint;
  readonly word: string;
  readonly number: number;
  readonly document_id: bigint;
  readonly document_number: string;
  readonly key_prefix: string;
  readonly external_id: string;
  readonly kind: string;
  readonly flow_id: number;
  /** The connection that wants to know. */
  readonly connection_id: number;
}

/** For delivered vouchers: the records behind them and the connections their flow writes back to. */
export async function writeBackTargets(
  tx: Tx,
  vouchers: readonly { bookId: number; voucherId: bigint }[],
): Promise<WriteBackTarget[]> {
  return tx.query<WriteBackTarget>(
    `select d.book_id, v.voucher_id, v.word, v.number, d.document_id, d.number as document_number, b.key_prefix,
            r.external_id, r.kind, f.flow_id, c.connection_id
       from unnest($1::int[], $2::int8[]) as t (book_id, voucher_id)
       join vouchers v on v.book_id = t.book_id and v.voucher_id = t.voucher_id
       join documents d on d.book_id = t.book_id and d.voucher_id = t.voucher_id
       join books b on b.book_id = d.book_id
       join records r on r.record_id = d.record_id
       join flow_versions f on f.flow_version_id = d.flow_version_id
       cross join lateral jsonb_array_elements(coalesce(f.definition -> 'writeBack', '[]')) as w
       join connections c on c.code = w ->> 'connection'
      where v.kind <> 'reversal' and d.state <> 'reversed'
      order by d.book_id, d.document_id`,
    [listLiteral(vouchers.map((v) => v.bookId)), listLiteral(vouchers.map((v) => v.voucherId))],
  );
}

/**
 * Those of the claimed write-backs that are still to be sent. What is about a document that was replaced since is
 * withdrawn: its number would be written over the number of its successor.
 */
export async function withdrawOutdated(tx: Tx, claimed: readonly DeliveryRow[]): Promise<DeliveryRow[]> {
  if (claimed.length === 0) return [];
  const withdrawn = await tx.query<{ delivery_id: bigint }>(
    `update deliveries d set state = 'withdrawn', done_at = clock_timestamp()
       from documents o
      where d.delivery_id = any($1::int8[]) and o.book_id = d.book_id and o.document_id = d.document_id
        and o.state = 'reversed'
  returning d.delivery_id`,
    [listLiteral(claimed.map((row) => row.delivery_id))],
  );
  const gone = new Set(withdrawn.map((row) => row.delivery_id));
  return claimed.filter((row) => !gone.has(row.delivery_id));
}
