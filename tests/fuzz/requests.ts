import fc, { type Arbitrary } from 'fast-check';
import type { InjectOptions } from 'fastify';
import { BREAKS } from './breaks.ts';
import type { Operation } from './operations.ts';
import { fitting, type Known } from './values.ts';

/** A request before it is put together, so that any part of it can be broken. */
export interface Draft {
  readonly method: Operation['method'];
  /** `/api/v1/books/{book}` with what stands for each name, not yet encoded. */
  readonly path: string;
  readonly names: Readonly<Record<string, string>>;
  readonly query: readonly (readonly [name: string, value: string])[];
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  /** The path and query as they are sent, where no encoding of values gives them. */
  readonly url?: string;
  /** It leads to no operation of the document. */
  readonly isElsewhere?: boolean;
}

export interface Case {
  /** How it was broken; `fits`: not at all. */
  readonly how: string;
  readonly draft: Draft;
}

/** Requests of one operation: a third as the document has them, the others broken in one or two ways. */
export function casesOf(operation: Operation, known: Known): Arbitrary<Case> {
  const breaking = fc.constantFrom(...BREAKS);
  const how = fc.oneof(
    { weight: 2, arbitrary: fc.constant([]) },
    { weight: 3, arbitrary: fc.tuple(breaking) },
    { weight: 1, arbitrary: fc.tuple(breaking, breaking) },
  );
  return fc.tuple(draftsOf(operation, known), how, fc.nat()).map(([draft, breaks, dice]) => ({
    how: breaks.map(({ name }) => name).join(' + ') || 'fits',
    draft: breaks.reduce((broken, one) => one.apply(broken, dice), draft),
  }));
}

function draftsOf({ method, path, parameters, takes }: Operation, known: Known): Arbitrary<Draft> {
  const texts = (place: 'path' | 'query', isAlways: boolean) =>
    fc.record(
      Object.fromEntries(
        parameters
          .filter((one) => one.in === place && !SLOW.includes(one.name))
          .map(({ name, schema }) => [name, fitting(schema, known, name).map(String)]),
      ),
      isAlways
        ? {}
        : {
            requiredKeys: parameters
              .filter((one) => one.in === place && one.required)
              .map(({ name }) => name),
          },
    );
  const bodies = Object.entries(takes).map(([type, { schema }]) =>
    fc.tuple(fc.constant(type), bodyOf(type, { schema, known })),
  );
  const body = bodies.length > 0 ? fc.oneof(...bodies) : fc.constant([null, undefined] as const);
  return fc.tuple(texts('path', true), texts('query', false), body).map(([names, query, [type, value]]) => ({
    method,
    path,
    names: { ...names },
    query: Object.entries(query),
    headers: type === null ? {} : { 'content-type': type },
    body: value,
  }));
}

/** Waits for the end of what nobody here works on. */
const SLOW = ['wait'];

function bodyOf(
  type: string,
  { schema, known }: { schema: Operation['takes'][string]['schema']; known: Known },
) {
  if (type === 'application/x-ndjson')
    return lines().map((some) => some.map((one) => JSON.stringify(one)).join('\n'));
  if (type === 'text/csv')
    return lines().map((some) =>
      ['number,date,amount,customer', ...some.map((one) => Object.values(one).join())].join('\n'),
    );
  if (type === 'application/yaml' || type === 'application/octet-stream')
    return fc.string({ maxLength: 200 });
  return isAnything(schema) ? fc.oneof(sale(), fitting(schema, known)) : fitting(schema, known);
}

function isAnything(schema: object): boolean {
  return !('type' in schema || 'anyOf' in schema);
}

function lines() {
  return fc.array(sale(), { minLength: 1, maxLength: 4 });
}

/** What the flows of the world read. */
function sale() {
  return fc.record({
    number: fc.string({ minLength: 1, maxLength: 12 }),
    date: fc.constantFrom('2026-03-01', '2026-12-31', '2025-01-01', 'tomorrow'),
    amount: fc.constantFrom('100.00', '0.01', '-5', '1e5', '99999999999999999999', '١٢'),
    customer: fc.constantFrom('C1', 'C2', 'nobody', ''),
  });
}

/** As it is sent. */
export function requestOf({ method, path, names, query, headers, body, url }: Draft): InjectOptions {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encode(names[name] ?? ''));
  const search = query.map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&');
  const isRaw = typeof body === 'string' || Buffer.isBuffer(body);
  return {
    method,
    url: url ?? `${filled}${search === '' ? '' : `?${search}`}`,
    headers,
    ...(body === undefined ? {} : { payload: isRaw ? body : JSON.stringify(body) }),
  };
}

/** Half of a surrogate pair has no encoding. */
function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}
