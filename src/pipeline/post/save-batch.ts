import { serialiseProvenance } from '#core/documents/serialise.ts';
import type { Voucher } from '#core/ledger/voucher.ts';
import type { Finding } from '#core/validation/finding.ts';
import { type BookHead, writeBookHead } from '#storage/book-head.ts';
import type { Tx } from '#storage/database.ts';
import { insertDocuments, type NewDocument, reverseDocuments } from '#storage/documents.ts';
import type { BookCache, CachedBook } from './book-cache.ts';
import { likenessOf } from './business-checks.ts';
import type { Candidate } from './candidate.ts';
import type { Entry } from './journalize-items.ts';
import { oweVouchers } from './owe-vouchers.ts';
import type { ItemOutcome, PostedDocument } from './work-item.ts';
import { type DraftToPost, writeVouchers } from './write-vouchers.ts';

/** A candidate that passed every check. */
export interface Accepted {
  readonly candidate: Candidate;
  readonly entries: readonly Entry[];
  /** Red-letter drafts of what it replaces; they come before its own. */
  readonly reversals: readonly DraftToPost[];
  readonly flags: readonly Finding[];
}

export interface SavedBatch {
  readonly outcomes: ReadonlyMap<Candidate, ItemOutcome>;
  /** To be called once the transaction is committed. */
  readonly remember: () => void;
}

export interface BatchToSave {
  readonly cached: CachedBook;
  /** Moved along. */
  readonly head: BookHead;
  readonly accepted: readonly Accepted[];
  readonly postedBy: string;
  readonly whileWriting: (() => void) | undefined;
}

/** Writes what was accepted: vouchers, documents, deliveries owed. */
export async function saveBatch(
  tx: Tx,
  cache: BookCache,
  { cached, head, accepted, postedBy, whileWriting }: BatchToSave,
): Promise<SavedBatch> {
  const { book } = cached;
  const reversed = accepted.flatMap(({ candidate }) => candidate.reverse.map((living) => living.document_id));
  if (reversed.length > 0) await reverseDocuments(tx, book.id, reversed);
  const drafts = accepted.flatMap((one) => [...one.reversals, ...one.entries.flatMap(draftOf)]);
  const { vouchers, written, remember } = await writeVouchers(tx, cache, { book, head, drafts, postedBy });
  const voucherOf = new Map(drafts.map(({ draft }, i) => [draft, vouchers[i]!]));
  const rows: NewDocument[] = [];
  const outcomes = new Map<Candidate, ItemOutcome>();
  for (const { candidate, entries, flags } of accepted) {
    const documents = entries.map((entry) => {
      const voucher = (entry.draft && voucherOf.get(entry.draft)) ?? null;
      const documentId = head.nextDocumentId++;
      rows.push(newDocument(book.id, { entry, flags, documentId, voucher }));
      return postedDocument(entry, { documentId, voucher });
    });
    outcomes.set(candidate, { kind: 'posted', flags, documents });
  }
  const owed = drafts.map(({ flowVersionId }, i) => ({ flowVersionId, voucher: vouchers[i]! }));
  const all = Promise.all([
    written,
    insertDocuments(tx, rows),
    writeBookHead(tx, book.id, head),
    oweVouchers(tx, cache, { cached, vouchers: owed }),
  ]);
  whileWriting?.();
  await all;
  return { outcomes, remember };
}

interface Numbered {
  readonly documentId: bigint;
  readonly voucher: Voucher | null;
}

function draftOf({ draft, staged, candidate }: Entry): DraftToPost[] {
  return draft && !staged ? [{ draft, flowVersionId: candidate.mapped.flow.flowVersionId }] : [];
}

function postedDocument({ document }: Entry, { documentId, voucher }: Numbered): PostedDocument {
  return { documentId, kind: document.kind, number: document.number, voucher };
}

function newDocument(
  bookId: number,
  { entry, flags, documentId, voucher }: Numbered & { entry: Entry; flags: readonly Finding[] },
): NewDocument {
  const { document, digested, candidate } = entry;
  const { item, flow } = candidate.mapped;
  return {
    bookId,
    documentId,
    recordId: item.recordId,
    flowVersionId: flow.flowVersionId,
    kind: document.kind,
    number: document.number,
    date: document.date,
    currency: document.currency,
    state: voucher ? 'posted' : 'staged',
    voucherId: voucher?.id ?? null,
    runId: item.runId,
    changedAt: item.changedAt,
    digest: digested.digest,
    likeness: likenessOf(entry),
    amountMinor: digested.headline.amountMinor,
    partner: digested.headline.partner,
    body: digested.content,
    provenance: serialiseProvenance(document),
    flags: flags.length > 0 ? JSON.stringify(flags) : null,
  };
}
