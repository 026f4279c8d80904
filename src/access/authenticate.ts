import { RefusalError } from '#core/trouble/trouble.ts';
import type { Authenticate, Caller } from './caller.ts';
import type { Principal } from './principal.ts';

type Authenticator = (caller: Caller) => Promise<Principal | null>;

/**
 * Asks each way of proving oneself in turn: the first that is shown decides. A way that is shown and wrong ends the
 * request: a bad token never falls back to a good cookie.
 */
export function authenticateBy(...ways: readonly Authenticator[]): Authenticate {
  return async (caller) => {
    for (const way of ways) {
      const principal = await way(caller);
      if (principal) return principal;
    }
    throw new RefusalError({ code: 'unauthorized', at: 'Authorization' });
  };
}
