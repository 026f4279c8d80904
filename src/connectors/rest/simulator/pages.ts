import { jsonAnswer, type SimulatorAnswer, type Strikes } from '#connectors/kit/simulator-server.ts';
import type { Item, Items } from './items.ts';

export const PAGINGS = ['none', 'page', 'offset', 'cursor', 'link'] as const;
export type Paging = (typeof PAGINGS)[number];

/** However much is asked for, no page is larger. Many systems do this without saying so. */
const PAGE_SIZE_MAX = 10;
const REPEATED = 2;

interface Question {
  readonly paging: Paging;
  readonly items: Items;
  readonly query: URLSearchParams;
  readonly path: string;
  readonly strikes: Strikes;
  readonly random: () => number;
}

interface Page {
  readonly items: readonly Item[];
  readonly start: number;
  readonly end: number;
  readonly total: number;
  readonly since: string | null;
}

/** One page of the records in the asked-for way of paging. */
export function answerPage(question: Question): SimulatorAnswer {
  const { paging, query, strikes } = question;
  const token = query.get('cursor');
  const isToken = paging === 'cursor' || paging === 'link';
  if (isToken && token !== null && (readToken(token) === null || strikes('stale-cursor'))) {
    return jsonAnswer({ message: 'cursor is not valid or has expired' }, 400);
  }
  const page = cut(question, isToken && token !== null ? readToken(token) : null);
  const rows = disturb(question, page);
  const answer = envelope(paging, page, rows);
  const text = strikes('truncated-json') ? answer.slice(0, Math.floor(answer.length / 2)) : answer;
  const headers = { 'content-type': 'application/json', ...linkHeader(question, page) };
  return { headers, body: text };
}

interface Token {
  readonly after: string;
  readonly since: string | null;
}

function cut({ paging, items, query }: Question, token: Token | null): Page {
  const asked = query.get('updated_since');
  const since = token?.since ?? (asked === null ? null : new Date(asked).toISOString());
  const all = items.list(since);
  const size = Math.min(Number(query.get('size') ?? PAGE_SIZE_MAX), PAGE_SIZE_MAX);
  const start = startOf({ paging, query, all, token, size });
  const end = paging === 'none' ? all.length : Math.min(start + size, all.length);
  return { items: all, start, end, total: all.length, since };
}

function startOf({
  paging,
  query,
  all,
  token,
  size,
}: {
  paging: Paging;
  query: URLSearchParams;
  all: readonly Item[];
  token: Token | null;
  size: number;
}): number {
  if (paging === 'page') return (Number(query.get('page') ?? 1) - 1) * size;
  if (paging === 'offset') return Number(query.get('offset') ?? 0);
  if (token === null) return 0;
  const index = all.findIndex((item) => keyOf(item) > token.after);
  return index === -1 ? all.length : index;
}

/** Repeats the end of the page before, or shuffles, as the faults say. */
function disturb({ strikes, random }: Question, { items, start, end }: Page): readonly Item[] {
  const rows = items.slice(start, end);
  const repeated =
    start > 0 && strikes('duplicate-page') ? items.slice(Math.max(0, start - REPEATED), start) : [];
  const all = [...repeated, ...rows];
  if (!strikes('out-of-order')) return all;
  const shuffled = all.map((item) => ({ item, at: random() })).sort((a, b) => a.at - b.at);
  return shuffled.map(({ item }) => item);
}

function envelope(paging: Paging, page: Page, rows: readonly Item[]): string {
  const list = `[${rows.map(({ text }) => text).join(',')}]`;
  if (paging === 'none' || paging === 'link') return list;
  const meta = {
    total: page.total,
    next: paging === 'cursor' && hasMore(page) ? writeToken(page) : null,
    more: hasMore(page),
  };
  return `{"code":0,"data":{"rows":${list}},"meta":${JSON.stringify(meta)}}`;
}

function linkHeader({ paging, path, query }: Question, page: Page): Record<string, string> {
  if (paging !== 'link' || !hasMore(page)) return {};
  const next = new URLSearchParams({ size: query.get('size') ?? '10', cursor: writeToken(page) });
  return { link: `<${path}?${next}>; rel="next", <${path}>; rel="first"` };
}

function hasMore({ end, total }: Page): boolean {
  return end < total;
}

function writeToken({ items, end, since }: Page): string {
  const last = items[end - 1];
  const token = { after: last === undefined ? '' : keyOf(last), since };
  return Buffer.from(JSON.stringify(token)).toString('base64url');
}

function readToken(text: string): Token | null {
  try {
    const token: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    if (typeof token !== 'object' || token === null || !('after' in token)) return null;
    const since = 'since' in token && typeof token.since === 'string' ? token.since : null;
    return { after: String(token.after), since };
  } catch {
    return null;
  }
}

function keyOf({ changedAt, id }: Item): string {
  return `${changedAt} ${id}`;
}
