import { createHmac } from 'node:crypto';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { Ending } from '#storage/testing/fresh-database.ts';
import { loopbackServer } from './loopback-server.ts';

/** How an ID token is made. Whatever is left out is right. */
export interface Forgery {
  readonly claims?: Readonly<Record<string, unknown>>;
  /** `none`, or HS256 with the published key as the secret: the two classic confusions; `stolen`: an unpublished key. */
  readonly signature?: 'none' | 'HS256' | 'stolen';
  /** Set in the header of the token, e.g. `jku`. */
  readonly header?: Readonly<Record<string, unknown>>;
  readonly withoutToken?: boolean;
  /** Replaces members of what the provider says about itself. */
  readonly metadata?: Readonly<Record<string, unknown>>;
}

/** A provider that answers every code with the token it was told to make: what a broken or hostile one could send. */
export async function forgingIssuer(ending: Ending, clientId: string) {
  const server = await loopbackServer(ending);
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  const stolen = (await generateKeyPair('RS256')).privateKey;
  const jwk = { ...(await exportJWK(publicKey)), kid: 'published', alg: 'RS256', use: 'sig' };
  const metadata = {
    issuer: server.url,
    authorization_endpoint: `${server.url}/authorize`,
    token_endpoint: `${server.url}/token`,
    jwks_uri: `${server.url}/jwks`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256', 'none', 'HS256'],
  };
  const make = async (nonce: string, { claims, signature, header }: Forgery): Promise<string> => {
    const now = Math.floor(Date.now() / 1000);
    const right = { iss: server.url, aud: clientId, sub: 'li.na', iat: now, exp: now + 300, nonce };
    const all = { ...right, ...claims };
    const unsigned = (alg: string) =>
      [{ alg, kid: 'published', ...header }, all].map((part) => base64url(JSON.stringify(part))).join('.');
    if (signature === 'none') return `${unsigned('none')}.`;
    if (signature === 'HS256') {
      const mac = createHmac('sha256', JSON.stringify(jwk)).update(unsigned('HS256')).digest('base64url');
      return `${unsigned('HS256')}.${mac}`;
    }
    return new SignJWT(all)
      .setProtectedHeader({ alg: 'RS256', kid: 'published', ...header })
      .sign(signature === 'stolen' ? stolen : privateKey);
  };
  return {
    url: server.url,
    /** Everything from now on is made like this, for the browser that left with `nonce`. */
    forge: (nonce: string, forgery: Forgery) =>
      server.answer(async ({ url = '' }, response) => {
        const token = forgery.withoutToken ? {} : { id_token: await make(nonce, forgery) };
        const body = {
          '/jwks': { keys: [jwk] },
          '/token': { access_token: 'any', token_type: 'Bearer', expires_in: 60, ...token },
        }[url] ?? { ...metadata, ...forgery.metadata };
        response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
      }),
  };
}

function base64url(text: string): string {
  return Buffer.from(text).toString('base64url');
}
