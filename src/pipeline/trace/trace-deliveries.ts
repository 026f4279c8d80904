import { attemptsOf, type DeliveryRow } from '#storage/deliveries.ts';
import type { TracedDelivery } from './trace.ts';
import type { TraceContext } from './trace-context.ts';

/** Deliveries with every attempt that was made. */
export async function traceDeliveries(
  { tx, connectionCodes }: TraceContext,
  rows: readonly DeliveryRow[],
): Promise<TracedDelivery[]> {
  const traced: TracedDelivery[] = [];
  for (const row of rows) {
    const attempts = await attemptsOf(tx, row.delivery_id);
    traced.push({
      id: String(row.delivery_id),
      connection: connectionCodes.get(row.connection_id) ?? String(row.connection_id),
      kind: row.kind,
      businessKey: row.business_key,
      state: row.state,
      targetState: row.target_state,
      targetId: row.target_id,
      targetNumber: row.target_number,
      error: row.error,
      createdAt: row.created_at.toISOString(),
      doneAt: row.done_at?.toISOString() ?? null,
      text: row.payload?.text ?? null,
      attempts: attempts.map(({ started_at, ended_at, outcome, detail }) => ({
        startedAt: started_at.toISOString(),
        endedAt: ended_at.toISOString(),
        outcome,
        detail,
      })),
    });
  }
  return traced;
}
