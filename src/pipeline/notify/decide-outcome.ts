import type { MessageAttempt } from '#storage/webhook-messages.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** Waits before the second attempt and so on, as Standard Webhooks recommends: about three days in all. */
const WAITS_MS: readonly number[] = [
  5 * SECOND_MS,
  5 * MINUTE_MS,
  30 * MINUTE_MS,
  ...[2, 5, 10, 14, 20, 24].map((hours) => hours * HOUR_MS),
];
/** Up to a tenth longer, so that what failed together does not come back together. */
const JITTER = 0.1;
const GONE = 410;

export interface Answered {
  /** Null: no answer came. */
  readonly status: number | null;
  /** Code of why not. */
  readonly code: string | null;
}

export type Outcome = Pick<MessageAttempt, 'state' | 'waitMs' | 'error'> & { readonly isGone: boolean };

/** What an answer means. Only 2xx is taken for heard: a redirection is not followed, since an address is what its owner wrote. */
export function decideOutcome({ status, code }: Answered, attempts: number, random: number): Outcome {
  if (status !== null && status >= 200 && status < 300) {
    return { state: 'sent', waitMs: 0, error: null, isGone: false };
  }
  const error = { code: code ?? (status === GONE ? 'webhook_gone' : 'webhook_not_taken') };
  if (status === GONE) return { state: 'failed', waitMs: 0, error, isGone: true };
  const waitMs = WAITS_MS[attempts - 1];
  if (waitMs === undefined) return { state: 'failed', waitMs: 0, error, isGone: false };
  return { state: 'waiting', waitMs: waitMs * (1 + JITTER * random), error, isGone: false };
}
