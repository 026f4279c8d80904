import { RefusalError } from '#core/trouble/trouble.ts';
import type { Principal } from './principal.ts';

const PROOF_MAX_MS = 5 * 60_000;

/**
 * Ends a request for something sensitive when the person last proved to be there more than five minutes ago (ASVS
 * v5.0.0-7.5.1): an open browser is not its owner. A client proves itself with every token.
 */
export function requireProof({ principal }: { readonly principal: Principal }, now: Date): void {
  if (principal.session && now.getTime() - principal.session.provedAt.getTime() > PROOF_MAX_MS) {
    throw new RefusalError({ code: 'prove_again' });
  }
}
