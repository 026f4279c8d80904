/** What the tests of this folder share: orders, messages, and a look into the simulated shop past the connector. */
import type { CollectedPage, Cursor, RunningSimulator, WriteBackMessage } from '#connectors/kit/connector.ts';
import type { ShopifyClient } from './client.ts';
import { collectOrders } from './collect.ts';

export function orderOf(
  id: number,
  changes: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  const at = new Date(Date.UTC(2026, 0, 1, 0, id % 1000)).toISOString().replace('.000Z', '+00:00');
  return {
    id,
    name: `#${id}`,
    created_at: at,
    processed_at: at,
    updated_at: at,
    cancelled_at: null,
    closed_at: id % 2 === 0 ? at : null,
    currency: 'CNY',
    total_price: '113.00',
    total_tax: '13.00',
    financial_status: 'paid',
    fulfillment_status: null,
    note: id % 3 === 0 ? 'gift wrap 🎁' : null,
    line_items: [{ id: id * 10, quantity: 1, price: '113.00' }],
    refunds: [],
    ...changes,
  };
}

/** Orders 1001, 1002, …; half of them are closed, which only `status=any` shows. */
export function orders(count: number): Record<string, unknown>[] {
  return Array.from({ length: count }, (_, i) => orderOf(1001 + i));
}

export async function putOrders(
  running: RunningSimulator,
  given: readonly object[],
): Promise<Readonly<Record<string, number>>> {
  const body = given.map((order) => JSON.stringify(order)).join('\n');
  return post(running, 'orders', body);
}

export async function post(
  running: RunningSimulator,
  action: string,
  body = '',
): Promise<Readonly<Record<string, number>>> {
  const answer = await fetch(`${running.url}_simulator/${action}`, { method: 'POST', body });
  return JSON.parse(await answer.text());
}

export interface ShopState {
  readonly orders: readonly string[];
  readonly notes: Readonly<Record<string, string>>;
  readonly metafields: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly metafieldWrites: number;
  readonly webhooks: { readonly pending: number; readonly sent: number; readonly dropped: number };
  readonly requests: number;
}

export async function readState(running: RunningSimulator): Promise<ShopState> {
  const answer = await fetch(`${running.url}_simulator/state`);
  return JSON.parse(await answer.text());
}

export function messageFor(orderId: string, changes: Partial<WriteBackMessage> = {}): WriteBackMessage {
  return {
    businessKey: `wb-${orderId}`,
    externalId: orderId,
    kind: 'order',
    status: 'delivered',
    documentNumber: `#${orderId}`,
    voucherNumber: `记-${orderId}`,
    targetNumber: null,
    codes: [],
    text: `凭证 记-${orderId}`,
    ...changes,
  };
}

export async function collectAll(client: ShopifyClient, cursor: Cursor = null): Promise<CollectedPage[]> {
  return Array.fromAsync(collectOrders(client, cursor, AbortSignal.timeout(10_000)));
}

export function idsOf(pages: readonly CollectedPage[]): string[] {
  return pages.flatMap(({ records }) => records.map(({ externalId }) => externalId));
}
