import type { Static, TObject, TSchema } from 'typebox';
import type { ApiContext } from '#api/api-context.ts';
import type { Language } from '#core/trouble/message.ts';
import type { Tx } from '#storage/database.ts';
import type { Answer, Outgoing } from './answer.ts';
import { BodyStream } from './body-stream.ts';
import { JsonBody } from './json-body.ts';
import { type Parsed, parserOf } from './parse-request.ts';
import { render } from './problem.ts';
import { changeOnce, type Once, runOnce } from './run-once.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** A request as fastify gives it, whatever server would carry it. */
export interface RawRequest {
  readonly params: unknown;
  readonly query: unknown;
  /** A `JsonBody`, a `Buffer` or a `BodyStream`, as the route takes it. */
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** The path without its query. */
  readonly path: string;
  readonly principal: string;
  readonly language: Language;
  /** Aborted when the caller hangs up or the server stops. */
  readonly signal: AbortSignal;
  /** Aborted when the server stops: for work that outlives its request. */
  readonly stopping: AbortSignal;
}

/** A request whose parts are what the route says they are. */
export interface Asked<Params, Query, Body> {
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly raw: RawRequest;
}

/** What a route is, without what it does. The OpenAPI document is made from these. */
export interface RouteFacts {
  readonly method: Method;
  /** As OpenAPI writes it: `/books/{book}`. */
  readonly path: string;
  readonly summary: string;
  /** The heading it stands under. */
  readonly tag: string;
  readonly permission: string;
  readonly params?: TObject;
  readonly query?: TObject;
  readonly body?: TSchema;
  /** Default `json`: parsed and checked. `bytes` and `stream` are read by the route itself. */
  readonly takes?: 'json' | 'bytes' | 'stream';
  /** Media types of the body. Default application/json. */
  readonly mediaTypes?: readonly string[];
  /** Largest body in bytes. Default 1 MiB. */
  readonly bodyMax?: number;
  readonly replies: Readonly<Record<number, TSchema>>;
}

export interface Route extends RouteFacts {
  readonly run: (raw: RawRequest, context: ApiContext) => Promise<Answer>;
}

type Facts<P extends TObject, Q extends TObject, B extends TSchema> = Omit<
  RouteFacts,
  'params' | 'query' | 'body'
> & {
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
};

type Does<Ask> =
  /** Reads, or does work of several transactions. */
  | { readonly handle: (asked: Ask, context: ApiContext) => Promise<Outgoing>; readonly change?: never }
  /** Changes something in one transaction, which is rolled back when the answer is a refusal. */
  | {
      readonly change: (asked: Ask, context: ApiContext & { readonly tx: Tx }) => Promise<Outgoing>;
      readonly handle?: never;
    };

type Empty = TObject<Record<never, never>>;

/** A route as one value: what it is, what it takes, what it does. */
export function defineRoute<
  P extends TObject = Empty,
  Q extends TObject = Empty,
  B extends TSchema = TSchema,
>(spec: Facts<P, Q, B> & Does<Asked<Static<P>, Static<Q>, Static<B>>>): Route {
  const parse = requestParser<P, Q, B>(spec);
  const run = async (raw: RawRequest, context: ApiContext): Promise<Answer> => {
    const parsed = parse(raw);
    const answer = (outgoing: Outgoing) => render(outgoing, { language: raw.language, instance: raw.path });
    if (!parsed.ok) return answer(parsed);
    const asked = { ...parsed.value, raw };
    const { change, handle } = spec;
    const once = onceOf(spec.method, raw, answer);
    if (change) return changeOnce(context.database, once, (tx) => change(asked, { ...context, tx }));
    return runOnce(context.database, once, () => handle(asked, context));
  };
  return { ...spec, run };
}

function requestParser<P extends TObject, Q extends TObject, B extends TSchema>(spec: Facts<P, Q, B>) {
  const params = parserOf(spec.params, { at: 'path', convert: true });
  const query = parserOf(spec.query, { at: 'query', convert: true });
  const body = parserOf((spec.takes ?? 'json') === 'json' ? spec.body : undefined, {
    at: 'body',
    convert: false,
  });
  return (raw: RawRequest): Parsed<{ params: Static<P>; query: Static<Q>; body: Static<B> }> => {
    const parsedParams = params(raw.params);
    if (!parsedParams.ok) return parsedParams;
    const parsedQuery = query(raw.query);
    if (!parsedQuery.ok) return parsedQuery;
    const parsedBody = body(raw.body instanceof JsonBody ? raw.body.value : undefined);
    if (!parsedBody.ok) return parsedBody;
    return {
      ok: true,
      value: { params: parsedParams.value, query: parsedQuery.value, body: parsedBody.value },
    };
  };
}

/** Only what changes something is done once per key; a key on a read is nobody's business. */
function onceOf(method: Method, raw: RawRequest, answer: (outgoing: Outgoing) => Answer): Once {
  const key = method === 'POST' ? raw.headers['idempotency-key'] : undefined;
  return {
    key: Array.isArray(key) ? key.join() : key,
    principal: raw.principal,
    request: `${method} ${raw.path}`,
    body: raw.body instanceof BodyStream ? raw.body : bytesOf(raw),
    render: answer,
  };
}

/** The bytes of a body that was held; none where it is streamed. */
export function bytesOf({ body }: RawRequest): Buffer {
  if (body instanceof JsonBody) return body.bytes;
  return Buffer.isBuffer(body) ? body : Buffer.alloc(0);
}

/** The body as it arrives. A request without a body has none to read. */
export function streamOf({ body }: RawRequest): AsyncIterable<Uint8Array> {
  return body instanceof BodyStream ? body.chunks() : new BodyStream(NO_BYTES).chunks();
}

const NO_BYTES: AsyncIterable<Uint8Array> = {
  async *[Symbol.asyncIterator]() {},
};
