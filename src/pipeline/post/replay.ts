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
}

/**
 * Puts records before their flow again, under the version that is published now. What is unchanged stays as it is;
 * what was held may pass; what maps to something else is reversed and posted anew, or held, as the flow says.
 * Returns the run.
 */
export async function replayRecords(tx: Tx, { flow, recordIds, by, released = [] }: Replay): Promise<bigint> {
  const runId = await startRun(tx, {
    kind: 'replay',
    flowId: flow.flow_id,
    connectionId: flow.connection_id,
    startedBy: by,
  });
  await putOnLane(
    tx,
    recordIds.map((recordId) => ({
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
  await audit(tx, {
    actor: by,
    action: released.length > 0 ? 'exception.release' : 'record.replay',
    subject: `flow:${flow.code}`,
    details: { records: recordIds.length, run: String(runId), released },
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
  const settled = [{ flowId: exception.flow_id, recordId: exception.record_id }];
  await closeExceptions(tx, settled, { state: 'dismissed', by, note });
  await audit(tx, {
    actor: by,
    action: 'exception.dismiss',
    subject: `exception:${exception.exception_id}`,
    details: { note, codes: exception.codes },
  });
}
