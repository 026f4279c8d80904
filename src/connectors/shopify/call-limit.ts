/** Above this share of the bucket we slow down; the rest is left to the shop's other apps. */
const SHARE_MAX = 0.8;
/** A bucket empties in this time (40 calls at 2 a second, and larger plans in proportion). */
const EMPTIES_IN_MS = 20_000;

/**
 * How long to wait before the next call, from `X-Shopify-Shop-Api-Call-Limit` (`32/40`: used of bucket).
 * Waiting a little now is better than being told to wait later.
 */
export function pauseMs(header: string | null): number {
  const [, used, size] = /^(\d+)\/(\d+)$/.exec(header ?? '') ?? [];
  if (used === undefined || size === undefined || Number(size) === 0) return 0;
  const over = Number(used) / Number(size) - SHARE_MAX;
  return over <= 0 ? 0 : Math.round(over * EMPTIES_IN_MS);
}
