import type { DeliverContext } from '#pipeline/deliver/deliver.ts';
import { deliverBatch } from '#pipeline/deliver/deliver.ts';
import { replayRecords } from '#pipeline/post/replay.ts';
import { audit } from '#storage/audit-log.ts';
import type { DeliveryKind } from '#storage/deliveries.ts';
import { listFlows } from '#storage/flows.ts';
import { countUnsettled, oweAgain, oweWithdrawals } from '#storage/reconcile-reads.ts';
import type { Difference } from './difference.ts';

export interface RepairContext extends DeliverContext {
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  readonly signal: AbortSignal;
}

export interface Repair {
  readonly connectionId: number;
  readonly connection: string;
  readonly differences: readonly Difference[];
  readonly by: string;
}

/**
 * Puts right what a rule can put right, and waits for it: what is twice is withdrawn, what is missing or behind is owed
 * again and asked for before it is sent, what got lost is replayed. Everything is a delivery or a replay and in the audit
 * log; interrupted, the next reconciliation goes on. Returns how many differences were worked on.
 */
export async function repairDifferences(context: RepairContext, repair: Repair): Promise<number> {
  const { connectionId } = repair;
  const ofKind = (kind: Difference['repair']) => repair.differences.filter((one) => one.repair === kind);
  const withdraw = ofKind('withdraw_and_redeliver');
  const redeliver = [...withdraw, ...ofKind('redeliver')];
  await context.database.transaction((tx) =>
    audit(tx, {
      actor: repair.by,
      action: 'reconcile.repair',
      subject: `connection:${repair.connection}`,
      details: { withdraw: withdraw.length, redeliver: redeliver.length, replay: ofKind('replay').length },
    }),
  );
  await oweWithdrawals(context.database, idsOf(withdraw));
  await deliverAll(context, { connectionId, kind: 'withdraw', keys: keysOf(withdraw) });
  await oweAgain(context.database, idsOf(redeliver));
  await deliverAll(context, { connectionId, kind: 'voucher', keys: keysOf(redeliver) });
  return redeliver.length + (await replayLost(context, repair, ofKind('replay')));
}

function idsOf(differences: readonly Difference[]): bigint[] {
  return [...new Set(differences.flatMap(({ deliveryId }) => deliveryId ?? []))];
}

function keysOf(differences: readonly Difference[]): string[] {
  return [...new Set(differences.map(({ key }) => key))];
}

const POLL_MS = 200;
/** A target that is down stays down for longer than anybody watches a command; the worker goes on. */
const PATIENCE_ROUNDS = 150;

async function deliverAll(
  context: RepairContext,
  work: { connectionId: number; kind: DeliveryKind; keys: readonly string[] },
): Promise<void> {
  for (let idle = 0; idle < PATIENCE_ROUNDS && !context.signal.aborted; ) {
    if ((await countUnsettled(context.database, work.connectionId, work)) === 0) return;
    const touched = await deliverBatch(context, work);
    if (touched > 0) continue;
    idle += 1;
    await context.sleep(POLL_MS, context.signal);
  }
}

async function replayLost(
  { database }: RepairContext,
  { by }: Repair,
  differences: readonly Difference[],
): Promise<number> {
  const lost = differences.flatMap(({ replay }) => replay ?? []);
  const flows = new Map((await listFlows(database)).map((flow) => [flow.flow_id, flow]));
  for (const [flowId, records] of Map.groupBy(lost, (one) => one.flowId)) {
    const recordIds = records.map(({ recordId }) => recordId);
    await database.transaction((tx) => replayRecords(tx, { flow: flows.get(flowId)!, recordIds, by }));
  }
  return lost.length;
}
