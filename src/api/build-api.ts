import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { Access } from '#access/access.ts';
import type { Principal } from '#access/principal.ts';
import { RefusalError } from '#core/trouble/trouble.ts';
import type { ApiContext } from './api-context.ts';
import { answerPage, asksForPage, serveConsoleFiles } from './console-files.ts';
import { forgetKeysHourly } from './http/forget-keys.ts';
import { languageOf } from './http/language.ts';
import { listenerOptions } from './http/listener-options.ts';
import { problem } from './http/problem.ts';
import { rateHeaders } from './http/rate-headers.ts';
import { secure, secureEveryAnswer } from './http/security-headers.ts';
import { serveTokens } from './http/token-endpoint.ts';
import { troubleAnswer } from './http/trouble-answer.ts';
import { answerUnread } from './http/unread-request.ts';
import { NewsRoom } from './live/news-room.ts';
import { getReference } from './reference.ts';
import { callerOf, pathOf, registerRoutes, send } from './register-routes.ts';
import { apiRoutes, hookRoutes, openRoutes, operationRoutes, signInRoutes } from './routes.ts';

const API = '/api/v1';
/** Longer than the longest answer we make somebody wait for. */
const SILENCE_MAX_MS = 11 * 60_000;
const STRANGER: Principal = { kind: 'system', id: 'anyone', actor: 'anyone', grants: [] };
const ANYONE = new Access(STRANGER);

/** The whole HTTP side of the hub, not listening yet. */
export function buildApi(given: ApiContext): FastifyInstance {
  const news = given.news ?? new NewsRoom({ ...given, ...given.limits });
  const context = { ...given, news };
  const app = newServer(context);
  secureEveryAnswer(app);
  forgetKeysHourly(app, context);
  const stop = new AbortController();
  app.addHook('preClose', async () => stop.abort());
  app.addHook('onClose', () => news.close());
  const folder = context.consoleFolder ?? null;
  if (folder !== null) serveConsoleFiles(app, folder);
  // What no route answers may be a page of the console.
  app.setNotFoundHandler((request, reply) =>
    asksForPage(request) ? answerPage(reply, folder) : answerUnknown(request, reply),
  );
  const stopping = stop.signal;
  void app.register(async (scope) => {
    scope.addHook('onRequest', async (request, reply) => {
      const principal = await context.authenticate(callerOf(request));
      request.access = new Access(principal);
      if (principal.allowance) reply.headers(rateHeaders(principal.allowance));
    });
    void scope.register(
      async (api) => {
        // A handler of this scope, so that what does not exist is not told to strangers either.
        api.setNotFoundHandler(answerUnknown);
        registerRoutes(api, { routes: [...apiRoutes, getReference], context, stopping });
      },
      { prefix: API },
    );
    registerRoutes(scope, { routes: operationRoutes, context, stopping });
  });
  void app.register(async (scope) => registerRoutes(scope, { routes: signInRoutes, context, stopping }), {
    prefix: API,
  });
  serveTokens(app, context);
  registerRoutes(app, { routes: hookRoutes, context, stopping });
  registerRoutes(app, { routes: openRoutes, context, stopping });
  return app;
}

function newServer(context: ApiContext): FastifyInstance {
  const app: FastifyInstance = fastify({
    ...listenerOptions(context.listening),
    logger: false,
    connectionTimeout: SILENCE_MAX_MS,
    requestTimeout: 0,
    bodyLimit: 2 ** 20,
    routerOptions: { maxParamLength: 400, caseSensitive: true },
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
    forceCloseConnections: 'idle',
    clientErrorHandler: answerUnread,
    // An address that cannot be read: told before any hook or handler of ours.
    frameworkErrors: (error, request, reply) => {
      secure(request, reply);
      void send(reply, troubleAnswer(error, askingOf(request), context.log));
    },
  });
  app.decorateRequest('access', null!);
  app.addHook('onRequest', async (request) => {
    // Addresses that we tell, and whose cookies we take, are made of it. Probes of HTTP/1.0 send none.
    if (request.host && !URL.canParse(`http://${request.host}`))
      throw new RefusalError({ code: 'host_invalid', at: 'Host' });
    request.access = ANYONE;
  });
  app.setErrorHandler((error, request, reply) =>
    send(reply, troubleAnswer(error, askingOf(request), context.log)),
  );
  return app;
}

function answerUnknown(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const params = { method: request.method, path: pathOf(request) };
  return send(reply, problem({ code: 'route_unknown', params }, askingOf(request)));
}

function askingOf(request: FastifyRequest) {
  return { language: languageOf(request.headers['accept-language']), instance: pathOf(request) };
}
