import type { FastifyInstance, InjectOptions } from 'fastify';
import type { Method, Route } from '#api/http/route.ts';
import { apiRoutes, operationRoutes } from '#api/routes.ts';
import type { Things } from './world.ts';

/** A route with where it stands. */
export interface Tried {
  readonly method: Method;
  /** `/api/v1/books/{book}` */
  readonly path: string;
  readonly route: Route;
}

export const TRIED: readonly Tried[] = [
  ...apiRoutes.map((route) => ({ method: route.method, path: `/api/v1${route.path}`, route })),
  ...operationRoutes.map((route) => ({ method: route.method, path: route.path, route })),
];

const NOT_THERE = '999';

/** Names in paths by which the hub finds the book of a thing. */
const FOUND = ['book', 'voucher', 'flow', 'connection', 'record', 'exception', 'run', 'delivery'];

/** What a route names of a book, read off its path. */
export function namedBy({ path, route }: Tried): string[] {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  return [...names, ...Object.keys(queryOf(route, {}))].filter((name) => FOUND.includes(name));
}

/**
 * The address with every name in it replaced by a thing. Null where the world has nothing of that name and its book
 * decides; what belongs to no book need not be there.
 */
export function addressOf({ path, route }: Tried, things: Things): string | null {
  const isOfBook = ['named', 'figures', 'list'].includes(route.scope);
  let isWhole = true;
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    isWhole &&= things[name] !== undefined || !isOfBook;
    return encodeURIComponent(things[name] ?? NOT_THERE);
  });
  const query = new URLSearchParams(queryOf(route, things)).toString();
  return isWhole ? `${filled}${query === '' ? '' : `?${query}`}` : null;
}

/** What a route must be told in its query. */
function queryOf({ query }: Route, things: Things): Record<string, string> {
  const { required = [] } = query ?? {};
  return Object.fromEntries(required.map((name) => [name, things[name] ?? '']));
}

/** Everything that changes something gets an empty body: whoever may do it is told what is missing in it. */
export function requestOf({ method, route }: Tried, url: string): InjectOptions {
  if (method === 'GET' || method === 'DELETE') return { method, url };
  const type = route.takes === 'stream' ? 'application/x-ndjson' : 'application/json';
  return { method, url, headers: { 'content-type': type }, payload: '{}' };
}

/** What came back, in as far as a case looks at it. */
export interface Came {
  readonly status: number;
  readonly text: string;
  readonly code: string;
  /** Of a 404: what is not there. */
  readonly kind: string;
}

export async function send(app: FastifyInstance, request: InjectOptions): Promise<Came> {
  const { statusCode: status, payload: text } = await app.inject(request);
  const isProblem = status >= 400 && text.startsWith('{');
  const { code = '', params = {} } = isProblem ? JSON.parse(text) : {};
  return { status, text, code, kind: params.kind ?? '' };
}

/** The gate itself said no: not allowed, or not there for them. Anything else is an answer of whoever was let in. */
export function gateOf({ status, kind }: Came): 'in' | 403 | 404 {
  if (status === 403) return 403;
  return status === 404 && FOUND.includes(kind) ? 404 : 'in';
}
