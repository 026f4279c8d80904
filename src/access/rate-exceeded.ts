import { Fault } from '#core/trouble/trouble.ts';
import type { Allowance } from './token-bucket.ts';

/** Thrown at whoever asks too often; says when to come back. */
export function rateExceeded({ limit, waitMs }: Allowance): Fault {
  const params = { limit: String(limit), seconds: String(Math.ceil(waitMs / 1_000)) };
  return new Fault('rate_exceeded', { retry: { kind: 'wait', waitMs }, params });
}
