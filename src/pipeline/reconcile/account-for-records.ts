import { lostRecords } from '#storage/accounting-for.ts';
import { countSettled, type SettledCount } from '#storage/reconcile-reads.ts';
import { type Difference, decideRepair } from './difference.ts';
import type { ReconcileScope } from './reconcile-scope.ts';

const PAGE = 20_000;

/** Says what became of every record of a connection; those of which nothing came are differences. */
export async function accountForRecords(
  { database, connectionId }: ReconcileScope,
  found: (difference: Difference) => void,
): Promise<readonly SettledCount[]> {
  for (let after: bigint | null = 0n; after !== null; ) {
    const page = await lostRecords(database, { connectionId }, { after, limit: PAGE });
    for (const { record_id: recordId, external_id, flow_id: flowId, flow, book_id: bookId } of page.lost) {
      found({
        code: 'source_lost',
        bookId,
        key: `${flow} ${recordId}`,
        params: { record: String(recordId), external: external_id, flow },
        repair: decideRepair('source_lost', { withdrawable: false, refused: false }),
        deliveryId: null,
        replay: { flowId, recordId },
      });
    }
    after = page.last;
  }
  return countSettled(database, connectionId);
}
