import type { Retry } from '#core/trouble/trouble.ts';

const BACKOFF_FIRST_MS = 1_000;
export const BACKOFF_MAX_MS = 15 * 60_000;
/** After this many attempts a delivery is dead and waits for a person to redrive it. */
export const ATTEMPTS_MAX = 20;

export type NextStep =
  | { readonly state: 'owed'; readonly waitMs: number }
  | { readonly state: 'refused' | 'dead'; readonly waitMs: 0 };

/**
 * What to do after a failed attempt. Waits double from one second to a quarter of an hour, with full jitter
 * (`random` in [0, 1)) so that many workers do not come back together; a target that names its own wait is obeyed.
 */
export function decideNextStep(retry: Retry, attempts: number, random: number): NextStep {
  if (retry.kind === 'never') return { state: 'refused', waitMs: 0 };
  if (retry.kind === 'wait') return { state: 'owed', waitMs: retry.waitMs };
  if (attempts >= ATTEMPTS_MAX) return { state: 'dead', waitMs: 0 };
  if (retry.kind === 'reconnect') return { state: 'owed', waitMs: 0 };
  const ceiling = Math.min(BACKOFF_MAX_MS, BACKOFF_FIRST_MS * 2 ** (attempts - 1));
  return { state: 'owed', waitMs: Math.round(ceiling / 2 + (ceiling / 2) * random) };
}
