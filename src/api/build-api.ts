import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { ApiContext } from './api-context.ts';
import { bearerCheck } from './http/authorize.ts';
import { forgetKeysHourly } from './http/forget-keys.ts';
import { languageOf } from './http/language.ts';
import { problem } from './http/problem.ts';
import { troubleAnswer } from './http/trouble-answer.ts';
import { getReference } from './reference.ts';
import { pathOf, registerRoutes, send } from './register-routes.ts';
import { apiRoutes, hookRoutes, openRoutes, operationRoutes } from './routes.ts';

const API = '/api/v1';
/** Longer than the longest answer we make somebody wait for. */
const SILENCE_MAX_MS = 11 * 60_000;

/** The whole HTTP side of the hub, not listening yet. */
export function buildApi(context: ApiContext): FastifyInstance {
  const app = fastify({
    logger: false,
    connectionTimeout: SILENCE_MAX_MS,
    requestTimeout: 0,
    bodyLimit: 2 ** 20,
    routerOptions: { maxParamLength: 400, caseSensitive: true },
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
    forceCloseConnections: 'idle',
  });
  forgetKeysHourly(app, context);
  const stop = new AbortController();
  app.addHook('preClose', async () => stop.abort());
  app.setErrorHandler((error, request, reply) =>
    send(reply, troubleAnswer(error, askingOf(request), context.log)),
  );
  app.setNotFoundHandler(answerUnknown);
  const stopping = stop.signal;
  void app.register(async (scope) => {
    const check = bearerCheck(context.token);
    scope.addHook('onRequest', async (request) => check(request.headers.authorization));
    void scope.register(
      async (api) => {
        // A handler of this scope, so that what does not exist is not told to strangers either.
        api.setNotFoundHandler(answerUnknown);
        registerRoutes(api, { routes: [...apiRoutes, getReference], context, principal: 'api', stopping });
      },
      { prefix: API },
    );
    registerRoutes(scope, { routes: operationRoutes, context, principal: 'api', stopping });
  });
  registerRoutes(app, { routes: hookRoutes, context, principal: 'webhook', stopping });
  registerRoutes(app, { routes: openRoutes, context, principal: 'anyone', stopping });
  return app;
}

function answerUnknown(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const params = { method: request.method, path: pathOf(request) };
  return send(reply, problem({ code: 'route_unknown', params }, askingOf(request)));
}

function askingOf(request: FastifyRequest) {
  return { language: languageOf(request.headers['accept-language']), instance: pathOf(request) };
}
