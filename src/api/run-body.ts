import Type from 'typebox';
import type { Tx } from '#storage/database.ts';
import { laneLength } from '#storage/lane.ts';
import type { RunRow } from '#storage/runs.ts';
import { Id, orNull } from './http/schemas.ts';
import type { Names } from './names.ts';

export const RunBody = Type.Object(
  {
    id: Id,
    flow: orNull(Type.String()),
    connection: orNull(Type.String()),
    kind: Type.String(),
    state: Type.Union([
      Type.Literal('running'),
      Type.Literal('collected'),
      Type.Literal('done'),
      Type.Literal('failed'),
    ]),
    collected: Type.Integer({ description: 'Records saved for the first time' }),
    repeated: Type.Integer({ description: 'Records that had come before' }),
    posted: Type.Integer(),
    held: Type.Integer(),
    ignored: Type.Integer(),
    waiting: Type.Optional(Type.Integer({ description: 'Still on the lane' })),
    startedAt: Type.String(),
    startedBy: Type.String(),
    collectedAt: orNull(Type.String()),
    finishedAt: orNull(Type.String()),
    error: orNull(Type.Unknown()),
  },
  { $id: 'Run' },
);

export function runBody(row: RunRow, names: Names) {
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
    startedAt: row.started_at.toISOString(),
    startedBy: row.started_by,
    collectedAt: row.collected_at?.toISOString() ?? null,
    finishedAt: row.finished_at?.toISOString() ?? null,
    error: row.error,
  };
}

/** The run with how much of it still waits to be posted. */
export async function runProgress(tx: Tx, row: RunRow, names: Names) {
  return { ...runBody(row, names), waiting: Number(await laneLength(tx, row.run_id)) };
}
