/**
 * Upper bounds of the buckets of a histogram of waiting times, in milliseconds; the last bucket has none. Three to a
 * decade up to a minute, then the steps people think in: a percentile read off it is at most 2.5 times off, and mostly
 * far less, since values within a bucket are taken as spread evenly.
 */
export const LATENCY_BOUNDS_MS: readonly number[] = [
  ...[5, 10, 20, 50, 100, 200, 500],
  ...[1_000, 2_000, 5_000, 10_000, 20_000, 30_000, 60_000],
  ...[2, 5, 10, 20, 30, 60].map((minutes) => minutes * 60_000),
  ...[2, 4, 8, 16, 24, 48, 24 * 7].map((hours) => hours * 3_600_000),
];

/** One more than there are bounds. */
const BUCKET_NAMES: readonly string[] = [...LATENCY_BOUNDS_MS.keys(), LATENCY_BOUNDS_MS.length].map((index) =>
  String(index).padStart(2, '0'),
);

/** The bucket of a waiting time, as the figures call it: `00` is the shortest. A clock that went back counts as no time. */
export function latencyBucket(ms: number): string {
  let index = 0;
  while (index < LATENCY_BOUNDS_MS.length && ms >= LATENCY_BOUNDS_MS[index]!) index += 1;
  return BUCKET_NAMES[index]!;
}

/**
 * The time within which `share` (0–1) of all values lie, by a straight line through the bucket it falls into. Values of
 * the last bucket count as its lower bound. Null without values.
 *
 * @example percentileMs(new Map([['00', 50], ['02', 50]]), 0.5) // 5
 */
export function percentileMs(counts: ReadonlyMap<string, number>, share: number): number | null {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  if (total === 0) return null;
  const wanted = total * share;
  let below = 0;
  for (const [index, upperMs] of LATENCY_BOUNDS_MS.entries()) {
    const count = counts.get(BUCKET_NAMES[index]!) ?? 0;
    if (count > 0 && below + count >= wanted) {
      const lowerMs = LATENCY_BOUNDS_MS[index - 1] ?? 0;
      return Math.round(lowerMs + ((upperMs - lowerMs) * (wanted - below)) / count);
    }
    below += count;
  }
  return LATENCY_BOUNDS_MS.at(-1)!;
}
