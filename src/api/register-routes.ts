import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Access } from '#access/access.ts';
import type { Caller } from '#access/caller.ts';
import type { ApiContext } from './api-context.ts';
import type { Answer } from './http/answer.ts';
import { takeBytes, takeJson, takeStream } from './http/json-body.ts';
import { languageOf } from './http/language.ts';
import { peerCertificate } from './http/peer-certificate.ts';
import type { RawRequest, Route } from './http/route.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** What whoever asks may do. Set before any route runs. */
    access: Access;
  }
}

const BODY_MAX = 2 ** 20;
const TAKERS = { json: takeJson, bytes: takeBytes, stream: takeStream };

export interface Registration {
  readonly routes: readonly Route[];
  readonly context: ApiContext;
  /** Aborted when the server stops. */
  readonly stopping: AbortSignal;
}

/** Puts routes into fastify, each into the scope that takes bodies its way. */
export function registerRoutes(app: FastifyInstance, registration: Registration): void {
  for (const way of ['json', 'bytes', 'stream'] as const) {
    void app.register(async (scope) => {
      TAKERS[way](scope);
      for (const route of registration.routes) {
        if ((route.takes ?? 'json') === way) registerRoute(scope, route, registration);
      }
    });
  }
}

function registerRoute(app: FastifyInstance, route: Route, { context, stopping }: Registration): void {
  app.route({
    method: route.method,
    url: route.path.replace(/\{(\w+)\}/g, ':$1'),
    bodyLimit: route.bodyMax ?? BODY_MAX,
    handler: async (request, reply) => {
      const raw = rawOf(request, { reply, stopping });
      const answer = await route.run(raw, context);
      return send(reply, answer);
    },
  });
}

function rawOf(
  request: FastifyRequest,
  { reply, stopping }: Pick<Registration, 'stopping'> & { reply: FastifyReply },
): RawRequest {
  return {
    params: request.params,
    query: request.query,
    body: request.body,
    headers: request.headers,
    path: pathOf(request),
    access: request.access,
    principal: request.access.principal.actor,
    stopping,
    // Made only for those who ask: most requests are over before anybody could hang up.
    get caller() {
      return callerOf(request);
    },
    get signal() {
      return AbortSignal.any([stopping, hungUp(reply)]);
    },
    get language() {
      return languageOf(request.headers['accept-language']);
    },
  };
}

/** What the request shows of whoever sent it. */
export function callerOf(request: FastifyRequest): Caller {
  return {
    method: request.method,
    path: pathOf(request),
    origin: `${request.protocol}://${request.host}`,
    headers: request.headers,
    ip: request.ip,
    certificate: peerCertificate(request.raw.socket),
    isIdle: isIdle(request),
  };
}

/** A page nobody touches says so of what it asks by itself, and listening to news is not work: neither keeps a session alive. */
function isIdle({ headers }: FastifyRequest): boolean {
  return headers['x-tongzhang-background'] === '1' || headers.accept === 'text/event-stream';
}

function hungUp({ raw }: FastifyReply): AbortSignal {
  const gone = new AbortController();
  raw.once('close', () => gone.abort());
  return gone.signal;
}

export function pathOf({ url }: Pick<FastifyRequest, 'url'>): string {
  const query = url.indexOf('?');
  return query < 0 ? url : url.slice(0, query);
}

/** Bodies are made of texts and numbers by the routes, so plain serialisation is exact. */
export function send(reply: FastifyReply, { status, body, headers }: Answer): FastifyReply {
  reply.code(status);
  if (headers) reply.headers(headers);
  const isPlain = typeof body === 'string' || Buffer.isBuffer(body) || body === undefined;
  if (isPlain || body instanceof Readable) return reply.send(body);
  if (!reply.hasHeader('content-type')) reply.header('content-type', 'application/json; charset=utf-8');
  return reply.serializer(JSON.stringify).send(body);
}
