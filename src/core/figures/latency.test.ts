import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { LATENCY_BOUNDS_MS, latencyBucket, percentileMs } from './latency.ts';

for (const [ms, bucket] of [
  [-3, '00'],
  [0, '00'],
  [4.9, '00'],
  [5, '01'],
  [999, '07'],
  [1_000, '08'],
  [59_999, '13'],
  [6 * 24 * 3_600_000, '26'],
  [30 * 24 * 3_600_000, '27'],
] as const) {
  test(`latency: ${ms} ms is in bucket ${bucket}`, () => assert.equal(latencyBucket(ms), bucket));
}

for (const [counts, share, ms] of [
  [{}, 0.5, null],
  [{ '00': 10 }, 0.5, 3],
  [{ '00': 50, '02': 50 }, 0.5, 5],
  [{ '00': 50, '02': 50 }, 0.95, 19],
  [{ '27': 1 }, 0.95, 7 * 24 * 3_600_000],
] as const) {
  test(`latency: ${share} of ${JSON.stringify(counts)} is ${ms}`, () => {
    assert.equal(percentileMs(new Map(Object.entries(counts)), share), ms);
  });
}

test('latency: a percentile is in the bucket of the value it stands for', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 1e9 }), { minLength: 1 }), (values) => {
      const counts = new Map<string, number>();
      for (const ms of values) counts.set(latencyBucket(ms), (counts.get(latencyBucket(ms)) ?? 0) + 1);
      const exact = values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1]!;
      const read = percentileMs(counts, 0.95)!;
      const index = Number(latencyBucket(exact));
      assert.ok(read >= (LATENCY_BOUNDS_MS[index - 1] ?? 0), `${read} is below the bucket of ${exact}`);
      assert.ok(
        read <= (LATENCY_BOUNDS_MS[index] ?? LATENCY_BOUNDS_MS.at(-1)!),
        `${read} above that of ${exact}`,
      );
    }),
  );
});
