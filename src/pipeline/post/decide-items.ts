import type { Book } from '#core/ledger/book.ts';
import type { Tx } from '#storage/database.ts';
import { findDocumentsOfVersions, findLivingDocuments, type LivingDocument } from '#storage/documents.ts';
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
  book: Book,
  { mapped, isFirstRound }: { mapped: readonly MappedItem[]; isFirstRound: boolean },
): Promise<ItemDecision[]> {
  const living = await loadStanding(tx, book, {
    mapped,
    again: isFirstRound ? mapped.filter(({ item }) => item.again) : mapped,
  });
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
}

async function loadStanding(
  tx: Tx,
  book: Book,
  { mapped, again }: { mapped: readonly MappedItem[]; again: readonly MappedItem[] },
): Promise<Loaded> {
  const keys = mapped.flatMap(({ documents }) => documents.map(({ document }) => document));
  const byKey =
    keys.length > 0 ? await findLivingDocuments(tx, book.id, keys) : new Map<string, LivingDocument>();
  const things = again.map(({ item }) => item);
  const ofVersions = things.length > 0 ? await findDocumentsOfVersions(tx, book.id, things) : [];
  const byThing = Map.groupBy(ofVersions, (row) =>
    thingKey(row.flow_id, row.connection_id, row.record_kind, row.external_id),
  );
  return { byKey, byThing };
}

/** What a flow sees as one thing, whatever its version: two flows may make different documents of one record. */
function thingOf({ item }: MappedItem): string {
  return thingKey(item.flowId, item.connectionId, item.kind, item.externalId);
}

function thingKey(...parts: readonly (string | number)[]): string {
  return JSON.stringify(parts);
}

function decideItem(mapped: MappedItem, { byKey, byThing }: Loaded): ItemDecision {
  const { item, documents, findings, flow } = mapped;
  if (stops(findings, item.released)) return settled({ kind: 'held', findings });
  const ofThing = byThing.get(thingOf(mapped)) ?? [];
  if (documents.length === 0 && ofThing.length === 0) {
    return settled({ kind: 'ignored', reason: mapped.ignored ?? 'no_document_applies' });
  }
  const decision = decideDocuments(item, documents, {
    standing: { byKey, ofThing },
    onNewVersion: flow.compiled.flow.onNewVersion ?? 'hold',
  });
  if (decision.kind === 'ignore') return settled({ kind: 'ignored', reason: decision.reason });
  if (decision.kind === 'hold')
    return settled({ kind: 'held', findings: [...findings, ...decision.findings] });
  return { kind: 'candidate', candidate: { mapped, post: decision.post, reverse: decision.reverse } };
}

function settled(outcome: ItemOutcome): ItemDecision {
  return { kind: 'settled', outcome };
}
