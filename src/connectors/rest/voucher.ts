import type { Delivery, Receipt, VoucherMessage } from '#connectors/kit/connector.ts';
import { itemSlices, scalarAt, sliceAt } from '#connectors/kit/json-slices.ts';
import { absentReceipt } from '#connectors/kit/receipt.ts';
import { pathOf } from './answer.ts';
import type { RestClient } from './client.ts';
import type { VoucherTarget } from './definition.ts';
import { sendAbsent } from './send-absent.ts';
import { fillJson, fillPath, fillQuery } from './template.ts';
import { voucherLists, voucherScope } from './voucher-scope.ts';

/** Any REST ledger as a target: found by our business key, created by one request that is final there. */
export const voucher: Delivery<RestClient, VoucherMessage> = {
  batchSizeMax: 20,
  settleMs: 5_000,
  async find(client, keys, signal) {
    const receipts: Receipt[] = [];
    for (const businessKey of keys) receipts.push(await findOne(client, businessKey, signal));
    return receipts;
  },
  send: (client, messages, found, signal) =>
    sendAbsent(messages, found, (message) => createOne(client, message, signal)),
};

async function findOne(client: RestClient, businessKey: string, signal: AbortSignal): Promise<Receipt> {
  const target = client.settings.voucher;
  if (target === null) return notConfigured(businessKey);
  const { find } = target;
  const path = fillPath(find.path, { businessKey });
  if (!path.ok) return absentReceipt(businessKey, path.refusal);
  const query = fillQuery(find.query ?? {}, { businessKey });
  const answer = await client.call({ method: 'GET', path: path.value, query, isRead: true, signal });
  if (answer.ok) return receiptIn(answer.value.text, find, businessKey);
  return answer.refusal.code === 'rest_not_found'
    ? absentReceipt(businessKey)
    : absentReceipt(businessKey, answer.refusal);
}

async function createOne(client: RestClient, message: VoucherMessage, signal: AbortSignal): Promise<Receipt> {
  const { businessKey } = message;
  const target = client.settings.voucher;
  if (target === null) return notConfigured(businessKey);
  const { create } = target;
  const scope = voucherScope(message);
  const path = fillPath(create.path, scope);
  if (!path.ok) return absentReceipt(businessKey, path.refusal);
  const query = fillQuery(create.query ?? {}, scope);
  const body = fillJson(create.body ?? {}, scope, voucherLists(message));
  const answer = await client.call({
    method: create.method,
    path: path.value,
    query,
    body,
    isRead: false,
    signal,
  });
  if (answer.ok) {
    const receipt = receiptOf(answer.value.text, { ...create, businessKey });
    return receipt ?? findOne(client, businessKey, signal);
  }
  // A request repeated on its way is refused as a duplicate of itself: what counts is whether the voucher is there.
  const found = await findOne(client, businessKey, signal);
  return found.state === 'absent' ? { ...found, refusal: answer.refusal } : found;
}

function receiptIn(text: string, find: VoucherTarget['find'], businessKey: string): Receipt {
  const candidates = find.items === undefined ? [sliceAt(text, [])] : itemSlices(text, pathOf(find.items));
  const ours = (candidates ?? []).find((slice) => slice && scalarAt(slice, pathOf(find.key)) === businessKey);
  return receiptOf(ours ?? '{}', { ...find, businessKey }) ?? absentReceipt(businessKey);
}

interface Paths {
  readonly id: string;
  readonly number: string;
  readonly businessKey: string;
}

function receiptOf(text: string, { id, number, businessKey }: Paths): Receipt | null {
  const targetId = text.trim() === '' ? null : scalarAt(text, pathOf(id));
  if (targetId === null) return null;
  return { businessKey, state: 'audited', targetId, targetNumber: scalarAt(text, pathOf(number)) };
}

function notConfigured(businessKey: string): Receipt {
  return absentReceipt(businessKey, { code: 'rest_not_configured', at: 'voucher' });
}
