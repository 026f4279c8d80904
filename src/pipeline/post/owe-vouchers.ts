import { canonicalVoucher } from '#core/ledger/canonical.ts';
import type { Voucher } from '#core/ledger/voucher.ts';
import type { Tx } from '#storage/database.ts';
import { type NewDelivery, owe } from '#storage/deliveries.ts';
import type { BookCache, CachedBook } from './book-cache.ts';
import { sha256 } from './merkle.ts';

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
        businessKey: businessKeyOf(cached, voucher),
        voucherId: voucher.id,
        documentId: null,
        flowId: flow.flowId,
        until,
        payload: null,
      });
    }
  }
  await owe(tx, owed);
}

/**
 * What a target is asked for: installation, book, beginning of the voucher's hash, voucher; e.g. `3f9a1c-demo-5e1f09ab-118`.
 * The hash is for the day after a restore: voucher ids are given again then, and another voucher must not be taken for
 * the one that the target holds under the old id.
 */
function businessKeyOf({ keyPrefix, book }: CachedBook, voucher: Voucher): string {
  const hash = Buffer.from(sha256(canonicalVoucher(voucher)))
    .toString('hex')
    .slice(0, 8);
  return `${keyPrefix}-${book.code}-${hash}-${voucher.id}`;
}
