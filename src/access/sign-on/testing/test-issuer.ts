import { exportJWK, generateKeyPair } from 'jose';
import { type Configuration, Provider } from 'oidc-provider';
import type { Ending } from '#storage/testing/fresh-database.ts';
import { keptAdapter } from './kept-adapter.ts';
import { loopbackServer } from './loopback-server.ts';

export const CLIENT_ID = 'tongzhang';
export const CLIENT_SECRET = 'a secret of this test';

export interface TestIssuer {
  readonly url: string;
  /** New keys from now on; the old ones are no longer published. */
  rotateKeys(): Promise<void>;
  close(): Promise<void>;
}

export interface IssuerFacts {
  readonly redirectUri: string;
  /** Login → the groups of that person. */
  readonly groups: Readonly<Record<string, readonly string[]>>;
}

/** A real OpenID provider (`oidc-provider`) on loopback: PKCE required, redirect URI to the letter, its own pages. */
export async function testIssuer(ending: Ending, facts: IssuerFacts): Promise<TestIssuer> {
  const server = await loopbackServer(ending);
  const adapter = keptAdapter();
  const rotateKeys = async () => {
    const provider = new Provider(server.url, { ...(await configurationOf(facts)), adapter });
    server.answer(provider.callback());
  };
  await rotateKeys();
  return { url: server.url, rotateKeys, close: server.close };
}

async function configurationOf({ redirectUri, groups }: IssuerFacts): Promise<Configuration> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  return {
    clients: [
      {
        client_id: CLIENT_ID,
        client_secret: CLIENT_SECRET,
        id_token_signed_response_alg: 'ES256',
        redirect_uris: [redirectUri],
        post_logout_redirect_uris: [new URL('/sign-in', redirectUri).href],
      },
    ],
    jwks: {
      keys: [{ ...(await exportJWK(privateKey)), kid: crypto.randomUUID(), use: 'sig', alg: 'ES256' }],
    },
    cookies: { keys: ['for this test only'] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: true }, rpInitiatedLogout: { enabled: true } },
    conformIdTokenClaims: false,
    claims: { openid: ['sub'], profile: ['preferred_username', 'name', 'groups'] },
    findAccount: (_, accountId) => ({
      accountId,
      claims: () => ({
        sub: accountId,
        preferred_username: accountId,
        name: `${accountId} at the provider`,
        groups: [...(groups[accountId] ?? [])],
      }),
    }),
    ttl: { Session: 3600, Interaction: 600, Grant: 3600, AccessToken: 600, IdToken: 600 },
  };
}
