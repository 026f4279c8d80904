import { audit } from '#storage/audit-log.ts';
import type { Tx } from '#storage/database.ts';
import { closeExceptions, type ExceptionRow } from '#storage/exceptions.ts';
import type { FlowRow } from '#storage/flows.ts';
import { putOnLane, putRunOnLane } from '#storage/lane.ts';
import { endCollecting, expectOfRun, startRun } from '#storage/runs.ts';

interface Replaying {
  readonly flow: FlowRow;
  readonly by: string;
}

export interface Replay extends Replaying {
  readonly recordIds: readonly bigint[];
  /** Codes of holds that a person has looked at and lets pass. */
  readonly released?: readonly string[];
  /** Why they may pass, for the audit log. */
  readonly note?: string;
}

/**
 * Puts records before their flow again, under the version that is published now. What is unchanged stays as it is;
 * what was held may pass; what maps to something else is reversed and posted anew, or held, as the flow says.
 * Returns the run.
 */
export async function replayRecords(tx: Tx, { recordIds, released = [], ...work }: Replay): Promise<bigint> {
  const items = recordIds.map((recordId) => ({ recordId, released }));
  return replayItems(tx, { ...work, items });
}

/** A record and the codes of holds that a person lets pass for it. */
export interface ReplayItem {
  readonly recordId: bigint;
  readonly released: readonly string[];
}

/** The same where each record has its own holds to let pass. */
export async function replayItems(
  tx: Tx,
  { items, note, ...work }: Replaying & Pick<Replay, 'note'> & { readonly items: readonly ReplayItem[] },
): Promise<bigint> {
  const { flow } = work;
  const released = [...new Set(items.flatMap((item) => item.released))];
  return replay(tx, {
    ...work,
    action: released.length > 0 ? 'exception.release' : 'record.replay',
    details: { released, ...(note === undefined ? {} : { note }) },
    put: async (runId) => {
      const entries = items.map((item) => ({ ...laneEntry(flow, runId), ...item, again: true }));
      await putOnLane(tx, entries);
      return BigInt(entries.length);
    },
  });
}

/** Replays every record that a run brought in for this flow, each in its newest version. */
export async function replayRun(
  tx: Tx,
  { runId: replayOf, ...work }: Replaying & { readonly runId: bigint },
): Promise<bigint> {
  const { flow } = work;
  const source = { runId: replayOf, connectionId: flow.connection_id, kind: flow.kind };
  return replay(tx, {
    ...work,
    replayOf,
    action: 'record.replay',
    details: { released: [] },
    put: (runId) => putRunOnLane(tx, source, laneEntry(flow, runId)),
  });
}

interface Replayed extends Replaying {
  readonly replayOf?: bigint;
  readonly action: string;
  readonly details: Readonly<Record<string, unknown>>;
  /** Puts the records on the lane for this run, and says how many they are. */
  readonly put: (runId: bigint) => Promise<bigint>;
}

async function replay(tx: Tx, { flow, by, replayOf, action, details, put }: Replayed): Promise<bigint> {
  const runId = await startRun(tx, {
    kind: 'replay',
    flowId: flow.flow_id,
    connectionId: flow.connection_id,
    startedBy: by,
    ...(replayOf === undefined ? {} : { replayOf }),
  });
  const records = await put(runId);
  await expectOfRun(tx, runId, records);
  await endCollecting(tx, runId);
  await audit(tx, {
    actor: by,
    action,
    subject: `flow:${flow.code}`,
    details: { records: Number(records), run: String(runId), ...details },
  });
  return runId;
}

function laneEntry(flow: FlowRow, runId: bigint) {
  const { book_id: bookId, flow_id: flowId, published_version_id: flowVersionId } = flow;
  return { bookId, flowId, flowVersionId: flowVersionId!, runId };
}

/** Closes an exception for good: a person says the record is not to be posted. */
export async function dismissException(
  tx: Tx,
  { exception, by, note }: { exception: ExceptionRow; by: string; note: string },
): Promise<void> {
  await closeAs(tx, [exception], { by, note });
  await audit(tx, {
    actor: by,
    action: 'exception.dismiss',
    subject: `exception:${exception.exception_id}`,
    details: { note, codes: exception.codes },
  });
}

/** The same for many at once, under one entry of the audit log. */
export async function dismissExceptions(
  tx: Tx,
  { exceptions, by, note }: { exceptions: readonly ExceptionRow[]; by: string; note: string },
): Promise<void> {
  await closeAs(tx, exceptions, { by, note });
  await audit(tx, {
    actor: by,
    action: 'exception.dismiss',
    subject: 'exceptions',
    details: { note, count: exceptions.length, ids: exceptions.map((row) => String(row.exception_id)) },
  });
}

async function closeAs(
  tx: Tx,
  exceptions: readonly ExceptionRow[],
  { by, note }: { by: string; note: string },
): Promise<void> {
  const settled = exceptions.map(({ flow_id: flowId, record_id: recordId }) => ({ flowId, recordId }));
  await closeExceptions(tx, settled, { state: 'dismissed', by, note });
}
