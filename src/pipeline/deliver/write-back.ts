import type { WriteBackMessage } from '#connectors/kit/connector.ts';
import type { Tx } from '#storage/database.ts';
import { type DeliveryRow, owe } from '#storage/deliveries.ts';
import { writeBackTargets } from '#storage/write-backs.ts';

/**
 * Owes each source the number its record got in the target. Written in the transaction that settles the delivery,
 * so a receipt and the news of it are one.
 */
export async function oweWriteBacks(
  tx: Tx,
  delivered: readonly { row: DeliveryRow; targetNumber: string | null }[],
): Promise<void> {
  if (delivered.length === 0) return;
  const numbers = new Map(
    delivered.map(({ row, targetNumber }) => [`${row.book_id} ${row.voucher_id}`, targetNumber]),
  );
  const targets = await writeBackTargets(
    tx,
    delivered.map(({ row }) => ({ bookId: row.book_id, voucherId: row.voucher_id! })),
  );
  await owe(
    tx,
    targets.map((target) => {
      const targetNumber = numbers.get(`${target.book_id} ${target.voucher_id}`) ?? null;
      const payload: Omit<WriteBackMessage, 'businessKey'> = {
        externalId: target.external_id,
        kind: target.kind,
        status: 'delivered',
        documentNumber: target.document_number,
        codes: [],
        voucherNumber: `${target.word}-${target.number}`,
        targetNumber,
        text: `${target.document_number}: ${targetNumber ?? `${target.word}-${target.number}`}`,
      };
      return {
        bookId: target.book_id,
        connectionId: target.connection_id,
        kind: 'write-back' as const,
        businessKey: `${target.key_prefix}-${target.book_id}-${target.document_id}`,
        voucherId: target.voucher_id,
        documentId: target.document_id,
        flowId: target.flow_id,
        until: 'saved' as const,
        payload,
      };
    }),
  );
}
