import type { Tx } from '#storage/database.ts';
import type { BookCache, CachedBook, PublishedFlow } from './book-cache.ts';
import { loadCorrections } from './load-corrections.ts';
import { type MappedItem, mapItems } from './map-items.ts';
import type { WorkItem } from './work-item.ts';

/** Items mapped by the master data of a book as they were at this version. */
export interface MappedBatch {
  readonly masterVersion: bigint;
  readonly mapped: readonly MappedItem[];
}

/** Maps a batch with the flows and corrections it needs. By position of the items. */
export async function mapBatch(
  tx: Tx,
  cache: BookCache,
  { cached, items }: { cached: CachedBook; items: readonly WorkItem[] },
): Promise<MappedItem[]> {
  const flows = new Map<number, PublishedFlow>();
  for (const { flowVersionId } of items) {
    if (!flows.has(flowVersionId)) flows.set(flowVersionId, await cache.flow(tx, flowVersionId, cached.book));
  }
  return mapItems(items, {
    flowOf: (item) => flows.get(item.flowVersionId)!,
    crosswalk: cached.crosswalk,
    correctionsOf: await loadCorrections(tx, items),
  });
}
