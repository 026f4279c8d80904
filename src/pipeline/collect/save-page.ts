import { createHash } from 'node:crypto';
import type { CollectedRecord, Cursor, FileRecord } from '#connectors/kit/connector.ts';
import { saveCursor } from '#storage/connections.ts';
import type { Tx } from '#storage/database.ts';
import { type FlowRow, flowsFor } from '#storage/flows.ts';
import { putOnLane } from '#storage/lane.ts';
import { insertRecords, type NewRecord } from '#storage/records.ts';
import { clearLane, putLaneAside } from '#storage/run-control.ts';
import { addToRun, type RunState } from '#storage/runs.ts';

export interface Page {
  readonly connectionId: number;
  readonly runId: bigint | null;
  readonly records: readonly (CollectedRecord | FileRecord)[];
  /** Moves the cursor of this kind in the same transaction; absent for webhooks and files. */
  readonly cursor?: { readonly kind: string; readonly cursor: Cursor };
}

export interface SavedPage {
  readonly saved: number;
  readonly repeated: number;
  /** Of its run; null without one. What a run that waits or is called off brings in is kept, and not posted. */
  readonly runState: RunState | null;
}

/**
 * Saves a page of records, puts each new one before every flow that wants it and moves the cursor: all or nothing.
 * What is already there in the same words is counted as repeated and changes nothing.
 */
export async function savePage(tx: Tx, page: Page): Promise<SavedPage> {
  const records = page.records.map(newRecord);
  const inserted = await insertRecords(tx, page, records);
  const flowsOf = await flowsByKind(tx, page.connectionId, records);
  await putOnLane(
    tx,
    inserted.flatMap((row, i) =>
      row === null
        ? []
        : (flowsOf.get(records[i]!.kind) ?? []).map((flow) => ({
            bookId: flow.book_id,
            recordId: row.recordId,
            flowId: flow.flow_id,
            flowVersionId: flow.published_version_id!,
            runId: page.runId,
            again: row.again,
          })),
    ),
  );
  if (page.cursor) await saveCursor(tx, page.connectionId, page.cursor);
  const saved = inserted.filter((row) => row !== null).length;
  const repeated = inserted.length - saved;
  const runState =
    page.runId === null ? null : await addToRun(tx, page.runId, { collected: saved, repeated });
  if (page.runId !== null) await keepFromLane(tx, page.runId, runState);
  return { saved, repeated, runState };
}

/** Nobody has seen these rows yet: they become visible with the page. */
async function keepFromLane(tx: Tx, runId: bigint, state: RunState | null): Promise<void> {
  if (state === 'paused') await putLaneAside(tx, runId);
  if (state === 'cancelled') await addToRun(tx, runId, { ignored: await clearLane(tx, runId) });
}

function newRecord(record: CollectedRecord | FileRecord): NewRecord {
  return {
    kind: record.kind,
    externalId: record.externalId,
    contentHash: createHash('sha256').update(record.raw).digest(),
    mediaType: record.mediaType,
    raw: record.raw,
    changedAt: record.changedAt ?? null,
    refusal: ('refusal' in record && record.refusal) || null,
  };
}

async function flowsByKind(
  tx: Tx,
  connectionId: number,
  records: readonly NewRecord[],
): Promise<Map<string, FlowRow[]>> {
  const kinds = [...new Set(records.map((record) => record.kind))];
  const flows = new Map<string, FlowRow[]>();
  for (const kind of kinds) flows.set(kind, await flowsFor(tx, connectionId, kind));
  return flows;
}
