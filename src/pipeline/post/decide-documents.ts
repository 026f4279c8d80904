import type { Document } from '#core/documents/document.ts';
import type { Headline } from '#core/documents/headline.ts';
import type { Finding } from '#core/validation/finding.ts';
import type { LivingDocument } from '#storage/documents.ts';
import type { WorkItem } from './work-item.ts';

/** A mapped document with its business content as text and the hash of that. */
export interface Digested {
  readonly document: Document;
  readonly content: string;
  readonly digest: Uint8Array;
  readonly headline: Headline;
}

/** What stands in the book under the same keys, and under earlier versions of the same thing. */
export interface Standing {
  /** By `kind number`. */
  readonly byKey: ReadonlyMap<string, LivingDocument>;
  readonly ofThing: readonly LivingDocument[];
  /** Ids of documents whose voucher would look otherwise today. */
  readonly outdated: ReadonlySet<bigint>;
}

export type DocumentsDecision =
  | { readonly kind: 'post'; readonly post: readonly Digested[]; readonly reverse: readonly LivingDocument[] }
  | { readonly kind: 'hold'; readonly findings: readonly Finding[] }
  | { readonly kind: 'ignore'; readonly reason: 'unchanged' | 'older_version' };

export function documentKey(document: { kind: string; number: string }): string {
  return `${document.kind} ${document.number}`;
}

/**
 * Decides what to do about documents of which some may stand in the book already:
 * the same content again → nothing; older than what stands → nothing; newer → reverse and post, or hold, as the
 * flow says; the same number from another record → hold, because one business fact is booked once.
 */
export function decideDocuments(
  item: WorkItem,
  documents: readonly Digested[],
  { standing, onNewVersion }: { standing: Standing; onNewVersion: 'reverse' | 'hold' },
): DocumentsDecision {
  const doubles = documents.flatMap(({ document }) => foreignDouble(item, document, standing));
  if (doubles.length > 0) return { kind: 'hold', findings: doubles };

  const own = ownStanding(item, documents, standing);
  if (own.some((living) => isOlder(item, living))) return { kind: 'ignore', reason: 'older_version' };

  const same = new Set(documents.filter((d) => isUnchanged(d, standing)));
  const post = documents.filter((document) => !same.has(document));
  const kept = new Set([...same].map(({ document }) => documentKey(document)));
  const reverse = own.filter((living) => !kept.has(documentKey(living)));
  if (post.length === 0 && reverse.length === 0) return { kind: 'ignore', reason: 'unchanged' };
  if (reverse.length > 0 && onNewVersion === 'hold' && !item.released.includes('changed_after_posting')) {
    return { kind: 'hold', findings: reverse.map(changedAfterPosting) };
  }
  return { kind: 'post', post, reverse };
}

function foreignDouble(item: WorkItem, document: Document, standing: Standing): Finding[] {
  const living = standing.byKey.get(documentKey(document));
  if (!living || isOwn(item, living)) return [];
  const { external_id: record, flow } = living;
  const params = { kind: document.kind, number: document.number, record, flow };
  return [{ code: 'duplicate_document', level: 3, effect: 'block', at: 'number', params }];
}

/** Made by this flow from a version of the same thing. What another flow made of it is a double like any other. */
function isOwn(item: WorkItem, living: LivingDocument): boolean {
  return (
    living.flow_id === item.flowId &&
    living.connection_id === item.connectionId &&
    living.record_kind === item.kind &&
    living.external_id === item.externalId
  );
}

function ownStanding(item: WorkItem, documents: readonly Digested[], standing: Standing): LivingDocument[] {
  const own = new Map(standing.ofThing.map((living) => [documentKey(living), living]));
  for (const { document } of documents) {
    const living = standing.byKey.get(documentKey(document));
    if (living && isOwn(item, living)) own.set(documentKey(living), living);
  }
  return [...own.values()];
}

/** Sources deliver out of order: what they changed earlier must not undo what they changed later. */
function isOlder(item: WorkItem, living: LivingDocument): boolean {
  if (living.record_id === item.recordId) return false;
  return item.changedAt !== null && living.changed_at !== null && item.changedAt < living.changed_at;
}

function isUnchanged({ document, digest }: Digested, { byKey, outdated }: Standing): boolean {
  const living = byKey.get(documentKey(document));
  if (living === undefined || outdated.has(living.document_id)) return false;
  return Buffer.compare(living.digest, digest) === 0;
}

function changedAfterPosting(living: LivingDocument): Finding {
  const params = { kind: living.kind, number: living.number };
  return { code: 'changed_after_posting', level: 3, effect: 'hold', at: 'number', params };
}
