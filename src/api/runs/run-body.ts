import Type from 'typebox';
import { Id, orNull } from '#api/http/schemas.ts';
import type { Names } from '#api/names.ts';
import { auditNames } from '#storage/audit-names.ts';
import type { Tx } from '#storage/database.ts';
import { countWaitingOf } from '#storage/run-control.ts';
import type { RunRow } from '#storage/runs.ts';

const STATES = ['running', 'paused', 'collected', 'done', 'failed', 'cancelled'] as const;

export const RunState = Type.Union(STATES.map((state) => Type.Literal<(typeof STATES)[number]>(state)));

export const RunBody = Type.Object(
  {
    id: Id,
    flow: orNull(Type.String()),
    connection: orNull(Type.String()),
    kind: Type.String(),
    state: RunState,
    collected: Type.Integer({ description: 'Records saved for the first time' }),
    repeated: Type.Integer({ description: 'Records that had come before' }),
    posted: Type.Integer(),
    held: Type.Integer(),
    ignored: Type.Integer(),
    waiting: Type.Integer({ description: 'Still on the lane, or put aside while the run waits' }),
    done: Type.Integer({ description: 'Posted, held or passed over' }),
    expected: orNull(
      Type.Integer({ description: 'How many there will be; null while the source is still being read' }),
    ),
    perSecond: orNull(Type.Number({ description: 'Settled a second so far, pauses not counted' })),
    eta: orNull(Type.String({ description: 'When the rest will be settled at this rate' })),
    startedAt: Type.String(),
    startedBy: Type.String(),
    startedByName: orNull(Type.String({ description: 'Of a person or client, as long as it is there' })),
    collectedAt: orNull(Type.String()),
    finishedAt: orNull(Type.String()),
    pausedAt: orNull(Type.String()),
    changedBy: orNull(Type.String({ description: 'Who paused, resumed or cancelled it last' })),
    replayOf: orNull(Type.String({ description: 'The run whose records it puts before their flow again' })),
    error: orNull(Type.Unknown()),
  },
  { $id: 'Run' },
);

/** Runs as they travel, each with how far it is. */
export async function runBodies(
  tx: Tx,
  rows: readonly RunRow[],
  { names, now }: { names: Names; now: () => Date },
) {
  const unfinished = rows.filter(({ state }) => state !== 'done' && state !== 'cancelled');
  const waiting =
    unfinished.length === 0
      ? new Map<bigint, number>()
      : await countWaitingOf(
          tx,
          unfinished.map((row) => row.run_id),
        );
  const people = await auditNames(tx, [...new Set(rows.map((row) => row.started_by))]);
  return rows.map((row) => ({
    ...factsOf(row, names),
    startedByName: people.get(row.started_by) ?? null,
    ...progressOf(row, { waiting: waiting.get(row.run_id) ?? 0, now: now() }),
  }));
}

/** One run as it travels. */
export async function runBody(tx: Tx, row: RunRow, context: { names: Names; now: () => Date }) {
  const [body] = await runBodies(tx, [row], context);
  return body!;
}

/** Which run it is, and what it has done so far. */
export function runCounts(row: RunRow, names: Names) {
  return {
    id: String(row.run_id),
    flow: names.flow(row.flow_id),
    connection: names.connection(row.connection_id),
    kind: row.kind,
    state: row.state,
    collected: Number(row.collected),
    repeated: Number(row.repeated),
    posted: Number(row.posted),
    held: Number(row.held),
    ignored: Number(row.ignored),
  };
}

function factsOf(row: RunRow, names: Names) {
  return {
    ...runCounts(row, names),
    startedAt: row.started_at.toISOString(),
    startedBy: row.started_by,
    collectedAt: row.collected_at?.toISOString() ?? null,
    finishedAt: row.finished_at?.toISOString() ?? null,
    pausedAt: row.paused_at?.toISOString() ?? null,
    changedBy: row.changed_by,
    replayOf: row.replay_of === null ? null : String(row.replay_of),
    error: row.error,
  };
}

function progressOf(row: RunRow, { waiting, now }: { waiting: number; now: Date }) {
  const done = Number(row.posted + row.held + row.ignored);
  const isRead = row.collected_at !== null || row.finished_at !== null;
  const expected = row.expected === null ? (isRead ? done + waiting : null) : Number(row.expected);
  const end = row.finished_at ?? row.paused_at ?? now;
  const seconds = (end.getTime() - row.started_at.getTime() - Number(row.paused_ms)) / 1000;
  const perSecond = done > 0 && seconds > 0 ? Number((done / seconds).toPrecision(4)) : null;
  const isMoving = row.state === 'running' || row.state === 'collected';
  const left = expected === null || !isMoving ? 0 : Math.max(expected - done, 0);
  const eta =
    left > 0 && perSecond !== null ? new Date(now.getTime() + (left / perSecond) * 1000).toISOString() : null;
  return { waiting, done, expected, perSecond, eta };
}
