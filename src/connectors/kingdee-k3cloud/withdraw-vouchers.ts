import type { Receipt } from '#connectors/kit/connector.ts';
import type { Refusal } from '#core/trouble/trouble.ts';
import type { KingdeeClient } from './client.ts';
import { type FoundVoucher, findVouchers, receiptsOf } from './find-vouchers.ts';
import { refusalOf } from './refusals.ts';

/** What must happen to a voucher before it may be deleted. */
const UNDO: Readonly<Record<string, 'CancelAssign' | 'UnAudit'>> = { B: 'CancelAssign', C: 'UnAudit' };

/**
 * Takes vouchers back: unaudit, withdraw, delete. What was posted stays; its receipt says so, and only a red voucher
 * corrects it. Receipts tell what is there afterwards.
 */
export async function withdrawVouchers(
  client: KingdeeClient,
  keys: readonly string[],
  signal: AbortSignal,
): Promise<Receipt[]> {
  const refusals = new Map<string, Refusal>();
  const vouchers = await findVouchers(client, keys, signal);
  const deletable = vouchers.filter((voucher) => !voucher.isPosted);
  for (const { businessKey, number } of vouchers.filter((voucher) => voucher.isPosted)) {
    refusals.set(businessKey, {
      code: 'kingdee_posted',
      at: businessKey,
      params: { answer: number, value: '' },
    });
  }
  for (const operation of ['CancelAssign', 'UnAudit'] as const) {
    const due = deletable.filter(({ status }) => UNDO[status] === operation);
    await operate(client, { operation, vouchers: due, refusals }, signal);
  }
  const free = deletable.filter(({ businessKey }) => !refusals.has(businessKey));
  await operate(client, { operation: 'Delete', vouchers: free, refusals }, signal);
  const left = receiptsOf(keys, await findVouchers(client, keys, signal));
  return left.map((receipt) => {
    const refusal = receipt.state === 'absent' ? undefined : refusals.get(receipt.businessKey);
    return refusal ? { ...receipt, refusal } : receipt;
  });
}

async function operate(
  client: KingdeeClient,
  step: {
    readonly operation: 'CancelAssign' | 'UnAudit' | 'Delete';
    readonly vouchers: readonly FoundVoucher[];
    readonly refusals: Map<string, Refusal>;
  },
  signal: AbortSignal,
): Promise<void> {
  if (step.vouchers.length === 0) return;
  const Ids = step.vouchers.map(({ id }) => id).join(',');
  const { troubles } = await client.write(step.operation, 'GL_VOUCHER', { Ids, NetworkCtrl: '' }, signal);
  for (const trouble of troubles) {
    const voucher = step.vouchers[trouble.index];
    if (voucher) step.refusals.set(voucher.businessKey, refusalOf(trouble));
  }
}
