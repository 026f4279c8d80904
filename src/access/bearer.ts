import { RefusalError } from '#core/trouble/trouble.ts';
import type { ClientRow } from '#storage/clients.ts';
import type { Caller } from './caller.ts';
import type { ClientDirectory } from './client-directory.ts';
import { clientPrincipal, isUsable, misplaced } from './client-principal.ts';
import type { Principal } from './principal.ts';
import { rateExceeded } from './rate-exceeded.ts';
import type { TokenBuckets } from './token-bucket.ts';
import type { CheckedToken, TokenCheck } from './token-check.ts';

export interface BearerOptions {
  readonly clients: Pick<ClientDirectory, 'find'>;
  readonly check: TokenCheck;
  readonly buckets: TokenBuckets;
  readonly now: () => Date;
  /** Hears of tokens that are good and were not let in. */
  readonly report: (event: { readonly client: string; readonly why: string; readonly ip: string }) => void;
}

/**
 * The client whose access token a request shows; null where it shows none. What it may do is asked of its row and never of
 * the token alone: what is taken from a client is gone with its next request.
 */
export function bearerAuthenticator(options: BearerOptions): (caller: Caller) => Promise<Principal | null> {
  return async (caller) => {
    const { authorization } = caller.headers;
    if (authorization === undefined) return null;
    const token = /^Bearer +([A-Za-z0-9._~+/=-]+) *$/i.exec(String(authorization))?.[1];
    const checked = token ? await options.check.check(token) : null;
    if (checked === null) throw badToken();
    const client = await options.clients.find(checked.clientId);
    if (client === null || !isUsable(client, options.now())) throw badToken();
    admit(client, { caller, checked, report: options.report });
    const allowance = options.buckets.take(client.client_id, client.requests_per_minute);
    if (!allowance.isGranted) throw rateExceeded(allowance);
    return { ...clientPrincipal(client, checked.scopes), allowance };
  };
}

/** Says the same whatever is wrong with the token. */
function badToken(): RefusalError {
  return new RefusalError({ code: 'unauthorized', at: 'Authorization', params: { error: 'invalid_token' } });
}

interface Admission extends Pick<BearerOptions, 'report'> {
  readonly caller: Caller;
  readonly checked: CheckedToken;
}

function admit(client: ClientRow, { caller, checked, report }: Admission): void {
  const isBoundElsewhere = checked.certificate !== null && checked.certificate !== caller.certificate;
  const why = isBoundElsewhere ? 'certificate' : misplaced(client, caller);
  if (why === null) return;
  report({ client: client.client_id, why, ip: caller.ip });
  if (why === 'certificate') throw badToken();
  throw new RefusalError({ code: 'address_not_allowed', params: { ip: caller.ip } });
}
