import type { Static, TObject, TSchema } from 'typebox';
import type { Access } from '#access/access.ts';
import type { Caller } from '#access/caller.ts';
import { isPermission, type Permission } from '#access/permissions.ts';
import type { Principal } from '#access/principal.ts';
import { Sight } from '#access/sight.ts';
import type { ApiContext } from '#api/api-context.ts';
import type { Language } from '#core/trouble/message.ts';
import { RefusalError } from '#core/trouble/trouble.ts';
import type { Tx } from '#storage/database.ts';
import type { Answer, Outgoing } from './answer.ts';
import { BodyStream } from './body-stream.ts';
import { assertScope, checkScope, namedBy, type Scope } from './check-scope.ts';
import { JsonBody } from './json-body.ts';
import { parserOf } from './parse-request.ts';
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
  /** What whoever asks may do. */
  readonly access: Access;
  /** Who asks, as vouchers and the audit log say it. */
  readonly principal: string;
  /** What the request shows of whoever sent it. */
  readonly caller: Caller;
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
  /** What the caller sees by the permission of the route: lists filter by it, and what is shown is masked by it. */
  readonly sight: Sight;
}

/** What a route is, without what it does. The OpenAPI document is made from these. */
export interface RouteFacts {
  readonly method: Method;
  /** As OpenAPI writes it: `/books/{book}`. */
  readonly path: string;
  readonly summary: string;
  /** The heading it stands under. */
  readonly tag: string;
  /** What it takes. `self`: any person or client signed in. `none` and `signature`: no principal at all. */
  readonly permission: Permission | 'self' | 'none' | 'signature';
  /** What keeps it within what the caller was granted: `check-scope.ts`. */
  readonly scope: Scope;
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
  /** Media types of what it gives, where that is no JSON. */
  readonly gives?: readonly string[];
  /** Whether a session that lacks its second factor may come here: always, or only to set the first one up. Default: no. */
  readonly halfWay?: 'always' | 'set-up';
  /** The answer holds what is shown once: it is kept nowhere, so `Idempotency-Key` is not heeded. */
  readonly isShownOnce?: boolean;
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
  assertScope(spec);
  const parse = parsersOf<P, Q, B>(spec);
  const run = async (raw: RawRequest, context: ApiContext): Promise<Answer> => {
    requireWholeSession(raw.access.principal, spec.halfWay);
    const answer = (outgoing: Outgoing) => render(outgoing, { language: raw.language, instance: raw.path });
    // Whoever may not do it is not told what is wrong with what they sent.
    if (isPermission(spec.permission)) raw.access.require(spec.permission);
    const params = parse.params(raw.params);
    if (!params.ok) return answer(params);
    const query = parse.query(raw.query);
    const named = namedBy(params.value, query.ok ? query.value : {});
    const sight = await admit(spec, raw, { context, named });
    if (!query.ok) return answer(query);
    const body = parse.body(raw.body instanceof JsonBody ? raw.body.value : undefined);
    if (!body.ok) return answer(body);
    const asked = { params: params.value, query: query.value, body: body.value, raw, sight };
    const { change, handle } = spec;
    const once = onceOf(spec, raw, answer);
    if (change) return changeOnce(context.database, once, (tx) => change(asked, { ...context, tx }));
    return runOnce(context.database, once, () => handle(asked, context));
  };
  return { ...spec, run };
}

/** Ends the request of somebody who is in the middle of signing in, except where that is done. */
function requireWholeSession({ session }: Principal, halfWay: RouteFacts['halfWay']): void {
  if (session === undefined || session.isComplete || halfWay === 'always') return;
  if (halfWay === 'set-up' && session.lacks === 'set-up-second-factor') return;
  throw new RefusalError({ code: 'second_factor_required' });
}

/** What the caller sees by way of the route; ends the request of one who may not do it there. */
async function admit(
  { permission, scope }: Pick<RouteFacts, 'permission' | 'scope'>,
  { access }: RawRequest,
  { context, named }: { readonly context: ApiContext; readonly named: Readonly<Record<string, unknown>> },
): Promise<Sight> {
  if (!isPermission(permission)) return new Sight([]);
  await checkScope({ permission, scope, named, access, context });
  return access.sight(permission);
}

function parsersOf<P extends TObject, Q extends TObject, B extends TSchema>(spec: Facts<P, Q, B>) {
  const body = (spec.takes ?? 'json') === 'json' ? spec.body : undefined;
  return {
    params: parserOf(spec.params, { at: 'path', convert: true }),
    query: parserOf(spec.query, { at: 'query', convert: true }),
    body: parserOf(body, { at: 'body', convert: false }),
  };
}

/** Only what changes something is done once per key; a key on a read is nobody's business. */
function onceOf(
  { method, isShownOnce = false }: Pick<RouteFacts, 'method' | 'isShownOnce'>,
  raw: RawRequest,
  answer: (outgoing: Outgoing) => Answer,
): Once {
  const key = method === 'POST' && !isShownOnce ? raw.headers['idempotency-key'] : undefined;
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
