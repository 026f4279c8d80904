import type { Receipt, TargetState } from '#connectors/kit/connector.ts';
import { assert } from '#core/trouble/trouble.ts';
import { voucherMessages } from '#pipeline/deliver/messages.ts';
import { keysUnderRepair } from '#storage/differences.ts';
import { type OwedVoucher, readOwedVouchers } from '#storage/reconcile-reads.ts';
import { type Difference, type DifferenceCode, decideRepair } from './difference.ts';
import type { ReconcileScope } from './reconcile-scope.ts';

const RANK: Readonly<Record<TargetState, number>> = { absent: 0, saved: 1, submitted: 2, audited: 3 };
/** Younger than this, owed is not late. */
const OVERDUE_MS = 3_600_000;

/**
 * Asks the target for every voucher we ever owed it, a batch at a time, and compares what it says with our receipts.
 * Returns how many were asked for.
 */
export async function compareDeliveries(
  scope: ReconcileScope,
  found: (difference: Difference) => void,
): Promise<number> {
  const delivery = scope.connection.connector.deliver?.voucher;
  assert(delivery, 'only a target is compared');
  const repairing = await keysUnderRepair(scope.database, scope.connectionId);
  let asked = 0;
  for (let after = 0n; ; ) {
    const page = { ...scope.range, after, limit: delivery.batchSizeMax, overdueMs: OVERDUE_MS };
    const rows = await readOwedVouchers(scope.database, scope.connectionId, page);
    if (rows.length === 0) return asked;
    await scope.connection.bucket.take(scope.signal);
    const receipts = await delivery.find(
      scope.connection.client,
      rows.map((row) => row.business_key),
      scope.signal,
      await voucherMessages(scope.database, rows),
    );
    const byKey = new Map(receipts.map((receipt) => [receipt.businessKey, receipt]));
    for (const row of rows) {
      const receipt = byKey.get(row.business_key);
      const difference = receipt && judge(row, receipt, repairing.has(row.business_key));
      if (difference) found(describe(scope, { row, ...difference }));
    }
    asked += rows.length;
    scope.progress(asked);
    after = rows.at(-1)!.delivery_id;
  }
}

interface Judgement {
  readonly code: DifferenceCode;
  readonly reason: string;
}

function judge(row: OwedVoucher, receipt: Receipt, underRepair: boolean): Judgement | null {
  if (row.withdrawn && !underRepair) return judgeWithdrawn(receipt);
  if (receipt.refusal && row.state === 'done')
    return { code: 'target_changed', reason: receipt.refusal.code };
  if (row.state !== 'done') return judgeUnfinished(row);
  if (receipt.state === 'absent') return { code: 'target_missing', reason: row.target_number ?? '' };
  if (RANK[receipt.state] < RANK[row.until]) return { code: 'target_state_behind', reason: receipt.state };
  const isSame = receipt.targetId === row.target_id && receipt.targetNumber === row.target_number;
  return isSame ? null : { code: 'target_changed', reason: `${row.target_number} → ${receipt.targetNumber}` };
}

function judgeWithdrawn({ state, targetNumber }: Receipt): Judgement | null {
  return state === 'absent' ? null : { code: 'target_changed', reason: targetNumber ?? state };
}

function judgeUnfinished({ state, overdue, error }: OwedVoucher): Judgement | null {
  const isLate = overdue && (state === 'owed' || state === 'sending');
  if (!isLate && state !== 'refused' && state !== 'dead') return null;
  return { code: 'delivery_stuck', reason: codeIn(error) ?? state };
}

function codeIn(error: unknown): string | null {
  const isCoded = typeof error === 'object' && error !== null && 'code' in error;
  return isCoded && typeof error.code === 'string' ? error.code : null;
}

function describe(
  scope: ReconcileScope,
  { row, code, reason }: Judgement & { row: OwedVoucher },
): Difference {
  const withdrawable = scope.connection.connector.deliver?.voucher?.withdraw !== undefined;
  return {
    code,
    bookId: row.book_id,
    key: row.business_key,
    params: {
      key: row.business_key,
      voucher: String(row.voucher_id),
      number: row.target_number ?? '–',
      state: row.target_state,
      wanted: row.until,
      reason,
    },
    repair: decideRepair(code, { withdrawable, refused: row.state === 'refused' }),
    deliveryId: row.delivery_id,
    replay: null,
  };
}
