import { requireUnpaused } from '#pipeline/pause-connection.ts';
import { audit } from '#storage/audit-log.ts';
import { findConnectionById } from '#storage/connections.ts';
import type { Database } from '#storage/database.ts';
import { type NewRun, startRun } from '#storage/runs.ts';

export interface RunToBegin extends NewRun {
  readonly connectionId: number;
  /** The flow, or the file that is read. */
  readonly of: string | null;
}

/** Begins a run. That somebody asked for it is in the audit log; what the clock asked for is in the list of runs alone. */
export async function beginRun(database: Database, { of, ...run }: RunToBegin): Promise<bigint> {
  const { startedBy: actor, kind, connectionId } = run;
  await requireUnpaused(database, connectionId);
  if (actor.startsWith('schedule:')) return startRun(database, run);
  return database.transaction(async (tx) => {
    const runId = await startRun(tx, run);
    const connection = (await findConnectionById(tx, connectionId))?.code ?? null;
    await audit(tx, {
      actor,
      action: 'run.start',
      subject: `run:${runId}`,
      details: { kind, connection, of },
    });
    return runId;
  });
}
