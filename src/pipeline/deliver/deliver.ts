import type { Receipt, TargetState } from '#connectors/kit/connector.ts';
import { Fault, RefusalError } from '#core/trouble/trouble.ts';
import type { Connections, OpenConnection } from '#pipeline/connections.ts';
import type { Database, Tx } from '#storage/database.ts';
import {
  claimDeliveries,
  type DeliveryKind,
  type DeliveryRow,
  type Settlement,
  settleDeliveries,
} from '#storage/deliveries.ts';
import { withdrawOutdated } from '#storage/write-backs.ts';
import { decideNextStep } from './backoff.ts';
import { type Caller, callerOf } from './caller.ts';
import { countAttempts } from './count-attempts.ts';
import { oweWriteBacks } from './write-back.ts';

export interface DeliverContext {
  readonly database: Database;
  readonly connections: Connections;
  readonly random: () => number;
  /** Longest that one call to a target may take; it is aborted then. */
  readonly callTimeoutMs: number;
  /** Overrides how long a target may still be working on a call nobody waits for. */
  readonly settleMs?: number;
  /** Hears of bugs. */
  readonly report?: (error: unknown, details: Record<string, unknown>) => void;
  /** Named places where crash tests stop the process. */
  readonly pauseAt?: (point: string) => Promise<void>;
}

/**
 * Delivers one batch of what is owed to one connection; returns how many deliveries it touched.
 *
 * Claimed in one transaction, sent outside any, settled in another. Whatever was claimed before is asked for
 * by business key first: the target has no idempotency keys, so asking is the only way not to double (Decision 7).
 */
export async function deliverBatch(
  context: DeliverContext,
  work: { connectionId: number; kind: DeliveryKind },
): Promise<number> {
  const connection = await openOrPause(context, work.connectionId);
  if (!connection || connection.circuit.waitMs() > 0) return 0;
  const caller = callerOf(context, connection, work.kind);
  if (!caller) return 0;
  const settleMs = context.settleMs ?? caller.settleMs;
  const takeOverMs = context.callTimeoutMs + settleMs;
  const rows = await context.database.transaction(async (tx) => {
    const isRehearsal = connection.row.rehearsal !== null;
    const claim = { ...work, limit: caller.batchSizeMax, takeOverMs, isRehearsal };
    const claimed = await claimDeliveries(tx, claim);
    return work.kind === 'write-back' ? withdrawOutdated(tx, claimed) : claimed;
  });
  if (rows.length === 0) return 0;
  await context.pauseAt?.('delivery-claimed');
  const settlements = await attempt(context, { connection, caller, rows, settleMs });
  await context.pauseAt?.('target-answered');
  await context.database.transaction((tx) => settle(tx, rows, settlements));
  return rows.length;
}

/** The connection, or null where it cannot even be opened: it is then marked broken and waits for a person. */
async function openOrPause(context: DeliverContext, connectionId: number): Promise<OpenConnection | null> {
  try {
    return await context.connections.get(connectionId);
  } catch (error) {
    const fault = error instanceof RefusalError ? faultOfRefusal(error) : error;
    if (!(fault instanceof Fault) || fault.retry.kind !== 'never') throw error;
    await context.connections.markBroken(connectionId, fault);
    return null;
  }
}

interface Attempt {
  readonly connection: OpenConnection;
  readonly caller: Caller;
  readonly rows: readonly DeliveryRow[];
  readonly settleMs: number;
}

async function attempt(context: DeliverContext, work: Attempt): Promise<Settlement[]> {
  const { connection, caller, rows } = work;
  const signal = AbortSignal.timeout(context.callTimeoutMs);
  try {
    await connection.bucket.take(signal);
    const receipts = await caller.call(rows, signal);
    connection.circuit.succeeded();
    const byKey = new Map(receipts.map((receipt) => [receipt.businessKey, receipt]));
    return rows.map((row) => settlementOf(context, row, byKey.get(row.business_key)));
  } catch (error) {
    const fault = asFault(error, signal);
    if (fault.code === 'processing_failed') context.report?.(error, { connection: connection.row.code });
    if (fault.retry.kind === 'retry') connection.circuit.failed();
    if (fault.retry.kind === 'never')
      await context.connections.markBroken(connection.row.connection_id, fault);
    return rows.map((row) => faultSettlement(context, row, { fault, settleMs: work.settleMs }));
  }
}

const RANK: Record<TargetState, number> = { absent: 0, saved: 1, submitted: 2, audited: 3 };

function settlementOf(context: DeliverContext, row: DeliveryRow, receipt: Receipt | undefined): Settlement {
  const base = {
    deliveryId: row.delivery_id,
    attemptId: row.attempt_id!,
    targetState: receipt?.state ?? row.target_state,
    targetId: receipt?.targetId ?? null,
    targetNumber: receipt?.targetNumber ?? null,
  };
  if (receipt?.refusal) return { ...base, state: 'refused', waitMs: 0, error: receipt.refusal };
  if (row.kind === 'withdraw') {
    if (receipt?.state === 'absent') return { ...base, state: 'done', waitMs: 0, error: null };
  } else if (receipt && RANK[receipt.state] >= RANK[row.until]) {
    return { ...base, state: 'done', waitMs: 0, error: null };
  }
  const next = decideNextStep({ kind: 'retry' }, row.attempts, context.random());
  return { ...base, ...next, error: { code: 'delivery_unfinished' } };
}

function faultSettlement(
  context: DeliverContext,
  row: DeliveryRow,
  { fault, settleMs }: { fault: Fault; settleMs: number },
): Settlement {
  // A fault of the connection as a whole (revoked credentials) is no fault of this delivery: it stays owed.
  const retry = fault.retry.kind === 'never' ? ({ kind: 'retry' } as const) : fault.retry;
  const next = decideNextStep(retry, row.attempts, context.random());
  const waitMs =
    next.state === 'owed' && fault.outcomeUnknown ? Math.max(next.waitMs, settleMs) : next.waitMs;
  return {
    deliveryId: row.delivery_id,
    attemptId: row.attempt_id!,
    state: next.state,
    targetState: row.target_state,
    targetId: null,
    targetNumber: null,
    waitMs,
    error: { code: fault.code, params: fault.params },
  };
}

/** What refuses a call as a whole (wrong credentials, no permission) needs a person, like settings that do not fit. */
function faultOfRefusal({ refusal }: RefusalError): Fault {
  return new Fault(refusal.code, { retry: { kind: 'never' }, params: refusal.params ?? {} });
}

function asFault(error: unknown, signal: AbortSignal): Fault {
  if (error instanceof Fault) return error;
  if (error instanceof RefusalError) return faultOfRefusal(error);
  if (signal.aborted)
    return new Fault('target_timeout', { retry: { kind: 'retry' }, outcomeUnknown: true, cause: error });
  // A bug of ours: counted like any failed attempt, so that it ends with a person and not in a circle.
  const reason = error instanceof Error ? error.message.slice(0, 300) : String(error);
  return new Fault('processing_failed', {
    retry: { kind: 'retry' },
    outcomeUnknown: true,
    params: { reason },
    cause: error,
  });
}

async function settle(
  tx: Tx,
  rows: readonly DeliveryRow[],
  settlements: readonly Settlement[],
): Promise<void> {
  const settled = await settleDeliveries(tx, settlements);
  const became = new Map(settlements.map((s) => [s.deliveryId, s.state]));
  await countAttempts(
    tx,
    rows
      .filter((row) => settled.has(row.delivery_id))
      .map((row) => ({ row, state: became.get(row.delivery_id)! })),
  );
  const done = new Map(settlements.filter((s) => s.state === 'done').map((s) => [s.deliveryId, s]));
  const delivered = rows.filter(
    (row) => settled.has(row.delivery_id) && done.has(row.delivery_id) && row.kind === 'voucher',
  );
  await oweWriteBacks(
    tx,
    delivered.map((row) => ({ row, targetNumber: done.get(row.delivery_id)!.targetNumber })),
  );
}
