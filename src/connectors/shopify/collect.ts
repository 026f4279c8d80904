import { mapConcurrently } from '#connectors/kit/concurrently.ts';
import type { CollectedPage, CollectedRecord, Cursor } from '#connectors/kit/connector.ts';
import { scalarAt } from '#connectors/kit/json-slices.ts';
import { advanceScan, laterInstant, restartScan, resumeScan, type Scan } from '#connectors/kit/scan.ts';
import { Fault, type Outcome, RefusalError } from '#core/trouble/trouble.ts';
import type { OrdersPage, ShopifyClient } from './client.ts';
import { changeOf, orderRecord, withTransactions } from './codec.ts';

const MARKS = { areInstants: true, later: laterInstant };
const TRANSACTIONS_AT_ONCE = 2;

/**
 * Orders changed since the cursor, page by page. Nothing is assumed about their order, so the cursor moves on
 * only when the last page is read; until then it holds the page.
 */
export async function* collectOrders(
  client: ShopifyClient,
  cursor: Cursor,
  signal: AbortSignal,
): AsyncIterable<CollectedPage> {
  let scan = resumeScan(cursor);
  let isRestarted = false;
  for (;;) {
    const page = await client.listOrders(
      { since: questionOf(client, scan), pageInfo: scan.position },
      signal,
    );
    if (!page.ok) {
      if (scan.position === null) throw new RefusalError(page.refusal);
      if (isRestarted) throw pageLost(page, scan);
      // A page_info does not live for ever: the pass begins again, once.
      scan = restartScan(scan);
      isRestarted = true;
      continue;
    }
    const records = await mapConcurrently(page.value.orders, TRANSACTIONS_AT_ONCE, (order) =>
      recordOf(client, order, signal),
    );
    scan = advance(scan, page.value);
    client.ports.log('page', { kind: 'order', records: records.length, more: scan.position !== null });
    yield { records, cursor: { ...scan } };
    if (scan.position === null) return;
  }
}

function pageLost({ refusal }: Outcome<never> & { readonly ok: false }, scan: Scan): Fault {
  return new Fault('shopify_page_lost', {
    retry: { kind: 'retry' },
    params: { at: 'orders.json', answer: refusal.params?.answer ?? '', since: scan.since ?? '' },
  });
}

/** A little earlier than the last pass ended: clocks differ, and a change may be seen later than it is dated. */
function questionOf({ settings }: ShopifyClient, { since }: Scan): string | null {
  if (since === null) return settings.startAt;
  return new Date(Math.max(0, Date.parse(since) - settings.overlapSeconds * 1000)).toISOString();
}

function advance(scan: Scan, { orders, nextPageInfo, answeredAt }: OrdersPage): Scan {
  const highest = orders.map(changeOf).reduce(laterInstant, null);
  if (nextPageInfo !== null && nextPageInfo === scan.position) {
    throw new Fault('shopify_page_lost', {
      retry: { kind: 'retry' },
      params: { at: 'orders.json', answer: nextPageInfo, since: scan.since ?? '' },
    });
  }
  return advanceScan(scan, { highest, answeredAt, position: nextPageInfo }, MARKS);
}

async function recordOf(client: ShopifyClient, order: string, signal: AbortSignal): Promise<CollectedRecord> {
  const id = scalarAt(order, ['id']);
  if (!client.settings.transactions || id === null) return orderRecord(order);
  const transactions = await client.transactions(id, signal);
  // An order deleted since it was listed has none any more; it is a record all the same.
  if (!transactions.ok && transactions.refusal.code === 'shopify_not_found') return orderRecord(order);
  if (!transactions.ok) throw new RefusalError(transactions.refusal);
  return orderRecord(withTransactions(order, transactions.value));
}
