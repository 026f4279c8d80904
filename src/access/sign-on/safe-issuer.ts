import { RefusalError } from '#core/trouble/trouble.ts';

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/** Everything a provider says must come over TLS; only the very machine that develops may do without. */
export function requireSafeIssuer(issuer: string, { loopback }: { readonly loopback: boolean }): URL {
  const url = new URL(issuer);
  if (url.protocol === 'https:' || (loopback && LOOPBACK.test(url.hostname))) return url;
  throw new RefusalError({ code: 'sign_on_insecure', at: 'issuer', params: { address: issuer } });
}
