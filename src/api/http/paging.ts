import { RefusalError } from '#core/trouble/trouble.ts';
import type { RawRequest } from './route.ts';

/** One page and the address of the next: the same question, going on after the last row. Null on the last page. */
export function page<Row, Item>(
  rows: readonly Row[],
  {
    raw,
    limit,
    after,
    item,
  }: {
    readonly raw: RawRequest;
    /** Ask storage for one row more than this: its presence says that there is a next page. */
    readonly limit: number;
    readonly after: (row: Row) => string;
    readonly item: (row: Row) => Item;
  },
): { items: Item[]; next: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const hasMore = rows.length > limit && last !== undefined;
  return { items: shown.map(item), next: hasMore ? nextAddress(raw, after(last)) : null };
}

/** A list that is short by its nature. */
export function wholeList<Item>(items: readonly Item[]): { items: readonly Item[]; next: null } {
  return { items, next: null };
}

/** The same question, going on after a mark. */
export function nextAddress({ path, query }: RawRequest, after: string): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(isEntries(query) ? query : {})) {
    if (name !== 'after') search.set(name, String(value));
  }
  search.set('after', after);
  return `${path}?${search}`;
}

function isEntries(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

const DEFAULT_LIMIT = 100;

/** `after` as an id, and one row more than asked for. */
export function idPage({ after, limit = DEFAULT_LIMIT }: { after?: string; limit?: number }): {
  readonly limit: number;
  readonly fetch: { readonly limit: number; readonly after?: bigint };
} {
  const fetch = { limit: limit + 1, ...(after === undefined ? {} : { after: idOf(after) }) };
  return { limit, fetch };
}

/** The same where rows are in order of their codes. */
export function codePage({ after, limit = DEFAULT_LIMIT }: { after?: string; limit?: number }) {
  return { limit, fetch: { limit: limit + 1, ...(after === undefined ? {} : { after }) } };
}

function idOf(after: string): bigint {
  if (!/^\d{1,18}$/.test(after)) throw new RefusalError({ code: 'cursor_invalid', at: 'query.after' });
  return BigInt(after);
}
