import { findConnectionById } from '#storage/connections.ts';
import { type CorrectionRow, correctionsOfRecord } from '#storage/corrections.ts';
import type { Tx } from '#storage/database.ts';
import { documentsOfRecord } from '#storage/documents.ts';
import { type ExceptionRow, exceptionsOfRecord } from '#storage/exceptions.ts';
import { findRecord, type RecordRow } from '#storage/records.ts';
import { findRun } from '#storage/runs.ts';
import {
  heldNewsOf,
  ignoredOfRecord,
  readVersions,
  type VersionRow,
  waitingOfRecord,
} from '#storage/trace-reads.ts';
import type {
  Trace,
  TracedCorrection,
  TracedException,
  TracedRecord,
  TracedRun,
  TracedVersion,
} from './trace.ts';
import { codeOf, contextOf, type TraceContext } from './trace-context.ts';
import { traceDeliveries } from './trace-deliveries.ts';
import { traceDocument } from './trace-document.ts';

/** Everything that happened to a record, or null where there is no such record. */
export async function traceRecord(tx: Tx, recordId: bigint): Promise<Trace | null> {
  const record = await findRecord(tx, recordId);
  if (!record) return null;
  const context = await contextOf(tx);
  const documents = await documentsOfRecord(tx, recordId);
  const exceptions = await exceptionsOfRecord(tx, recordId);
  const traced: Trace['documents'][number][] = [];
  for (const row of documents) traced.push(await traceDocument(context, row));
  return {
    record: await recordOf(tx, record),
    run: record.run_id === null ? null : await runOf(context, record.run_id),
    versions: (await versionsOf(tx, record)).map(versionOf),
    documents: traced,
    exceptions: exceptions.map((exception) => exceptionOf(context, exception)),
    corrections: (await correctionsOfRecord(tx, recordId)).map((row) => correctionOf(context, row)),
    ignored: (await ignoredOfRecord(tx, recordId)).map(({ flow_id, reason, at }) => ({
      flow: codeOf(context.flowCodes, flow_id),
      reason,
      at: at.toISOString(),
    })),
    waiting: await waitingOf(context, recordId),
    heldNews: await heldNewsOfRecord(context, exceptions),
  };
}

async function recordOf(tx: Tx, row: RecordRow): Promise<TracedRecord> {
  const connection = await findConnectionById(tx, row.connection_id);
  return {
    id: String(row.record_id),
    connection: {
      code: connection?.code ?? String(row.connection_id),
      title: connection?.title ?? '',
      connector: connection?.connector ?? '',
    },
    kind: row.kind,
    externalId: row.external_id,
    mediaType: row.media_type,
    sha256: row.content_hash.toString('hex'),
    changedAt: row.changed_at?.toISOString() ?? null,
    receivedAt: row.received_at.toISOString(),
    receivedBy: row.received_by,
    bytes: row.raw.byteLength,
    raw: rawOf(row.raw),
    refusal: row.refusal,
  };
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function rawOf(raw: Buffer): TracedRecord['raw'] {
  try {
    return { encoding: 'utf-8', text: utf8.decode(raw) };
  } catch {
    return { encoding: 'base64', text: raw.toString('base64') };
  }
}

async function runOf({ tx, flowCodes }: TraceContext, runId: bigint): Promise<TracedRun | null> {
  const run = await findRun(tx, runId);
  return (
    run && {
      id: String(run.run_id),
      kind: run.kind,
      startedBy: run.started_by,
      startedAt: run.started_at.toISOString(),
      flow: run.flow_id === null ? null : codeOf(flowCodes, run.flow_id),
    }
  );
}

function versionsOf(tx: Tx, record: RecordRow): Promise<VersionRow[]> {
  const { connection_id: connectionId, kind, external_id: externalId } = record;
  return readVersions(tx, { connectionId, kind, externalId });
}

function versionOf(row: VersionRow): TracedVersion {
  return {
    recordId: String(row.record_id),
    receivedAt: row.received_at.toISOString(),
    changedAt: row.changed_at?.toISOString() ?? null,
    sha256: row.content_hash.toString('hex'),
    state: stateOf(row),
    documents: row.documents,
  };
}

/** The most telling of what may hold at once: a record may be posted by one flow and held by another. */
function stateOf({ waiting, held, ignored, documents }: VersionRow): TracedVersion['state'] {
  if (waiting) return 'waiting';
  if (held) return 'held';
  for (const state of ['posted', 'staged', 'reversed'] as const) {
    if (documents.some((document) => document.state === state)) return state;
  }
  return ignored === null ? 'unclaimed' : 'ignored';
}

function exceptionOf({ flowCodes }: TraceContext, row: ExceptionRow): TracedException {
  return {
    id: String(row.exception_id),
    flow: codeOf(flowCodes, row.flow_id),
    state: row.state,
    effect: row.effect,
    findings: row.findings,
    openedAt: row.opened_at.toISOString(),
    closedAt: row.closed_at?.toISOString() ?? null,
    closedBy: row.closed_by,
    note: row.note,
  };
}

function correctionOf({ flowCodes }: TraceContext, row: CorrectionRow): TracedCorrection {
  return {
    id: String(row.correction_id),
    flow: codeOf(flowCodes, row.flow_id),
    kind: row.kind,
    place: row.place,
    value: row.value,
    before: row.before,
    reason: row.reason,
    madeAt: row.made_at.toISOString(),
    madeBy: row.made_by,
    revokedAt: row.revoked_at?.toISOString() ?? null,
    revokedBy: row.revoked_by,
  };
}

async function waitingOf(context: TraceContext, recordId: bigint): Promise<Trace['waiting']> {
  const waiting: Trace['waiting'][number][] = [];
  for (const { flow_id, flow_version_id } of await waitingOfRecord(context.tx, recordId)) {
    const { row } = await context.versionOf(flow_version_id);
    waiting.push({ flow: codeOf(context.flowCodes, flow_id), version: row.version });
  }
  return waiting;
}

async function heldNewsOfRecord(
  context: TraceContext,
  exceptions: readonly ExceptionRow[],
): Promise<Trace['heldNews']> {
  const news: Trace['heldNews'][number][] = [];
  const [first] = exceptions;
  for (const flowId of new Set(exceptions.map((exception) => exception.flow_id))) {
    const rows = await heldNewsOf(context.tx, { flowId, recordId: first!.record_id });
    news.push(...(await traceDeliveries(context, rows)));
  }
  return news;
}
