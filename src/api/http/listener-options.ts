import type { Listening } from '#api/api-context.ts';

/**
 * How fastify listens: TLS 1.3 where there is a certificate, and clients' certificates are asked for where there is an
 * authority for them. None is demanded: whoever needs one is a matter of that client.
 */
export function listenerOptions(listening: Listening | undefined) {
  const { tls, isTrustedProxy } = listening ?? PLAIN;
  return {
    trustProxy: isTrustedProxy,
    ...(tls ? { https: { ...tlsOptions(tls), minVersion: 'TLSv1.3' as const } } : {}),
  };
}

const PLAIN: Listening = { tls: null, isTrustedProxy: () => false };

function tlsOptions({ cert, key, ca }: NonNullable<Listening['tls']>) {
  return { cert, key, ...(ca ? { ca, requestCert: true, rejectUnauthorized: false } : {}) };
}
