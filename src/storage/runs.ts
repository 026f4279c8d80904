import type { Tx } from './database.ts';
import { evidenceJson } from './json-text.ts';

export type RunKind = 'collect' | 'import' | 'replay' | 'api';

export type RunState = 'running' | 'paused' | 'collected' | 'done' | 'failed' | 'cancelled';

export interface RunRow {
  readonly run_id: bigint;
  readonly flow_id: number | null;
  readonly connection_id: number | null;
  readonly kind: RunKind;
  readonly state: RunState;
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
  readonly paused_at: Date | null;
  readonly paused_ms: bigint;
  /** The run whose records this one puts before their flow again. */
  readonly replay_of: bigint | null;
  readonly changed_by: string | null;
}

export interface NewRun {
  readonly kind: RunKind;
  readonly flowId?: number | null;
  readonly connectionId?: number | null;
  readonly startedBy: string;
  readonly replayOf?: bigint;
}

export async function startRun(tx: Tx, run: NewRun): Promise<bigint> {
  const [row] = await tx.query<{ run_id: bigint }>(
    `insert into runs (kind, flow_id, connection_id, started_by, replay_of)
     values ($1, $2, $3, $4, $5) returning run_id`,
    [run.kind, run.flowId ?? null, run.connectionId ?? null, run.startedBy, run.replayOf ?? null],
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

/** Returns the state of the run: whoever adds to one that waits or is called off keeps what it has from the lane. */
export async function addToRun(tx: Tx, runId: bigint, progress: RunProgress): Promise<RunState> {
  const [row] = await tx.query<{ state: RunState }>(
    `update runs set collected = collected + $2, repeated = repeated + $3, posted = posted + $4, held = held + $5,
            ignored = ignored + $6, heartbeat_at = now() where run_id = $1 returning state`,
    [
      runId,
      progress.collected ?? 0,
      progress.repeated ?? 0,
      progress.posted ?? 0,
      progress.held ?? 0,
      progress.ignored ?? 0,
    ],
  );
  return row!.state;
}

/** How many records a run will settle, once that is known. */
export async function expectOfRun(tx: Tx, runId: bigint, expected: bigint): Promise<void> {
  await tx.query('update runs set expected = $2 where run_id = $1', [runId, expected]);
}

/** Everything the source had is stored; the run is done when its lane is empty. A run that waits goes on waiting. */
export async function endCollecting(tx: Tx, runId: bigint, notes?: unknown): Promise<void> {
  await tx.query(
    `update runs set state = case state when 'running' then 'collected' else state end, collected_at = now(), notes = $2
      where run_id = $1 and state in ('running', 'paused')`,
    [runId, notes === undefined ? null : evidenceJson(notes)],
  );
}

/** Collecting broke off. What a waiting run has stored goes on waiting. */
export async function failRun(tx: Tx, runId: bigint, error: unknown): Promise<void> {
  await tx.query(
    `update runs set state = case state when 'running' then 'failed' else state end, error = $2,
            finished_at = case state when 'running' then now() end,
            collected_at = case state when 'paused' then now() else collected_at end
      where run_id = $1 and state in ('running', 'paused')`,
    [runId, evidenceJson(error)],
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
