import { audit } from '#storage/audit-log.ts';
import type { Tx } from '#storage/database.ts';
import { closeExceptions, type ExceptionRow } from '#storage/exceptions.ts';
import type { FlowRow } from '#storage/flows.ts';
import { putOnLane, recordsOfRun } from '#storage/lane.ts';
import { endCollecting, startRun } from '#storage/runs.ts';

export interface Replay {
  readonly flow: FlowRow;
  readonly recordIds: readonly bigint[];
  readonly by: string;
  /** Codes of holds that a person has looked at and lets pass. */
  readonly released?: readonly string[];
  /** Why they may pass, for the audit log. */
  readonly note?: string;
  /** The run that brought them in, where all of it is replayed. */
  readonly runId?: bigint;
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
  work: Pick<Replay, 'flow' | 'by' | 'note' | 'runId'> & { readonly items: readonly ReplayItem[] },
): Promise<bigint> {
  const { flow, items, by, note } = work;
  const runId = await startRun(tx, {
    kind: 'replay',
    flowId: flow.flow_id,
    connectionId: flow.connection_id,
    startedBy: by,
    expected: items.length,
    ...(work.runId === undefined ? {} : { replayOf: work.runId }),
  });
  await putOnLane(
    tx,
    items.map(({ recordId, released }) => ({
      bookId: flow.book_id,
      recordId,
      flowId: flow.flow_id,
      flowVersionId: flow.published_version_id!,
      runId,
      again: true,
      ...(released.length > 0 ? { released } : {}),
    })),
  );
  await endCollecting(tx, runId);
  const released = [...new Set(items.flatMap((item) => item.released))];
  await audit(tx, {
    actor: by,
    action: released.length > 0 ? 'exception.release' : 'record.replay',
    subject: `flow:${flow.code}`,
    details: { records: items.length, run: String(runId), released, ...(note === undefined ? {} : { note }) },
  });
  return runId;
}

/** Replays every record that a run brought in for this flow, each in its newest version. */
export async function replayRun(tx: Tx, work: { flow: FlowRow; runId: bigint; by: string }): Promise<bigint> {
  return replayRecords(tx, { ...work, recordIds: await recordsOfRun(tx, work.runId, work.flow) });
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
