/** What a list is asked for, as the browser's address keeps it: filters, sort, page size and cursor. Pure, so that it can be tested. */

export type Query = Readonly<Record<string, string>>;

const OWN = new Set(['after', 'limit']);
const LIMIT_DEFAULT = 50;
const LIMITS = [20, 50, 100, 200];

/** The sizes of page one may choose. */
export const PAGE_SIZES: readonly number[] = LIMITS;

/** The question for the hub: what the address says of the names the list knows; other names are not the list's. */
export function queryOf(search: URLSearchParams, names: readonly string[]): Query {
  const wanted = [...names, 'sort', 'after'].flatMap((name) => {
    const value = search.get(name);
    return value === null || value === '' ? [] : [[name, value] as const];
  });
  return Object.fromEntries([...wanted, ['limit', String(limitOf(search))]]);
}

export function limitOf(search: URLSearchParams): number {
  const asked = Number(search.get('limit'));
  return LIMITS.includes(asked) ? asked : LIMIT_DEFAULT;
}

/** The filters that are set, without page and sort. */
export function filtersOf(search: URLSearchParams, names: readonly string[]): Query {
  return Object.fromEntries(
    Object.entries(queryOf(search, names)).filter(([name]) => !OWN.has(name) && name !== 'sort'),
  );
}

/** The address with `changes` made (empty: removed). Another question begins at its first page. */
export function withChanges(
  search: URLSearchParams,
  changes: Readonly<Record<string, string | null>>,
): URLSearchParams {
  const next = new URLSearchParams(search);
  if (!('after' in changes)) next.delete('after');
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === '') next.delete(name);
    else next.set(name, value);
  }
  return next;
}

/** The address with the list's standard filters where it has none of its own. */
export function withStandard(
  address: URLSearchParams,
  names: readonly string[],
  standard: Readonly<Record<string, string>>,
): URLSearchParams {
  if (Object.keys(filtersOf(address, names)).length > 0) return address;
  const search = new URLSearchParams(address);
  for (const [name, value] of Object.entries(standard)) search.set(name, value);
  return search;
}
