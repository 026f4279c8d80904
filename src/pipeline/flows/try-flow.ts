import type { Document } from '#core/documents/document.ts';
import { type StoredContent, serialiseContent } from '#core/documents/serialise.ts';
import type { MappedRecord } from '#core/flows/compile-flow.ts';
import type { Finding } from '#core/validation/finding.ts';
import { loadCorrections } from '#pipeline/post/load-corrections.ts';
import { sha256 } from '#pipeline/post/merkle.ts';
import { type PostContext, postBatch } from '#pipeline/post/post-batch.ts';
import type { ItemOutcome, WorkItem } from '#pipeline/post/work-item.ts';
import { readBookHead } from '#storage/book-head.ts';
import type { Tx } from '#storage/database.ts';
import type { FlowRow, FlowVersionRow } from '#storage/flows.ts';
import { lockBook } from '#storage/ledger.ts';
import { findRecord, findSameRecord, insertRecords, listRecords, type RecordRow } from '#storage/records.ts';
import type { NameRecord } from './name-record.ts';

const LOCK_WAIT_MS = 20_000;

export interface Trial {
  readonly flow: FlowRow;
  readonly version: FlowVersionRow;
  /** Records as their system would send them. */
  readonly samples: readonly Uint8Array[];
  readonly nameOf: NameRecord;
  /** How many of the newest stored records to try as well. */
  readonly stored: number;
}

/** A document as JSON holds it, and which of several of its record it is: `refunds[1].`, else `''`. */
export interface MappedContent extends StoredContent {
  readonly place: string;
}

export interface Tried {
  /** Null for a sample: the record it was for a moment is gone. */
  readonly recordId: bigint | null;
  readonly externalId: string;
  readonly outcome: ItemOutcome;
  /** What mapping made of it, also where it would be held. */
  readonly mapped: readonly MappedContent[];
  readonly findings: readonly Finding[];
}

/**
 * What a flow version would do with these records: saved, mapped and posted by the very code that does it for good.
 * The caller rolls the transaction back.
 */
export async function tryFlow(tx: Tx, context: PostContext, trial: Trial): Promise<Tried[]> {
  await lockBook(tx, trial.flow.book_id, LOCK_WAIT_MS);
  const samples = await saveSamples(tx, trial);
  const records = [...samples, ...(await storedRecords(tx, trial, samples))];
  const tried = await tryRecords(tx, context, { ...trial, records });
  return tried.map((one, i) => (i < samples.length ? { ...one, recordId: null } : one));
}

/** The same for one stored record; null where it is gone. */
export async function tryRecord(
  tx: Tx,
  context: PostContext,
  { flow, version, recordId }: Pick<Trial, 'flow' | 'version'> & { readonly recordId: bigint },
): Promise<Tried | null> {
  await lockBook(tx, flow.book_id, LOCK_WAIT_MS);
  const record = await findRecord(tx, recordId);
  if (!record) return null;
  const [tried] = await tryRecords(tx, context, { flow, version, records: [record] });
  return tried ?? null;
}

async function tryRecords(
  tx: Tx,
  context: PostContext,
  { flow, version, records }: Pick<Trial, 'flow' | 'version'> & { readonly records: readonly RecordRow[] },
): Promise<Tried[]> {
  const items = records.map((record) => itemOf(record, { flow, version }));
  const { outcomes } = await postBatch(tx, context, { bookId: flow.book_id, items });
  const { masterVersion } = await readBookHead(tx, flow.book_id);
  const { book, crosswalk } = await context.cache.book(tx, flow.book_id, masterVersion);
  const { compiled } = await context.cache.flow(tx, version.flow_version_id, book);
  const correctionsOf = await loadCorrections(tx, items);
  return records.map((record, i) => {
    const raw = parsed(record.raw);
    const corrections = () => correctionsOf(items[i]!);
    const [mapped] = raw === undefined ? [] : compiled.run([raw], { crosswalk, corrections });
    const outcome = outcomes[i]!;
    return {
      recordId: record.record_id,
      externalId: record.external_id,
      outcome,
      mapped: mapped ? contentsOf(mapped) : [],
      findings: outcome.kind === 'held' ? outcome.findings : outcome.kind === 'posted' ? outcome.flags : [],
    };
  });
}

/** Every document as JSON holds it, also those that could not be built, as far as they could be read. */
function contentsOf({ sketches }: MappedRecord): MappedContent[] {
  return sketches.map(({ place, number, date, ...read }) => {
    const document: Document = { ...read, number: number ?? '', date: date ?? '', provenance: [] };
    return { ...JSON.parse(serialiseContent(document)), place };
  });
}

async function saveSamples(tx: Tx, { flow, samples, nameOf }: Trial): Promise<RecordRow[]> {
  const connectionId = flow.connection_id;
  const rows: RecordRow[] = [];
  for (const raw of samples) {
    const record = {
      kind: flow.kind,
      externalId: nameOf(raw),
      contentHash: sha256(raw),
      mediaType: 'application/json',
      raw,
      changedAt: null,
      refusal: null,
    };
    const [inserted] = await insertRecords(tx, { connectionId, runId: null }, [record]);
    const recordId = inserted?.recordId ?? (await findSameRecord(tx, { ...record, connectionId }));
    const row = recordId === null ? null : await findRecord(tx, recordId);
    if (row) rows.push(row);
  }
  return rows;
}

async function storedRecords(
  tx: Tx,
  { flow, stored }: Trial,
  samples: readonly RecordRow[],
): Promise<RecordRow[]> {
  if (stored === 0) return [];
  const taken = new Set(samples.map((row) => row.record_id));
  const connectionId = flow.connection_id;
  const heads = await listRecords(tx, { connectionId, kind: flow.kind, limit: stored + samples.length });
  const rows: RecordRow[] = [];
  for (const head of heads.filter((one) => !taken.has(one.record_id)).slice(0, stored)) {
    const row = await findRecord(tx, head.record_id);
    if (row) rows.push(row);
  }
  return rows;
}

/** `again`: whatever stands from it already is looked at, as in a replay. */
function itemOf(row: RecordRow, { flow, version }: Pick<Trial, 'flow' | 'version'>): WorkItem {
  return {
    recordId: row.record_id,
    connectionId: row.connection_id,
    kind: row.kind,
    externalId: row.external_id,
    raw: row.raw,
    changedAt: row.changed_at,
    refusal: row.refusal,
    flowId: flow.flow_id,
    flowVersionId: version.flow_version_id,
    runId: null,
    again: true,
    released: [],
    receivedAtMs: performance.now(),
  };
}

function parsed(raw: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(raw).toString());
  } catch {
    return undefined;
  }
}
