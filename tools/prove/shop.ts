import { inside, readJournal, text } from './json.ts';

/** What the shop holds: its orders, and what the hub wrote onto each. */
export interface Shop {
  readonly orderIds: ReadonlySet<string>;
  /** Order id → key of our mark → its value. */
  readonly marks: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/** Reads the shop simulator's own journals. */
export function readShop(folder: string): Shop {
  const marks = new Map<string, Map<string, string>>();
  for (const field of readJournal(`${folder}/metafields.ndjson`)) {
    if (text(field, 'namespace') !== 'tongzhang' || inside(field, 'value') === null) continue;
    const ofOrder = marks.get(text(field, 'orderId')) ?? new Map<string, string>();
    marks.set(text(field, 'orderId'), ofOrder.set(text(field, 'key'), text(field, 'value')));
  }
  const orders = readJournal(`${folder}/orders.ndjson`);
  return { orderIds: new Set(orders.map((order) => text(order, 'id'))), marks };
}
