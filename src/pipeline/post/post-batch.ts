import type { Book } from '#core/ledger/book.ts';
import type { Finding } from '#core/validation/finding.ts';
import type { Tx } from '#storage/database.ts';
import { findDocumentsOfVersions, findLivingDocuments, type LivingDocument } from '#storage/documents.ts';
import type { BookCache, CachedBook, PublishedFlow } from './book-cache.ts';
import { checkDrafts } from './check-drafts.ts';
import { type Digested, decideDocuments, documentKey } from './decide-documents.ts';
import { draftReversals } from './draft-reversals.ts';
import { journalizeItems } from './journalize-items.ts';
import { type MappedItem, mapItems } from './map-items.ts';
import { type Settled, save } from './save.ts';
import type { ItemOutcome, WorkItem } from './work-item.ts';

export interface PostContext {
  readonly cache: BookCache;
  /** Today in the book's place, for dates that lie ahead. */
  readonly today: () => string;
  readonly postedBy: string;
}

export interface PostedBatch {
  /** By position of the items. */
  readonly outcomes: readonly ItemOutcome[];
  /** To be called once the transaction is committed. */
  readonly remember: () => void;
}

/** An item whose documents are to be posted, and what they replace. */
export interface Candidate {
  readonly index: number;
  readonly mapped: MappedItem;
  readonly post: readonly Digested[];
  readonly reverse: readonly LivingDocument[];
  readonly flags: readonly Finding[];
}

/**
 * Posts a batch of one book in the caller's transaction, which holds the book's lock:
 * map, enrich, decide against what stands, journalize, validate, save. The same call serves the lane, single
 * documents, and dry runs (the caller rolls back).
 */
export async function postBatch(
  tx: Tx,
  context: PostContext,
  work: { bookId: number; items: readonly WorkItem[] },
): Promise<PostedBatch> {
  const cached = await context.cache.book(tx, work.bookId);
  const flows = await loadFlows(tx, context.cache, cached.book, work.items);
  const mapped = mapItems(work.items, (item) => flows.get(item.flowVersionId)!, cached.crosswalk);
  const outcomes = new Array<ItemOutcome>(work.items.length);
  const candidates = await decideItems(tx, cached.book, { mapped, outcomes });
  const reversals = await draftReversals(tx, cached.book, { candidates, outcomes, preparedBy: context.postedBy });
  const journalized = journalizeItems(cached.book, { candidates: reversals.candidates, outcomes, today: context.today() });
  const checked = await checkDrafts(tx, cached.book, { journalized, outcomes, today: context.today() });
  const settled: Settled = { items: work.items, outcomes, mapped, ...checked, reversals: reversals.drafts };
  const { remember } = await save(tx, context, cached, settled);
  return { outcomes, remember };
}

async function loadFlows(
  tx: Tx,
  cache: BookCache,
  book: Book,
  items: readonly WorkItem[],
): Promise<Map<number, PublishedFlow>> {
  const flows = new Map<number, PublishedFlow>();
  for (const { flowVersionId } of items) {
    if (!flows.has(flowVersionId)) flows.set(flowVersionId, await cache.flow(tx, flowVersionId, book));
  }
  return flows;
}
