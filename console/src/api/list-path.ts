import { api, told } from './client.ts';
import type { paths } from './paths.ts';

type Listing<Path extends keyof paths> = paths[Path] extends {
  get: {
    parameters: { query?: infer Query };
    responses: { 200: { content: { 'application/json': { items: (infer Row)[] } } } };
  };
}
  ? { readonly query: Exclude<Query, undefined>; readonly row: Row }
  : never;

/** A route of the API that lists things. */
export type ListPath = { [Path in keyof paths]: [Listing<Path>] extends [never] ? never : Path }[keyof paths];

/** One thing of that list. */
export type RowOf<Path extends ListPath> = Listing<Path>['row'];

/** What that list can be narrowed by. */
export type FilterOf<Path extends ListPath> = Exclude<
  keyof Listing<Path>['query'] & string,
  'after' | 'limit' | 'sort'
>;

/** What that list can be sorted by; never where it has one order only. */
export type SortOf<Path extends ListPath> = Listing<Path>['query'] extends { sort?: infer Sort }
  ? Exclude<Extract<Sort, string>, `-${string}`>
  : never;

/** What stands in for `{book}` and the like. */
export type PlacesOf<Path extends ListPath> = paths[Path] extends {
  get: { parameters: { path: infer Places } };
}
  ? Places
  : undefined;

interface ListPage<Row> {
  readonly items: readonly Row[];
  /** Where the next page begins; null on the last one. */
  readonly after: string | null;
}

/** One page of a list. The types above keep the question right; openapi-fetch cannot follow a path that varies. */
export async function askList<Path extends ListPath>(
  path: Path,
  places: unknown,
  query: Readonly<Record<string, string | number>>,
): Promise<ListPage<RowOf<Path>>> {
  const params = { path: places, query } as never;
  const { items, next } = await told(api.GET(path as '/api/v1/runs', { params }));
  return { items: items as unknown as RowOf<Path>[], after: cursorOf(next) };
}

/** The hub gives the whole address of the next page; its cursor is what the browser's own address keeps. */
export function cursorOf(next: string | null): string | null {
  return next === null ? null : new URLSearchParams(next.slice(next.indexOf('?'))).get('after');
}
