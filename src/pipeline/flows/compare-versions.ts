import type { Document } from '#core/documents/document.ts';
import { type StoredContent, serialiseContent } from '#core/documents/serialise.ts';
import type { CompiledFlow, MappedRecord } from '#core/flows/compile-flow.ts';
import { journalize } from '#core/journalize/journalize.ts';
import type { VoucherDraft } from '#core/ledger/voucher.ts';
import type { Finding } from '#core/validation/finding.ts';
import type { BookCache, CachedBook } from '#pipeline/post/book-cache.ts';
import { loadCorrections } from '#pipeline/post/load-corrections.ts';
import { readBookHead } from '#storage/book-head.ts';
import type { Tx } from '#storage/database.ts';
import type { FlowRow, FlowVersionRow } from '#storage/flows.ts';
import { findRecord, listRecords, type RecordRow } from '#storage/records.ts';

export interface Comparison {
  readonly flow: FlowRow;
  readonly before: FlowVersionRow;
  readonly after: FlowVersionRow;
  /** How many of the newest stored records. */
  readonly records: number;
}

/** What one version makes of a record, whatever stands in the book. */
export interface Made {
  readonly documents: readonly StoredContent[];
  readonly drafts: readonly VoucherDraft[];
  readonly findings: readonly Finding[];
}

/** A record of which two versions of its flow make different things. */
export interface ComparedRecord {
  readonly recordId: bigint;
  readonly externalId: string;
  readonly before: Made;
  readonly after: Made;
}

export interface Compared {
  readonly looked: number;
  /** Only those that differ. */
  readonly differing: readonly ComparedRecord[];
}

/**
 * Maps stored records under two versions and says where documents, vouchers or findings come out differently. Pure mapping
 * and journalizing: the book is not locked, and what was posted before plays no part.
 */
export async function compareVersions(tx: Tx, cache: BookCache, work: Comparison): Promise<Compared> {
  const { flow } = work;
  const { masterVersion } = await readBookHead(tx, flow.book_id);
  const cached = await cache.book(tx, flow.book_id, masterVersion);
  const [before, after] = [
    (await cache.flow(tx, work.before.flow_version_id, cached.book)).compiled,
    (await cache.flow(tx, work.after.flow_version_id, cached.book)).compiled,
  ];
  const { connection_id: connectionId, kind } = flow;
  const heads = await listRecords(tx, { connectionId, kind, limit: work.records });
  const differing: ComparedRecord[] = [];
  for (const { record_id: recordId } of heads) {
    const record = await findRecord(tx, recordId);
    const compared = record && (await compareRecord(tx, { record, flow, cached, before, after }));
    if (compared) differing.push(compared);
  }
  return { looked: heads.length, differing };
}

interface OneRecord {
  readonly record: RecordRow;
  readonly flow: FlowRow;
  readonly cached: CachedBook;
  readonly before: CompiledFlow;
  readonly after: CompiledFlow;
}

/** Null where both versions make the same of it. */
async function compareRecord(tx: Tx, work: OneRecord): Promise<ComparedRecord | null> {
  const { record, flow, cached } = work;
  const item = { recordId: record.record_id, flowId: flow.flow_id, again: true };
  const corrections = (await loadCorrections(tx, [item]))(item);
  const raw = parsed(record.raw);
  const make = (compiled: CompiledFlow): Made => {
    const ports = { crosswalk: cached.crosswalk, corrections: () => corrections };
    return madeOf(cached, compiled, compiled.run([raw], ports)[0]);
  };
  const [before, after] = [make(work.before), make(work.after)];
  if (textOf(before) === textOf(after)) return null;
  return { recordId: record.record_id, externalId: record.external_id, before, after };
}

function madeOf({ book }: CachedBook, { templates }: CompiledFlow, mapped: MappedRecord | undefined): Made {
  const documents: readonly Document[] = mapped?.documents ?? [];
  const entries = documents.flatMap((one) => journalize([one], templates, book, { preparedBy: '' }));
  return {
    documents: documents.map((one) => JSON.parse(serialiseContent(one))),
    drafts: entries.flatMap(({ draft }) => draft ?? []),
    findings: [...(mapped?.findings ?? []), ...entries.flatMap(({ findings }) => findings)],
  };
}

function textOf(made: Made): string {
  return JSON.stringify(made, (_, value) => (typeof value === 'bigint' ? String(value) : value));
}

function parsed(raw: Buffer): unknown {
  try {
    return JSON.parse(raw.toString());
  } catch {
    return null;
  }
}
