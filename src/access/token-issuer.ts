import type { IncomingMessage, ServerResponse } from 'node:http';
import Provider, { type errors, type KoaContextWithOIDC } from 'oidc-provider';
import { audit } from '#storage/audit-log.ts';
import type { Caller } from './caller.ts';
import { actorOf } from './client-principal.ts';
import { isClientSecret } from './client-secret.ts';
import { OAUTH_PATHS, type OidcOptions, oidcConfiguration } from './oidc-configuration.ts';
import { PERMISSION_NAMES } from './permissions.ts';
import { rateExceeded } from './rate-exceeded.ts';
import type { SigningKeys } from './signing-keys.ts';
import type { TokenBuckets } from './token-bucket.ts';

export interface TokenIssuerOptions extends Pick<OidcOptions, 'database' | 'now'> {
  readonly buckets: TokenBuckets;
  readonly keys: SigningKeys;
  /** The address of this hub, without a path: `https://hub.example.com`. */
  readonly issuer: () => string;
  readonly audience: () => string;
  /** Hears of our own mistakes. */
  readonly report: (error: unknown) => void;
}

/** From one address. A client needs one every few minutes; this leaves room for many clients behind one address. */
const TOKENS_PER_MINUTE = 300;

interface Refused {
  /** Whom it named; null where there is no such client. */
  readonly client: string | null;
  readonly error: string;
  readonly detail: string;
}

type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/**
 * The authorization server of this hub (OAuth 2.0 client credentials, RFC 6749 §4.4): takes a client's secret or signed
 * assertion, gives a JWT access token (RFC 9068), and writes both outcomes into the audit log before it answers (Decision 14).
 */
export class TokenIssuer {
  readonly #options: TokenIssuerOptions;
  readonly #callers = new WeakMap<IncomingMessage, Caller>();
  #made: { readonly name: string; readonly handle: Handle } | null = null;

  constructor(options: TokenIssuerOptions) {
    this.#options = options;
  }

  /**
   * Gives what answers this caller: with a token, with the public keys, or with the description of both. Whoever asks for
   * tokens too often is told to wait.
   */
  async admit(caller: Caller): Promise<Handle> {
    if (caller.path === OAUTH_PATHS.token) {
      const allowance = this.#options.buckets.take(`token ${caller.ip}`, TOKENS_PER_MINUTE);
      if (!allowance.isGranted) throw rateExceeded(allowance);
    }
    const handle = await this.#handler();
    return async (request, response) => {
      this.#callers.set(request, caller);
      await handle(request, response);
    };
  }

  /** The server is made of its keys: with a new key there is a new server. */
  async #handler(): Promise<Handle> {
    const keys = await this.#options.keys.current();
    const name = [this.#options.issuer(), ...keys.map(({ keyId }) => keyId)].join();
    if (this.#made?.name !== name) {
      const callerOf = (request: IncomingMessage) => this.#callers.get(request)!;
      const audience = this.#options.audience();
      const provider = makeProvider({ ...this.#options, keys, audience, callerOf }, this.#options);
      this.#made = { name, handle: provider.callback() };
    }
    return this.#made.handle;
  }
}

function makeProvider(
  oidc: OidcOptions,
  { issuer, report }: Pick<TokenIssuerOptions, 'issuer' | 'report'>,
): Provider {
  const provider = new Provider(issuer(), oidcConfiguration(oidc));
  provider.Client.prototype.compareClientSecret = function compare(secret) {
    return isClientSecret(secret, Buffer.from(this.clientSecret ?? '', 'base64url'));
  };
  const refused = new WeakMap<IncomingMessage, Refused>();
  provider.on('server_error', (_, error) => report(error));
  provider.on('grant.error', (ctx, error) => refused.set(ctx.req, refusedOf(ctx, error)));
  provider.use(async (ctx, next) => {
    // Addresses it publishes come from the configuration, not from whatever Host header a stranger sent.
    Object.defineProperty(ctx, 'href', { value: issuer() + ctx.path });
    await next();
    // Pages of other sites have no business here.
    for (const name of Object.keys(ctx.response.headers)) {
      if (name.toLowerCase().startsWith('access-control-')) ctx.remove(name);
    }
    if (ctx.path === OAUTH_PATHS.discovery) ctx.body = describing(ctx.body);
    const what = refused.get(ctx.req);
    if (what) await auditRefused(oidc, { ...what, ip: oidc.callerOf(ctx.req).ip });
  });
  return provider;
}

/** Of the description, what this server does; the library's routes for browsers are not served. */
const DESCRIBED = [
  ...['issuer', 'token_endpoint', 'jwks_uri', 'grant_types_supported', 'response_types_supported'],
  ...['token_endpoint_auth_methods_supported', 'token_endpoint_auth_signing_alg_values_supported'],
];

function describing(body: unknown): Record<string, unknown> {
  const entries = Object.entries(typeof body === 'object' && body !== null ? body : {});
  const described = entries.filter(([name]) => DESCRIBED.includes(name));
  return {
    ...Object.fromEntries(described),
    scopes_supported: PERMISSION_NAMES,
    tls_client_certificate_bound_access_tokens: true,
  };
}

function refusedOf({ oidc }: KoaContextWithOIDC, error: errors.OIDCProviderError): Refused {
  return {
    client: oidc.client?.clientId ?? null,
    error: error.message,
    detail: error.error_detail ?? error.error_description ?? '',
  };
}

/** Who asked is not known: it did not prove to be the client whose id it named. */
async function auditRefused(
  { database }: Pick<OidcOptions, 'database'>,
  { client, ...details }: Refused & { readonly ip: string },
): Promise<void> {
  const subject = actorOf(client ?? 'unknown');
  await database.transaction((tx) =>
    audit(tx, { actor: 'anyone', action: 'client.token-refused', subject, details }),
  );
}
