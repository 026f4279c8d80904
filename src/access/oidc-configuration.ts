import type { IncomingMessage } from 'node:http';
import {
  type Adapter,
  type ClientMetadata,
  type Configuration,
  errors,
  type KoaContextWithOIDC,
  type ResourceServer,
} from 'oidc-provider';
import { audit } from '#storage/audit-log.ts';
import { CLIENT_METHODS, type ClientRow, findClient, noteToken, useAssertion } from '#storage/clients.ts';
import type { Database } from '#storage/database.ts';
import type { Caller } from './caller.ts';
import { actorOf, isUsable, misplaced } from './client-principal.ts';
import { isPermission, PERMISSION_NAMES } from './permissions.ts';
import { SIGNING_ALGORITHM, type SigningKey } from './signing-keys.ts';

export interface OidcOptions {
  readonly database: Database;
  /** Newest first: the first one signs. */
  readonly keys: readonly SigningKey[];
  readonly audience: string;
  readonly now: () => Date;
  readonly callerOf: (request: IncomingMessage) => Caller;
}

export const OAUTH_PATHS = {
  token: '/oauth/token',
  jwks: '/oauth/jwks',
  discovery: '/.well-known/openid-configuration',
} as const;

/** Ten minutes are the most; five make a stolen token short-lived and a nightly job ask rarely. */
const TOKEN_SECONDS = 300;
/** Within this a signed assertion must expire, so that used ones need not be remembered for long. */
const ASSERTION_SECONDS_MAX = 300;
const CLOCK_TOLERANCE_S = 5;

/** Client credentials and nothing else: no sign-in pages, no codes, no refresh tokens, no registration. */
export function oidcConfiguration(options: OidcOptions): Configuration {
  return {
    adapter: adapterOf(options),
    jwks: { keys: options.keys.map(({ privateJwk }) => ({ ...privateJwk, kty: 'EC' })) },
    routes: { token: OAUTH_PATHS.token, jwks: OAUTH_PATHS.jwks },
    responseTypes: [],
    scopes: [...PERMISSION_NAMES],
    clientAuthMethods: [...CLIENT_METHODS],
    enabledJWA: { clientAuthSigningAlgValues: ['ES256', 'EdDSA', 'PS256'] },
    clientDefaults: { id_token_signed_response_alg: SIGNING_ALGORITHM },
    clockTolerance: CLOCK_TOLERANCE_S,
    ttl: { ClientCredentials: TOKEN_SECONDS },
    assertJwtClientAuthClaimsAndHeader: (_, { exp }) => {
      if (Number(exp) <= options.now().getTime() / 1_000 + ASSERTION_SECONDS_MAX + CLOCK_TOLERANCE_S) return;
      throw new errors.InvalidClientAuth({ detail: 'the assertion lives too long' });
    },
    formats: {
      customizers: {
        jwt: async (ctx, token, { payload }) => {
          const client = await allowedClient(options, ctx, token.clientId ?? '');
          if (client.certificate !== null) payload.cnf = { 'x5t#S256': client.certificate };
          await noteIssue(options, ctx, {
            client: client.client_id,
            jti: token.jti,
            scope: token.scope ?? '',
          });
        },
      },
    },
    features: {
      clientCredentials: { enabled: true },
      devInteractions: { enabled: false },
      userinfo: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      dPoP: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => options.audience,
        getResourceServerInfo: (ctx, resource, { clientId }) =>
          resourceServer(options, ctx, { resource, clientId }),
      },
    },
  };
}

/** What the client may ask for here and now, and the form of its token. */
async function resourceServer(
  options: OidcOptions,
  ctx: KoaContextWithOIDC,
  asked: { readonly resource: string; readonly clientId: string },
): Promise<ResourceServer> {
  if (asked.resource !== options.audience) throw new errors.InvalidTarget();
  const client = await allowedClient(options, ctx, asked.clientId);
  const scopes = client.scopes.filter(isPermission);
  const { params } = ctx.oidc;
  const wanted = typeof params?.scope === 'string' ? params.scope.split(' ') : [];
  const refused = wanted.find((scope) => !scopes.some((one) => one === scope));
  if (refused !== undefined) throw new errors.InvalidScope('requested scope is not allowed', refused);
  // Who names no scope gets all of its own (RFC 6749 §3.3); the handler reads the parameter after this.
  if (params && wanted.length === 0) params.scope = scopes.join(' ');
  const [key] = options.keys;
  return {
    audience: options.audience,
    scope: scopes.join(' '),
    accessTokenTTL: TOKEN_SECONDS,
    accessTokenFormat: 'jwt',
    jwt: { sign: { alg: SIGNING_ALGORITHM, kid: key!.keyId } },
  };
}

async function allowedClient(
  { database, now, callerOf }: OidcOptions,
  ctx: KoaContextWithOIDC,
  clientId: string,
): Promise<ClientRow> {
  const client = await findClient(database, clientId);
  if (client === null || !isUsable(client, now())) throw new errors.InvalidClient();
  const why = misplaced(client, callerOf(ctx.req));
  if (why !== null) throw new errors.UnauthorizedClient(`this client may not call from here: ${why}`);
  return client;
}

async function noteIssue(
  { database, callerOf }: OidcOptions,
  ctx: KoaContextWithOIDC,
  { client, jti, scope }: { readonly client: string; readonly jti: string; readonly scope: string },
): Promise<void> {
  const { ip } = callerOf(ctx.req);
  await database.transaction(async (tx) => {
    await noteToken(tx, client);
    const actor = actorOf(client);
    await audit(tx, { actor, action: 'client.token', subject: actor, details: { jti, scope, ip } });
  });
}

/** Clients are read from our table, used assertions are written there; it keeps nothing else. */
function adapterOf({ database, now }: OidcOptions) {
  return (name: string): Adapter => ({
    find: async (id) => {
      if (name !== 'Client') return undefined;
      const client = await findClient(database, id);
      return client && isUsable(client, now()) ? metadataOf(client) : undefined;
    },
    upsert: async (id, _, seconds = ASSERTION_SECONDS_MAX) => {
      if (name !== 'ReplayDetection') throw new Error(`bug: the token issuer keeps no ${name}`);
      const expiresAt = new Date(Date.now() + (seconds + CLOCK_TOLERANCE_S) * 1_000);
      if (await useAssertion(database, { id, expiresAt })) return;
      throw new errors.InvalidClientAuth({ detail: 'this assertion was used before' });
    },
    findByUserCode: async () => undefined,
    findByUid: async () => undefined,
    consume: async () => undefined,
    destroy: async () => undefined,
    revokeByGrantId: async () => undefined,
  });
}

function metadataOf(client: ClientRow): ClientMetadata {
  return {
    client_id: client.client_id,
    token_endpoint_auth_method: client.method,
    grant_types: ['client_credentials'],
    response_types: [],
    redirect_uris: [],
    scope: client.scopes.filter(isPermission).join(' '),
    ...(client.secret_hash ? { client_secret: client.secret_hash.toString('base64url') } : {}),
    ...(client.jwks ? { jwks: { keys: client.jwks.keys.map((key) => ({ ...key })) } } : {}),
  };
}
