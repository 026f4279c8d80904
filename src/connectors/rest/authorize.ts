import { assert } from '#core/trouble/trouble.ts';
import type { TokenSource } from './oauth-token.ts';
import type { RestSettings } from './settings.ts';
import { type SignedRequest, signRequest } from './signature.ts';

/** What a request needs to be let in. */
export interface Pass {
  readonly headers: Readonly<Record<string, string>>;
  /** The OAuth token used, so that it can be rejected. */
  readonly token: string | null;
}

export interface PassPorts {
  readonly tokens: TokenSource | null;
  readonly now: () => Date;
  readonly nonce: () => string;
}

/** Adds the key to the query where that is how the system takes it. Before signing: a signature covers it. */
export function addKeyToQuery(url: URL, settings: RestSettings): void {
  if (settings.auth === 'api-key' && settings.apiKeyIn === 'query') {
    url.searchParams.set(settings.apiKeyName, settings.apiKey ?? '');
  }
}

/** The headers that say who we are. */
export async function authorize(
  settings: RestSettings,
  request: SignedRequest,
  ports: PassPorts,
): Promise<Pass> {
  switch (settings.auth) {
    case 'basic':
      return pass({ authorization: basic(settings.user ?? '', settings.password ?? '') });
    case 'bearer':
      return pass({ authorization: `Bearer ${settings.token ?? ''}` });
    case 'api-key':
      return pass(settings.apiKeyIn === 'header' ? { [settings.apiKeyName]: settings.apiKey ?? '' } : {});
    case 'oauth2': {
      assert(ports.tokens !== null, 'an OAuth connection has a token source');
      const token = await ports.tokens.current();
      return { headers: { authorization: `Bearer ${token}` }, token };
    }
    case 'hmac':
      return pass(signRequest(schemeOf(settings), request, { now: ports.now(), nonce: ports.nonce() }));
    case 'none':
      return pass({});
  }
}

export function basic(user: string, password: string): string {
  return `Basic ${Buffer.from(`${user}:${password}`, 'utf8').toString('base64')}`;
}

function pass(headers: Readonly<Record<string, string>>): Pass {
  return { headers, token: null };
}

function schemeOf(settings: RestSettings) {
  return {
    keyId: settings.hmacKeyId,
    secret: settings.hmacSecret ?? '',
    algorithm: settings.hmacAlgorithm,
    encoding: settings.hmacEncoding,
    canonical: settings.hmacCanonical,
    headers: settings.hmacHeaders,
    timestamp: settings.hmacTimestamp,
  };
}
