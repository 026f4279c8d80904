import { isDeepStrictEqual } from 'node:util';
import type { Tx } from '#storage/database.ts';
import { findDocumentsOfVersions, findLivingDocuments, type LivingDocument } from '#storage/documents.ts';
import type { BookCache, CachedBook } from './book-cache.ts';
import type { Candidate } from './candidate.ts';
import { stops } from './check-entries.ts';
import { decideDocuments, documentKey } from './decide-documents.ts';
import type { MappedItem } from './map-items.ts';
import type { ItemOutcome } from './work-item.ts';

/** What is to be done with each item, by position. */
export type ItemDecision =
  | { readonly kind: 'candidate'; readonly candidate: Candidate }
  | { readonly kind: 'settled'; readonly outcome: ItemOutcome }
  /** Another item of the batch is ahead under the same key or is another version of the same thing: next round. */
  | { readonly kind: 'deferred' };

/** Holds what is unreadable, ignores what changes nothing, and leaves the candidates for the book. */
export async function decideItems(
  tx: Tx,
  cache: BookCache,
  {
    cached,
    mapped,
    isFirstRound,
  }: { cached: CachedBook; mapped: readonly MappedItem[]; isFirstRound: boolean },
): Promise<ItemDecision[]> {
  const again = isFirstRound ? mapped.filter(({ item }) => item.again) : mapped;
  const loaded = await loadStanding(tx, cached.book.id, { mapped, again });
  const living = {
    ...loaded,
    outdated: await findOutdated(tx, cache, { cached, again, byKey: loaded.byKey }),
  };
  const taken = new Set<string>();
  return mapped.map((one) => {
    const keys = [thingOf(one), ...one.documents.map(({ document }) => documentKey(document))];
    if (keys.some((key) => taken.has(key))) return { kind: 'deferred' };
    for (const key of keys) taken.add(key);
    return decideItem(one, living);
  });
}

interface Loaded {
  readonly byKey: ReadonlyMap<string, LivingDocument>;
  readonly byThing: ReadonlyMap<string, readonly LivingDocument[]>;
  /** Ids of those whose voucher would look otherwise today. */
  readonly outdated: ReadonlySet<bigint>;
}

async function loadStanding(
  tx: Tx,
  bookId: number,
  { mapped, again }: { mapped: readonly MappedItem[]; again: readonly MappedItem[] },
): Promise<Omit<Loaded, 'outdated'>> {
  const keys = mapped.flatMap(({ documents }) => documents.map(({ document }) => document));
  const byKey =
    keys.length > 0 ? await findLivingDocuments(tx, bookId, keys) : new Map<string, LivingDocument>();
  const things = again.map(({ item }) => item);
  const ofVersions = things.length > 0 ? await findDocumentsOfVersions(tx, bookId, things) : [];
  const byThing = Map.groupBy(ofVersions, (row) =>
    thingKey(row.flow_id, row.connection_id, row.record_kind, row.external_id),
  );
  return { byKey, byThing };
}

/**
 * A replay asks for the rules of today: where the posting template of a document has changed since, the document may be
 * the same and its voucher is not. Newer versions of a record leave what stands alone as long as they say the same.
 */
async function findOutdated(
  tx: Tx,
  cache: BookCache,
  work: { cached: CachedBook; again: readonly MappedItem[]; byKey: ReadonlyMap<string, LivingDocument> },
): Promise<Set<bigint>> {
  const outdated = new Set<bigint>();
  for (const { item, flow, documents } of work.again) {
    for (const { document } of documents) {
      const living = work.byKey.get(documentKey(document));
      if (living?.record_id !== item.recordId || living.flow_version_id === flow.flowVersionId) continue;
      const then = await cache.flow(tx, living.flow_version_id, work.cached.book);
      const [before, now] = [then, flow].map(({ compiled }) => compiled.templateOf(document));
      if (!isDeepStrictEqual(before, now)) outdated.add(living.document_id);
    }
  }
  return outdated;
}

/** What a flow sees as one thing, whatever its version: two flows may make different documents of one record. */
function thingOf({ item }: MappedItem): string {
  return thingKey(item.flowId, item.connectionId, item.kind, item.externalId);
}

function thingKey(...parts: readonly (string | number)[]): string {
  return JSON.stringify(parts);
}

function decideItem(mapped: MappedItem, { byKey, byThing, outdated }: Loaded): ItemDecision {
  const { item, documents, findings, flow } = mapped;
  // What could not be read is not among the documents: the rest alone may look as if nothing had changed.
  if (findings.some(({ effect }) => effect === 'block')) return settled({ kind: 'held', findings });
  const stopped = stops(findings, item.released);
  const ofThing = byThing.get(thingOf(mapped)) ?? [];
  if (documents.length === 0 && ofThing.length === 0 && !stopped) {
    return settled({ kind: 'ignored', reason: mapped.ignored ?? 'no_document_applies' });
  }
  const decision = decideDocuments(item, documents, {
    standing: { byKey, ofThing, outdated },
    onNewVersion: flow.compiled.flow.onNewVersion ?? 'hold',
  });
  // What a person released once comes back unchanged, as our own mark on it is a change to the source: nobody looks twice.
  if (decision.kind === 'ignore' && (documents.length > 0 || !stopped)) {
    return settled({ kind: 'ignored', reason: decision.reason });
  }
  if (stopped || decision.kind === 'ignore') return settled({ kind: 'held', findings });
  if (decision.kind === 'hold')
    return settled({ kind: 'held', findings: [...findings, ...decision.findings] });
  return { kind: 'candidate', candidate: { mapped, post: decision.post, reverse: decision.reverse } };
}

function settled(outcome: ItemOutcome): ItemDecision {
  return { kind: 'settled', outcome };
}
