import Type from 'typebox';
import { notFound, ok } from '#api/http/answer.ts';
import { defineRoute } from '#api/http/route.ts';
import { Code, exactly, orNull, Problem } from '#api/http/schemas.ts';
import { type ConnectionActivity, readActivity } from '#storage/connection-health.ts';
import { connectionState, findConnection } from '#storage/connections.ts';

const HealthBody = Type.Object(
  {
    state: Type.String({ description: 'active, paused or broken' }),
    rehearsal: Type.Boolean({ description: 'It talks to a simulator' }),
    lastError: orNull(Type.Unknown()),
    checkedAt: orNull(Type.String()),
    lastCallAt: orNull(Type.String({ description: 'The later of the last delivery and the last run' })),
    lastRecordAt: orNull(Type.String()),
    deliveries: Type.Object({
      calls: Type.Integer(),
      failed: Type.Integer(),
      owed: Type.Integer(),
      stopped: Type.Integer(),
    }),
    runs: Type.Object({ count: Type.Integer(), failed: Type.Integer(), lastState: orNull(Type.String()) }),
    errorRate: orNull(Type.Number({ description: 'Of deliveries and runs of the last 24 hours, 0–1' })),
    circuit: orNull(
      Type.Object(
        { open: Type.Boolean(), faults: Type.Integer(), waitMs: Type.Integer() },
        { description: 'Of this process; null where it has not used the connection yet' },
      ),
    ),
    throttle: orNull(
      Type.Object({
        perSecond: Type.Number(),
        available: Type.Number({ description: 'Below zero while calls wait' }),
      }),
    ),
  },
  { $id: 'ConnectionHealth' },
);

export const getConnectionHealth = defineRoute({
  method: 'GET',
  path: '/connections/{connection}/health',
  summary: 'Say how a connection does: last call, errors of the last 24 hours, circuit, throttle',
  tag: 'Connections',
  permission: 'connections:read',
  scope: 'named',
  params: exactly({ connection: Code }),
  replies: { 200: HealthBody, 404: Problem },
  async handle({ params: { connection: code } }, { database, connections }) {
    const row = await findConnection(database, code);
    if (!row) return notFound('connection', code);
    const activity = await readActivity(database, row.connection_id);
    const open = await connections.peek(row.connection_id);
    const waitMs = open?.circuit.waitMs() ?? 0;
    return ok({
      state: connectionState(row),
      rehearsal: row.rehearsal !== null,
      lastError: row.last_error,
      checkedAt: row.checked_at?.toISOString() ?? null,
      ...activityBody(activity),
      circuit: open && { open: waitMs > 0, faults: open.circuit.faults, waitMs },
      throttle: open && {
        perSecond: open.bucket.perSecond,
        available: Number(open.bucket.available.toFixed(1)),
      },
    });
  },
});

function activityBody(activity: ConnectionActivity) {
  const { calls, calls_failed: failed, owed, stopped, runs, runs_failed: runsFailed } = activity;
  const last = [activity.last_delivery_at, activity.last_run_at].filter((at) => at !== null);
  const lastMs = Math.max(...last.map((at) => at.getTime()));
  return {
    lastCallAt: last.length === 0 ? null : new Date(lastMs).toISOString(),
    lastRecordAt: activity.last_record_at?.toISOString() ?? null,
    deliveries: { calls, failed, owed, stopped },
    runs: { count: runs, failed: runsFailed, lastState: activity.last_run_state },
    errorRate: calls + runs === 0 ? null : Number(((failed + runsFailed) / (calls + runs)).toFixed(4)),
  };
}
