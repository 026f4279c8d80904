import { collectorOf } from '#connectors/kit/collector.ts';
import { Fault, RefusalError } from '#core/trouble/trouble.ts';
import type { Connections } from '#pipeline/connections.ts';
import { requireUnpaused } from '#pipeline/pause-connection.ts';
import { readCursor } from '#storage/connections.ts';
import type { Database } from '#storage/database.ts';
import type { FlowRow } from '#storage/flows.ts';
import { stopCollector } from '#storage/run-control.ts';
import { endCollecting, failRun, findRun } from '#storage/runs.ts';
import { beginRun, type RunToBegin } from './begin-run.ts';
import { savePage } from './save-page.ts';

export interface Collecting {
  readonly flow: FlowRow;
  readonly startedBy: string;
  readonly signal: AbortSignal;
  /** Hears the run's id before the first page is asked for. */
  readonly started?: (runId: bigint) => void;
  /** A run that waited and goes on, instead of a new one. */
  readonly goOn?: bigint;
}

export interface CollectContext {
  readonly database: Database;
  readonly connections: Connections;
  readonly pauseAt?: (point: string) => Promise<void>;
}

/**
 * Collects what is new for a flow since the cursor, page by page; each page and its cursor are one transaction, so
 * whoever goes on after a crash begins where the last page was safe. Returns the run.
 */
export async function collectFlow(context: CollectContext, work: Collecting): Promise<bigint> {
  const { flow, signal } = work;
  const { database } = context;
  const runId = work.goOn ?? (await beginRun(database, runOf(work)));
  work.started?.(runId);
  try {
    if (await collectPages(context, { flow, runId, signal })) await endCollecting(database, runId);
  } catch (error) {
    await failRun(database, runId, describeTrouble(error));
    if (error instanceof RefusalError)
      await context.connections.markBroken(flow.connection_id, error.refusal);
    if (error instanceof Fault && error.retry.kind === 'never') {
      await context.connections.markBroken(flow.connection_id, error);
    }
    throw error;
  }
  return runId;
}

function runOf({ flow, startedBy }: Collecting): RunToBegin {
  return {
    kind: 'collect',
    flowId: flow.flow_id,
    connectionId: flow.connection_id,
    of: flow.code,
    startedBy,
  };
}

/** False where the run was told to wait or called off before the source was read to its end. */
async function collectPages(
  context: CollectContext,
  { flow, runId, signal }: { flow: FlowRow; runId: bigint; signal: AbortSignal },
): Promise<boolean> {
  const { database, pauseAt } = context;
  const connection = await context.connections.get(flow.connection_id);
  const collect = collectorOf(connection.connector, flow.kind);
  if (!collect) {
    throw new Fault('collect_unsupported', {
      retry: { kind: 'never' },
      params: { connector: connection.connector.name, kind: flow.kind },
    });
  }
  const cursor = await readCursor(database, flow.connection_id, flow.kind);
  await requireUnpaused(database, flow.connection_id);
  for await (const page of collect(connection.client, cursor, signal)) {
    await pauseAt?.('before-record-save');
    await database.transaction((tx) =>
      savePage(tx, {
        connectionId: flow.connection_id,
        runId,
        records: page.records,
        cursor: { kind: flow.kind, cursor: page.cursor },
      }),
    );
    await pauseAt?.('after-record-save');
    signal.throwIfAborted();
    if (!(await mayGoOn(database, runId))) return false;
    await requireUnpaused(database, flow.connection_id);
  }
  return true;
}

/** Asked after every page. Whoever steps aside for a pause says so in the same breath, so that a resumed run is never read twice. */
async function mayGoOn(database: Database, runId: bigint): Promise<boolean> {
  const run = await findRun(database, runId);
  if (run?.state === 'cancelled') return false;
  return run?.state !== 'paused' || !(await stopCollector(database, runId));
}

/** Trouble as a run keeps it: code and parameters of what we know, the kind of anything else. */
export function describeTrouble(error: unknown): { code: string; params: Readonly<Record<string, string>> } {
  if (error instanceof Fault) return { code: error.code, params: error.params };
  if (error instanceof RefusalError) {
    const { code, at, params } = error.refusal;
    return { code, params: { ...params, ...(at === undefined ? {} : { at }) } };
  }
  const reason = error instanceof Error ? error.message.slice(0, 300) : String(error);
  return { code: 'processing_failed', params: { reason } };
}
