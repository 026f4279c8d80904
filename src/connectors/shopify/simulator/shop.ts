import { isRecord, type JsonRecord, listAt, textAt } from '#connectors/kit/json.ts';
import { seededRandom } from '#connectors/kit/simulator-server.ts';
import { Bucket } from './bucket.ts';
import { HookSender } from './hook-sender.ts';
import { Hooks } from './hooks.ts';
import { Metafields } from './metafields.ts';
import { OrderBook, type StoredOrder } from './order-book.ts';

/** What the simulated shop accepts and signs with; invented. */
export const CREDENTIALS = {
  accessToken: 'shpat_simulated_0001',
  webhookSecret: 'simulated_webhook_secret',
} as const;

/** Large enough to be no brake in a demo; `POST /_simulator/settings` makes it as small as a real one (40 and 2). */
const BUCKET = { size: 4_000, leakPerSecond: 4_000 };

/** Everything a simulated shop holds, and what happens in it. */
export class Shop {
  readonly orders: OrderBook;
  readonly metafields: Metafields;
  readonly hooks: Hooks;
  readonly sender: HookSender;
  readonly bucket = new Bucket(BUCKET.size, BUCKET.leakPerSecond);
  readonly now: () => Date;
  pageInfoSeconds = 3_600;
  isRevoked = false;
  requests = 0;

  constructor(store: string | undefined, seed: number) {
    this.now = () => new Date();
    this.orders = new OrderBook(store, this.now);
    this.metafields = new Metafields(store, this.now);
    this.hooks = new Hooks(store);
    this.sender = new HookSender(CREDENTIALS.webhookSecret, seededRandom(seed + 1));
  }

  /** An order as it comes from the till: kept, and told to whoever asked. */
  takeOrder(given: JsonRecord) {
    const before = this.orders.get(textAt(given, 'id'));
    const { taken, stored } = this.orders.take(given);
    for (const topic of topicsOf(before, stored, taken === 'created')) this.#tell(topic, stored.text);
    if (taken === 'created' || taken === 'changed') {
      for (const refund of newRefunds(before, stored)) this.#tell('refunds/create', JSON.stringify(refund));
    }
    return taken;
  }

  /** A change from inside the shop. */
  changeOrder(key: string, changes: JsonRecord): StoredOrder | null {
    const stored = this.orders.change(key, changes);
    if (stored !== null) this.#tell('orders/updated', stored.text);
    return stored;
  }

  close(): void {
    this.sender.close();
    for (const part of [this.orders, this.metafields, this.hooks]) part.close();
  }

  #tell(topic: string, body: string): void {
    for (const hook of this.hooks.for(topic)) this.sender.send(topic, hook.address, body);
  }
}

function topicsOf(before: StoredOrder | null, { order }: StoredOrder, isNew: boolean): string[] {
  const became = (name: string, value: string) =>
    textAt(order, name) === value && textAt(before?.order, name) !== value ? [name] : [];
  const isCancelled = textAt(order, 'cancelled_at') !== '' && textAt(before?.order, 'cancelled_at') === '';
  return [
    isNew ? 'orders/create' : 'orders/updated',
    ...became('financial_status', 'paid').map(() => 'orders/paid'),
    ...(isCancelled ? ['orders/cancelled'] : []),
  ];
}

function newRefunds(before: StoredOrder | null, { order }: StoredOrder): readonly unknown[] {
  const known = new Set(listAt(before?.order, 'refunds').map((refund) => textAt(refund, 'id')));
  return listAt(order, 'refunds').filter((refund) => isRecord(refund) && !known.has(textAt(refund, 'id')));
}
