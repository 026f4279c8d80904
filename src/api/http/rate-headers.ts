import type { Allowance } from '#access/token-bucket.ts';

/** What is left of a client's requests, as draft-ietf-httpapi-ratelimit-headers writes it. */
export function rateHeaders({
  limit,
  remaining,
  waitMs,
}: Pick<Allowance, 'limit' | 'remaining' | 'waitMs'>): Readonly<Record<string, string>> {
  return {
    'ratelimit-policy': `"client";q=${limit};w=60`,
    ratelimit: `"client";r=${remaining};t=${Math.ceil(waitMs / 1_000)}`,
  };
}
