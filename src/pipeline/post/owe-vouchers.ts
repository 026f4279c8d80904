import type { Voucher } from '#core/ledger/voucher.ts';
import type { Tx } from '#storage/database.ts';
import { type NewDelivery, owe } from '#storage/deliveries.ts';
import type { BookCache, CachedBook } from './book-cache.ts';

/** Owes every target of a voucher's flow that voucher, in the transaction that posts it. Reversals follow their originals. */
export async function oweVouchers(
  tx: Tx,
  cache: BookCache,
  {
    cached,
    vouchers,
  }: { cached: CachedBook; vouchers: readonly { flowVersionId: number | null; voucher: Voucher }[] },
): Promise<void> {
  const owed: NewDelivery[] = [];
  for (const { flowVersionId, voucher } of vouchers) {
    if (flowVersionId === null) continue;
    const flow = await cache.flow(tx, flowVersionId, cached.book);
    for (const { connectionId, until } of flow.targets) {
      owed.push({
        bookId: voucher.bookId,
        connectionId,
        kind: 'voucher',
        businessKey: businessKeyOf(cached, voucher.id),
        voucherId: voucher.id,
        documentId: null,
        until,
        payload: null,
      });
    }
  }
  await owe(tx, owed);
}

/** What a target is asked for: installation, book and voucher, e.g. `3f9a1c-demo-118`. */
function businessKeyOf({ keyPrefix, book }: CachedBook, voucherId: bigint): string {
  return `${keyPrefix}-${book.code}-${voucherId}`;
}
