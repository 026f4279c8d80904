import * as client from 'openid-client';
import { Fault, RefusalError } from '#core/trouble/trouble.ts';

/** What `openid-client` throws as ours: declined there, wrong settings, not proved, or out of reach. */
export function oidcTrouble(error: unknown, address: string): Fault | RefusalError {
  const inside = ownTrouble(error);
  if (inside) return inside;
  if (error instanceof client.AuthorizationResponseError) {
    return new RefusalError({ code: 'sign_on_declined', params: { reason: error.error } });
  }
  if (error instanceof client.ResponseBodyError) {
    // Only a used, foreign or stale code is the fault of whoever brought it.
    const code = error.error === 'invalid_grant' ? 'sign_on_not_proved' : 'sign_on_misconfigured';
    return new RefusalError({ code, params: { reason: error.error } });
  }
  if (error instanceof client.WWWAuthenticateChallengeError) {
    return new RefusalError({ code: 'sign_on_misconfigured', params: { reason: String(error.status) } });
  }
  if (isUnreachable(error)) {
    return new Fault('sign_on_unreachable', {
      retry: { kind: 'retry' },
      params: { address, reason: reasonOf(error) },
      cause: error,
    });
  }
  return new RefusalError({ code: 'sign_on_not_proved', params: { reason: reasonOf(error) } });
}

function ownTrouble(error: unknown): Fault | RefusalError | null {
  if (error instanceof Fault || error instanceof RefusalError) return error;
  return error instanceof Error && error.cause !== undefined ? ownTrouble(error.cause) : null;
}

const OUT_OF_REACH = new Set(['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'OAUTH_RESPONSE_IS_NOT_CONFORM']);

/** `fetch` failed, took too long, or somebody in between answered with a page of their own. */
function isUnreachable(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return OUT_OF_REACH.has(code) || (error instanceof TypeError && !code.startsWith('ERR_INVALID'));
}

/** The innermost code or message: `ECONNREFUSED` says more than `fetch failed`. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  if (error.cause instanceof Error) return reasonOf(error.cause);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return code.startsWith('E') ? code : error.message;
}
