import { createHash } from 'node:crypto';
import { isRecord, type JsonRecord, textAt } from '#connectors/kit/json.ts';
import { openJournal } from '#connectors/kit/simulator-journal.ts';

/** An order as the shop holds it. */
export interface StoredOrder {
  /** Their id, or a hash of the content where a broken order has none. */
  readonly key: string;
  readonly order: JsonRecord;
  /** What the shop sends, the same bytes every time. */
  readonly text: string;
  /** UTC instant of `updated_at`. */
  readonly updatedAt: string;
}

export type Taken = 'created' | 'changed' | 'repeated' | 'outdated';

/** All orders of the shop; each change is a line of `orders.ndjson`, the last line of an id is its state. */
export class OrderBook {
  readonly #orders = new Map<string, StoredOrder>();
  /** When the shop says it changed the order, before the simulator's own clock. */
  readonly #dated = new Map<string, number>();
  readonly #journal;
  readonly #now: () => Date;
  #isListed: boolean;

  constructor(store: string | undefined, now: () => Date) {
    this.#journal = openJournal(store, 'orders');
    this.#now = now;
    this.#isListed = this.#journal.lines.length > 0;
    for (const line of this.#journal.lines) if (isRecord(line)) this.#keep(line);
  }

  /** All orders, newest id first. Says that somebody has begun to read. */
  list(): readonly StoredOrder[] {
    this.#isListed = true;
    return this.all().sort((a, b) => compareKeys(b.key, a.key));
  }

  all(): StoredOrder[] {
    return [...this.#orders.values()];
  }

  get(key: string): StoredOrder | null {
    return this.#orders.get(key) ?? null;
  }

  /**
   * Takes an order as the shop would have it now. A shop dates every change when it happens: once somebody has
   * listed the orders, a new or changed one is dated now, whatever it says, so that nobody's cursor has passed it.
   */
  take(given: JsonRecord): { readonly taken: Taken; readonly stored: StoredOrder } {
    const key = keyOf(given);
    const known = this.#orders.get(key);
    const dated = datedMs(given);
    if (known !== undefined && isSame(known.order, given)) return { taken: 'repeated', stored: known };
    if (known !== undefined && dated < (this.#dated.get(key) ?? 0)) {
      return { taken: 'outdated', stored: storedOf(key, given) };
    }
    this.#dated.set(key, dated);
    const stored = this.#keep(this.#isListed ? this.#touched(given) : given);
    this.#journal.append([stored.order]);
    return { taken: known === undefined ? 'created' : 'changed', stored };
  }

  /** Changes an order from inside the shop: a note, or nothing but its date. */
  change(key: string, changes: JsonRecord): StoredOrder | null {
    const known = this.#orders.get(key);
    if (known === undefined) return null;
    const stored = this.#keep(this.#touched({ ...known.order, ...changes }));
    this.#journal.append([stored.order]);
    return stored;
  }

  close(): void {
    this.#journal.close();
  }

  #keep(order: JsonRecord): StoredOrder {
    const stored = storedOf(keyOf(order), order);
    this.#orders.set(stored.key, stored);
    if (!this.#dated.has(stored.key)) this.#dated.set(stored.key, datedMs(order));
    return stored;
  }

  #touched(order: JsonRecord): JsonRecord {
    return {
      ...order,
      updated_at: this.#now()
        .toISOString()
        .replace(/\.\d+Z$/, 'Z'),
    };
  }
}

function storedOf(key: string, order: JsonRecord): StoredOrder {
  const updatedAt = new Date(datedMs(order)).toISOString();
  return { key, order, text: JSON.stringify(order), updatedAt };
}

function keyOf(order: JsonRecord): string {
  const id = textAt(order, 'id');
  return id === '' ? createHash('sha256').update(content(order)).digest('hex').slice(0, 16) : id;
}

/** Compared without the date, and without the note, which is where write-backs go. */
function isSame(known: JsonRecord, given: JsonRecord): boolean {
  return content(known) === content(given);
}

function content(order: JsonRecord): string {
  return JSON.stringify({ ...order, updated_at: null, note: null });
}

function datedMs(order: JsonRecord): number {
  const ms = Date.parse(textAt(order, 'updated_at'));
  return Number.isNaN(ms) ? 0 : ms;
}

/** Ids are numbers, and a broken order's key is not. */
export function compareKeys(a: string, b: string): number {
  if (a.length !== b.length) return a.length - b.length;
  return a < b ? -1 : a > b ? 1 : 0;
}
