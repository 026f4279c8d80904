import { minorText } from './minor.ts';
import type { ShopOrder } from './order-json.ts';

/** Something odd about an order, and what must be said about it; no codes where it is odd but right. */
export interface Dirt {
  readonly name: string;
  readonly codes: readonly string[];
  readonly spoil: (order: ShopOrder) => ShopOrder;
}

/** A date that is years ahead lies in no period of the book either. */
const FUTURE = '2062-09-03T10:00:00+08:00';

/** One in a hundred orders gets one of these. Doubled numbers are made elsewhere, since they need a second order. */
export const DIRT: readonly Dirt[] = [
  {
    name: 'customer missing',
    codes: ['field_missing'],
    spoil: (order) => ({ ...order, customer: null }),
  },
  {
    name: 'date missing',
    codes: ['field_missing'],
    spoil: (order) => ({ ...order, processed_at: null }),
  },
  {
    name: 'number missing',
    codes: ['field_missing'],
    spoil: (order) => ({ ...order, name: null }),
  },
  {
    name: 'location unknown',
    // Without a location there is no department either.
    codes: ['crosswalk_missing', 'no_rule_matches'],
    spoil: (order) => ({ ...order, location_id: 69_999 }),
  },
  {
    name: 'quantity negative',
    codes: ['quantity_not_positive'],
    spoil: (order) => turnLine(order),
  },
  {
    name: 'total does not add up',
    codes: ['total_mismatch'],
    spoil: (order) => ({ ...order, total_price: minorText(minorOf(order.total_price) + 100n, 'CNY') }),
  },
  {
    name: 'date in the future',
    codes: ['future_date', 'period_missing'],
    spoil: (order) => ({ ...order, processed_at: FUTURE }),
  },
  {
    name: 'amount with a thousands comma',
    codes: ['amount_not_a_number'],
    spoil: (order) => ({ ...order, total_price: withCommas(order.total_price) }),
  },
  {
    name: 'emoji beyond the basic plane',
    codes: [],
    spoil: (order) => ({ ...order, customer: { ...order.customer, first_name: '茶友 🍵🐉𠮷' } }),
  },
];

/** Everything about the order is consistent, except that one line is sold minus once. */
function turnLine(order: ShopOrder): ShopOrder {
  const [first, ...others] = order.line_items;
  if (first === undefined) return order;
  const change = minorOf(first.price) * BigInt(-1 - first.quantity);
  const changed = (amount: unknown) => minorText(minorOf(String(amount)) + change, 'CNY');
  return {
    ...order,
    line_items: [{ ...first, quantity: -1 }, ...others],
    total_line_items_price: changed(order.total_line_items_price),
    subtotal_price: changed(order.subtotal_price),
    total_price: changed(order.total_price),
  };
}

function minorOf(text: string): bigint {
  return BigInt(text.replace('.', ''));
}

function withCommas(text: string): string {
  const [whole = '', fraction = ''] = text.split('.');
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${fraction}`;
}
