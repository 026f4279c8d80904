import { textAt } from '#connectors/kit/json.ts';
import type { StoredOrder } from './order-book.ts';

const LIMIT_DEFAULT = 50;
const LIMIT_MAX = 250;

/** A question for orders: the filters, and where the page begins. Inside of `page_info` it is opaque to callers. */
export interface OrderQuery {
  readonly filters: Readonly<Record<string, string>>;
  readonly limit: number;
  /** Orders on that side of this key. */
  readonly from: { readonly key: string; readonly side: 'after' | 'before' } | null;
}

const FILTERS = [
  'ids',
  'since_id',
  'created_at_min',
  'created_at_max',
  'updated_at_min',
  'updated_at_max',
  'processed_at_min',
  'processed_at_max',
  'status',
  'financial_status',
  'fulfillment_status',
] as const;

/** Reads a question that has no `page_info`. */
export function readQuery(query: URLSearchParams): OrderQuery {
  const filters = FILTERS.flatMap((name) => {
    const value = query.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  return { filters: Object.fromEntries(filters), limit: limitOf(query), from: null };
}

export function limitOf(query: URLSearchParams): number {
  const limit = Number(query.get('limit') ?? LIMIT_DEFAULT);
  return Number.isInteger(limit) && limit > 0 ? Math.min(limit, LIMIT_MAX) : LIMIT_DEFAULT;
}

/** True when the order answers the question; the page it is on is not looked at. */
export function matches({ filters }: OrderQuery, { order, key, updatedAt }: StoredOrder): boolean {
  return Object.entries(filters).every(([name, wanted]) => {
    if (name === 'ids') return wanted.split(',').includes(key);
    if (name === 'since_id') return Number(key) > Number(wanted);
    if (name === 'status')
      return statusFits(textAt(order, 'cancelled_at'), textAt(order, 'closed_at'), wanted);
    if (name === 'financial_status') return wordFits(textAt(order, 'financial_status'), wanted);
    if (name === 'fulfillment_status') return wordFits(textAt(order, 'fulfillment_status'), wanted);
    const field = name.replace(/_(min|max)$/, '');
    const at = field === 'updated_at' ? updatedAt : textAt(order, field);
    return name.endsWith('_min')
      ? Date.parse(at) >= Date.parse(wanted)
      : Date.parse(at) <= Date.parse(wanted);
  });
}

/** Without `status` a shop shows open orders only; whoever forgets `any` misses the closed ones. */
export function withStatus(query: OrderQuery): OrderQuery {
  return { ...query, filters: { status: 'open', ...query.filters } };
}

function statusFits(cancelledAt: string, closedAt: string, wanted: string): boolean {
  const status = cancelledAt !== '' ? 'cancelled' : closedAt !== '' ? 'closed' : 'open';
  return wanted === 'any' || status === wanted;
}

function wordFits(status: string, wanted: string): boolean {
  if (wanted === 'any') return true;
  if (wanted === 'unshipped') return status === '';
  if (wanted === 'unpaid') return ['authorized', 'pending', 'partially_paid'].includes(status);
  return (wanted === 'shipped' ? 'fulfilled' : wanted) === status;
}
