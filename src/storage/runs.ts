import type { Tx } from './database.ts';

export type RunKind = 'collect' | 'import' | 'replay' | 'api';

export interface RunRow {
  readonly run_id: bigint;
  readonly flow_id: number | null;
  readonly connection_id: number | null;
  readonly kind: RunKind;
  readonly state: 'running' | 'collected' | 'done' | 'failed';
  readonly expected: bigint | null;
  readonly collected: bigint;
  readonly repeated: bigint;
  readonly posted: bigint;
  readonly held: bigint;
  readonly ignored: bigint;
  readonly started_at: Date;
  readonly collected_at: Date | null;
  readonly finished_at: Date | null;
  readonly started_by: string;
  readonly error: unknown;
  readonly notes: unknown;
}

export interface NewRun {
  readonly kind: RunKind;
  readonly flowId?: number | null;
  readonly connectionId?: number | null;
  readonly startedBy: string;
}

export async function startRun(tx: Tx, run: NewRun): Promise<bigint> {
  const [row] = await tx.query<{ run_id: bigint }>(
    'insert into runs (kind, flow_id, connection_id, started_by) values ($1, $2, $3, $4) returning run_id',
    [run.kind, run.flowId ?? null, run.connectionId ?? null, run.startedBy],
  );
  return row!.run_id;
}

/** What happened to a number of records of a run. */
export interface RunProgress {
  readonly collected?: number;
  readonly repeated?: number;
  readonly posted?: number;
  readonly held?: number;
  readonly ignored?: number;
}

export async function addToRun(tx: Tx, runId: bigint, progress: RunProgress): Promise<void> {
  await tx.query(
    `update runs set collected = collected + $2, repeated = repeated + $3, posted = posted + $4, held = held + $5,
            ignored = ignored + $6, heartbeat_at = now() where run_id = $1`,
    [
      runId,
      progress.collected ?? 0,
      progress.repeated ?? 0,
      progress.posted ?? 0,
      progress.held ?? 0,
      progress.ignored ?? 0,
    ],
  );
}

/** Everything the source had is stored; the run is done when its lane is empty. */
export async function endCollecting(tx: Tx, runId: bigint, notes?: unknown): Promise<void> {
  await tx.query(
    "update runs set state = 'collected', collected_at = now(), notes = $2 where run_id = $1 and state = 'running'",
    [runId, notes === undefined ? null : JSON.stringify(notes)],
  );
}

export async function failRun(tx: Tx, runId: bigint, error: unknown): Promise<void> {
  await tx.query(
    "update runs set state = 'failed', finished_at = now(), error = $2 where run_id = $1 and state = 'running'",
    [runId, JSON.stringify(error)],
  );
}

/** Marks runs done that have nothing left on the lane or waiting to be summarised. Returns them. */
export async function finishRuns(tx: Tx): Promise<bigint[]> {
  const rows = await tx.query<{ run_id: bigint }>(
    `update runs r set state = 'done', finished_at = now()
      where r.state = 'collected' and not exists (select from lane l where l.run_id = r.run_id)
        and not exists (select from documents d where d.run_id = r.run_id and d.state = 'staged'
                         and d.book_id in (select book_id from books))
  returning r.run_id`,
  );
  return rows.map((row) => row.run_id);
}

/** Ends the collecting of runs whose process died: what they stored is posted, the next run goes on from the cursor. */
export async function endInterruptedRuns(tx: Tx, silentMs: number): Promise<bigint[]> {
  const rows = await tx.query<{ run_id: bigint }>(
    `update runs set state = 'collected', collected_at = now(), error = $2
      where state = 'running' and heartbeat_at < now() - make_interval(secs => $1) returning run_id`,
    [silentMs / 1000, JSON.stringify({ code: 'run_interrupted', params: {} })],
  );
  return rows.map((row) => row.run_id);
}

export async function findRun(tx: Tx, runId: bigint): Promise<RunRow | null> {
  const [row] = await tx.query<RunRow>('select * from runs where run_id = $1', [runId]);
  return row ?? null;
}

export async function listRuns(tx: Tx, page: { after?: bigint; limit: number }): Promise<RunRow[]> {
  return tx.query<RunRow>(
    'select * from runs where ($1::int8 is null or run_id < $1) order by run_id desc limit $2',
    [page.after ?? null, page.limit],
  );
}
