import { inside, readJournal, text } from './json.ts';

/** The line that the hub leaves in the note of an order it holds; lines about documents name them within the brackets. */
const HELD_LINE = /^\[通账\] (.+)$/m;

/** What the shop holds: its orders, and what the hub wrote onto each. */
export interface Shop {
  readonly orderIds: ReadonlySet<string>;
  /** Order id → key of our mark → its value. */
  readonly marks: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** Order id → why it is held, as its note says. */
  readonly held: ReadonlyMap<string, readonly string[]>;
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
  return {
    orderIds: new Set(orders.map((order) => text(order, 'id'))),
    marks,
    held: new Map(orders.map((order) => [text(order, 'id'), codesIn(text(order, 'note'))])),
  };
}

function codesIn(note: string): string[] {
  const [, codes = ''] = HELD_LINE.exec(note) ?? [];
  return codes.split(/[\s,]+/).filter((code) => code !== '');
}
