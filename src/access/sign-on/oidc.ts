import * as client from 'openid-client';
import { RefusalError } from '#core/trouble/trouble.ts';
import { hasGroupsElsewhere, identifiedBy } from './claims.ts';
import type { Identified } from './identified.ts';
import type { OidcSettings } from './oidc-settings.ts';
import { oidcTrouble } from './oidc-trouble.ts';
import { outwardFetch } from './outward-fetch.ts';
import { requireSafeIssuer } from './safe-issuer.ts';

export interface OidcPorts {
  /** Guarded against calls inwards. */
  readonly fetch: typeof fetch;
  readonly now: () => Date;
  /** Whether this very machine may be called, then without TLS too. */
  readonly loopback: boolean;
}

/** A browser about to leave for the provider: where to, and what it must bring back. */
export interface Leaving {
  readonly address: string;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** A browser that came back. */
export interface Arriving {
  /** The parameters it brought, as they came. */
  readonly query: Readonly<Record<string, string>>;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

export interface Asked {
  readonly settings: OidcSettings;
  /** Registered at the provider, to the letter. */
  readonly redirectUri: string;
}

const CALL_TIMEOUT_S = 10;
/** OpenID Connect Core 1.0 §2. */
const SUBJECT_LENGTH_MAX = 255;
const METADATA_AGE_MAX_MS = 5 * 60_000;

/**
 * Sign-on by OpenID Connect: authorization code with PKCE (S256), state and nonce; the signature of the ID token is
 * checked even though it came over TLS (OWASP ASVS 5.0.0-9.1.1, 10.4.6).
 *
 * What a provider says about itself is remembered for five minutes; its keys never, so a key that was changed or
 * withdrawn counts at once.
 */
export class Oidc {
  readonly #ports: OidcPorts;
  readonly #known = new Map<string, { readonly at: number; readonly metadata: client.ServerMetadata }>();

  constructor(ports: OidcPorts) {
    this.#ports = ports;
  }

  async begin({ settings, redirectUri }: Asked): Promise<Leaving> {
    const config = await this.#configuration(settings);
    const [state, nonce, verifier] = [
      client.randomState(),
      client.randomNonce(),
      client.randomPKCECodeVerifier(),
    ];
    const address = client.buildAuthorizationUrl(config, {
      response_type: 'code',
      redirect_uri: redirectUri,
      scope: settings.scopes,
      state,
      nonce,
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      ...(settings.acrValues.length > 0 ? { acr_values: settings.acrValues.join(' ') } : {}),
    });
    return { address: address.href, state, nonce, verifier };
  }

  async finish({ settings, redirectUri }: Asked, arriving: Arriving): Promise<Identified> {
    const config = await this.#configuration(settings);
    // Built from what we are, not from the Host header of whoever calls.
    const here = new URL(`${redirectUri}?${new URLSearchParams(arriving.query)}`);
    try {
      const tokens = await client.authorizationCodeGrant(config, here, {
        expectedState: arriving.state,
        expectedNonce: arriving.nonce,
        pkceCodeVerifier: arriving.verifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (claims === undefined || claims.sub.length > SUBJECT_LENGTH_MAX) throw notProved('id_token');
      const more = settings.userInfo
        ? await client.fetchUserInfo(config, tokens.access_token, claims.sub)
        : {};
      const all = { ...more, ...claims };
      if (hasGroupsElsewhere(all, settings)) {
        throw new RefusalError({ code: 'sign_on_groups_elsewhere', at: settings.groupsClaim });
      }
      return identifiedBy(all, settings);
    } catch (error) {
      throw oidcTrouble(error, settings.issuer);
    }
  }

  /** Where a browser ends its session at the provider too; null where the provider has no such place. */
  async endAddress({ settings }: Pick<Asked, 'settings'>, returnTo: string): Promise<string | null> {
    const config = await this.#configuration(settings);
    if (config.serverMetadata().end_session_endpoint === undefined) return null;
    return client.buildEndSessionUrl(config, { post_logout_redirect_uri: returnTo }).href;
  }

  /** What the provider says about itself, asked for now. */
  async discover(settings: OidcSettings): Promise<client.ServerMetadata> {
    const issuer = requireSafeIssuer(settings.issuer, this.#ports);
    try {
      const found = await client.discovery(issuer, settings.clientId, undefined, client.None(), {
        [client.customFetch]: outwardFetch(this.#ports),
        timeout: CALL_TIMEOUT_S,
        execute: issuer.protocol === 'http:' ? [client.allowInsecureRequests] : [],
      });
      const metadata = found.serverMetadata();
      // The library lets Microsoft's shared addresses name another issuer; then every tenant of theirs could sign on.
      if (new URL(metadata.issuer).href !== issuer.href) throw notProved('issuer');
      return metadata;
    } catch (error) {
      throw oidcTrouble(error, settings.issuer);
    }
  }

  async #configuration(settings: OidcSettings): Promise<client.Configuration> {
    const { clientId, clientSecret, clientAuthentication, clockToleranceSeconds, issuer } = settings;
    const metadata = await this.#metadata(settings);
    const config = new client.Configuration(
      metadata,
      clientId,
      {
        [client.clockSkew]: Math.round((this.#ports.now().getTime() - Date.now()) / 1000),
        [client.clockTolerance]: clockToleranceSeconds,
      },
      authentication(clientSecret, clientAuthentication),
    );
    config[client.customFetch] = outwardFetch(this.#ports);
    config.timeout = CALL_TIMEOUT_S;
    client.enableNonRepudiationChecks(config);
    if (requireSafeIssuer(issuer, this.#ports).protocol === 'http:') client.allowInsecureRequests(config);
    return config;
  }

  async #metadata(settings: OidcSettings): Promise<client.ServerMetadata> {
    const now = this.#ports.now().getTime();
    const known = this.#known.get(settings.issuer);
    if (known && now - known.at < METADATA_AGE_MAX_MS) return known.metadata;
    const metadata = await this.discover(settings);
    this.#known.set(settings.issuer, { at: now, metadata });
    return metadata;
  }
}

function authentication(secret: string | null, way: OidcSettings['clientAuthentication']): client.ClientAuth {
  if (secret === null) return client.None();
  return way === 'post' ? client.ClientSecretPost(secret) : client.ClientSecretBasic(secret);
}

function notProved(what: string): RefusalError {
  return new RefusalError({ code: 'sign_on_not_proved', params: { reason: what } });
}
