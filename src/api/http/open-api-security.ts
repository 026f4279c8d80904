import { OAUTH_PATHS } from '#access/oidc-configuration.ts';
import { PERMISSION_NAMES, PERMISSIONS } from '#access/permissions.ts';
import type { RouteFacts } from './route.ts';

/** How callers prove who they are: programs by an access token, people at a browser by the cookie of their session. */
export const SECURITY_SCHEMES = {
  client: {
    type: 'oauth2',
    description: 'Client credentials; the token is good for some minutes. Scopes are permissions.',
    flows: {
      clientCredentials: {
        tokenUrl: OAUTH_PATHS.token,
        scopes: Object.fromEntries(PERMISSION_NAMES.map((name) => [name, PERMISSIONS[name].title.en])),
      },
    },
  },
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: '__Host-tongzhang',
    description:
      'Set by signing in. Over plain HTTP on this machine its name has no prefix. What changes something must come from the same origin.',
  },
};

type Security = readonly Readonly<Record<string, readonly string[]>>[];

/** Either of the two; a token must have the permission as a scope. */
export function securityOf(permission: RouteFacts['permission']): Security {
  const scopes = PERMISSION_NAMES.filter((name) => name === permission);
  return [{ client: scopes }, { session: [] }];
}
