import type { FastifyInstance } from 'fastify';
import { OAUTH_PATHS } from '#access/oidc-configuration.ts';
import type { ApiContext } from '#api/api-context.ts';
import { callerOf } from '#api/register-routes.ts';

/** The paths of the authorization server: the token, the public keys, and the description of both. */
export function serveTokens(app: FastifyInstance, { tokens }: Pick<ApiContext, 'tokens'>): void {
  void app.register(async (scope) => {
    // It reads its bodies itself: a parser of ours would leave it nothing.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
    for (const [method, url] of [
      ['POST', OAUTH_PATHS.token],
      ['GET', OAUTH_PATHS.jwks],
      ['GET', OAUTH_PATHS.discovery],
    ] as const) {
      scope.route({
        method,
        url,
        handler: async (request, reply) => {
          const answer = await tokens.admit(callerOf(request));
          for (const [name, value] of Object.entries(reply.getHeaders())) {
            if (value !== undefined) reply.raw.setHeader(name, value);
          }
          reply.hijack();
          await answer(request.raw, reply.raw);
        },
      });
    }
  });
}
