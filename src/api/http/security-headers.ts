import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const YEAR_S = 31_536_000;
const HSTS = 'strict-transport-security';

/** For answers that are data: nothing may run in them, frame them or guess what they are. Pages say more of their own. */
const HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};

/** Every answer carries these, refusals included; what a route sets itself goes before. */
export function secureEveryAnswer(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => secure(request, reply));
}

/** The same for an answer that is given before any hook runs. */
export function secure(request: FastifyRequest, reply: FastifyReply): void {
  reply.headers(securityHeaders(isEncrypted(request)));
}

export function securityHeaders(isEncrypted: boolean): Readonly<Record<string, string>> {
  return isEncrypted ? { ...HEADERS, [HSTS]: `max-age=${YEAR_S}; includeSubDomains` } : HEADERS;
}

/** By our own listener, or by a proxy that we trust and that says so. */
function isEncrypted({ protocol }: FastifyRequest): boolean {
  return protocol === 'https';
}
