import { addFigures, countDeliveredAfter, type Figure } from '#storage/counting.ts';
import type { Tx } from '#storage/database.ts';
import type { DeliveryRow, DeliveryState } from '#storage/deliveries.ts';
import { announce, type WebhookEvent } from '#storage/webhook-messages.ts';

export interface Attempted {
  readonly row: DeliveryRow;
  /** What the attempt made of it. */
  readonly state: DeliveryState;
}

/**
 * Counts what was delivered, written back or stopped for a person, and how long vouchers took from the source to the
 * target; and tells who wants to hear of it.
 */
export async function countAttempts(tx: Tx, attempts: readonly Attempted[]): Promise<void> {
  await addFigures(tx, attempts.flatMap(figureOf));
  const delivered = attempts.filter(({ row, state }) => row.kind === 'voucher' && state === 'done');
  await countDeliveredAfter(
    tx,
    delivered.map(({ row }) => row.delivery_id),
  );
  for (const [bookId, ofBook] of Map.groupBy(attempts, ({ row }) => row.book_id)) {
    await announce(tx, bookId, ofBook.flatMap(newsOf));
  }
}

function newsOf({ row, state }: Attempted): { type: WebhookEvent; subject: bigint }[] {
  const subject = row.delivery_id;
  if (state === 'done') return [{ type: 'delivery.done', subject }];
  return state === 'refused' || state === 'dead' ? [{ type: 'delivery.refused', subject }] : [];
}

const DONE = { voucher: 'delivered', 'write-back': 'written-back', withdraw: null } as const;

function figureOf({ row, state }: Attempted): Figure[] {
  const stopped = state === 'refused' || state === 'dead' ? 'stopped' : null;
  const measure = state === 'done' ? DONE[row.kind] : stopped;
  if (measure === null) return [];
  const { book_id: bookId, connection_id: connectionId, flow_id: flowId } = row;
  // A withdrawal, too, may stop; only what was done of it is nobody's delivery.
  const detail = measure === 'stopped' ? row.kind : '';
  return [{ measure, bookId, connectionId, flowId: flowId ?? 0, detail, n: 1, amountMinor: 0n }];
}
