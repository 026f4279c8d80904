import { ResultCodeError } from 'ldapts';
import { Fault, RefusalError } from '#core/trouble/trouble.ts';

/** LDAP results after which the same question may be answered: busy, unavailable, time limit. */
const PASSING = new Set([3, 51, 52]);

/** What a directory or the way to it does as ours: settings that cannot work, or out of reach for now. */
export function ldapTrouble(error: unknown, address: string): Fault | RefusalError {
  if (error instanceof Fault || error instanceof RefusalError) return error;
  if (error instanceof ResultCodeError && !PASSING.has(error.code)) {
    return new RefusalError({
      code: 'sign_on_misconfigured',
      params: { reason: `LDAP ${error.code} ${error.name}` },
    });
  }
  return new Fault('sign_on_unreachable', {
    retry: { kind: 'retry' },
    params: { address, reason: reasonOf(error) },
    cause: error,
  });
}

/** The code of a socket or of a certificate says more than its sentence, and no secrets. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message;
}
