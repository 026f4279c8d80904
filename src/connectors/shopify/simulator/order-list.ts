import {
  jsonAnswer,
  type SimulatorAnswer,
  type SimulatorRequest,
  type Strikes,
} from '#connectors/kit/simulator-server.ts';
import { errorAnswer } from './answers.ts';
import { compareKeys, type OrderBook, type StoredOrder } from './order-book.ts';
import { limitOf, matches, type OrderQuery, readQuery, withStatus } from './order-query.ts';
import { readPageInfo, writePageInfo } from './page-info.ts';

const REPEATED = 2;

export interface Listing {
  readonly book: OrderBook;
  readonly request: SimulatorRequest;
  readonly strikes: Strikes;
  readonly random: () => number;
  readonly now: Date;
  readonly pageInfoSeconds: number;
}

/** `orders.json`: a page of orders, and the pages beside it in the Link header. */
export function listOrders(listing: Listing): SimulatorAnswer {
  const query = questionOf(listing);
  if ('status' in query) return query;
  const all = listing.book.list().filter((order) => matches(query, order));
  const { start, end } = rangeOf(all, query);
  const orders = disturb(listing, all, { start, end });
  const fields = listing.request.query.get('fields');
  const text = `{"orders":[${orders.map((order) => fieldsOf(order, fields)).join(',')}]}`;
  const links = linksOf(listing, query, { all, start, end });
  return {
    headers: { 'content-type': 'application/json; charset=utf-8', ...links },
    body: listing.strikes('truncated-json') ? text.slice(0, Math.floor(text.length / 2)) : text,
  };
}

export function countOrders({ book, request }: Listing): SimulatorAnswer {
  const query = withStatus(readQuery(request.query));
  return jsonAnswer({ count: book.all().filter((order) => matches(query, order)).length });
}

/** The order, or only the members asked for. */
export function fieldsOf({ order, text }: StoredOrder, fields: string | null): string {
  if (fields === null) return text;
  const wanted = fields.split(',').map((field) => field.trim());
  return JSON.stringify(Object.fromEntries(Object.entries(order).filter(([name]) => wanted.includes(name))));
}

function questionOf({
  request,
  strikes,
  now,
  pageInfoSeconds,
}: Listing): OrderQuery | (SimulatorAnswer & { status: number }) {
  const pageInfo = request.query.get('page_info');
  if (pageInfo === null) return withStatus(readQuery(request.query));
  const others = [...request.query.keys()].filter((name) => !['page_info', 'limit', 'fields'].includes(name));
  const first = others[0];
  if (first !== undefined) {
    return {
      ...errorAnswer(400, { [first]: [`${first} cannot be passed when page_info is present.`] }),
      status: 400,
    };
  }
  const query = strikes('stale-cursor') ? null : readPageInfo(pageInfo, { now, seconds: pageInfoSeconds });
  if (query === null) return { ...errorAnswer(400, { page_info: ['Invalid value.'] }), status: 400 };
  return { ...query, limit: limitOf(request.query) };
}

interface Range {
  readonly start: number;
  readonly end: number;
}

function rangeOf(all: readonly StoredOrder[], { from, limit }: OrderQuery): Range {
  if (from?.side === 'before') {
    const end = all.findIndex(({ key }) => compareKeys(key, from.key) <= 0);
    return {
      start: Math.max(0, (end === -1 ? all.length : end) - limit),
      end: end === -1 ? all.length : end,
    };
  }
  const found = from === null ? 0 : all.findIndex(({ key }) => compareKeys(key, from.key) < 0);
  const start = found === -1 ? all.length : found;
  return { start, end: Math.min(start + limit, all.length) };
}

function disturb(
  { strikes, random }: Listing,
  all: readonly StoredOrder[],
  { start, end }: Range,
): readonly StoredOrder[] {
  const from = start > 0 && strikes('duplicate-page') ? Math.max(0, start - REPEATED) : start;
  const page = all.slice(from, end);
  if (!strikes('out-of-order')) return page;
  const shuffled = page.map((order) => ({ order, at: random() })).sort((a, b) => a.at - b.at);
  return shuffled.map(({ order }) => order);
}

function linksOf(
  { request, now }: Listing,
  query: OrderQuery,
  { all, start, end }: Range & { readonly all: readonly StoredOrder[] },
): Record<string, string> {
  const link = (rel: string, key: string | undefined, side: 'after' | 'before') => {
    const pageInfo = writePageInfo({ ...query, from: { key: key ?? '', side } }, now);
    const url = `http://${request.headers.host}${request.path}?limit=${query.limit}&page_info=${pageInfo}`;
    return `<${url}>; rel="${rel}"`;
  };
  const links = [
    ...(start > 0 ? [link('previous', all[start]?.key, 'before')] : []),
    ...(end < all.length ? [link('next', all[end - 1]?.key, 'after')] : []),
  ];
  return links.length === 0 ? {} : { link: links.join(', ') };
}
