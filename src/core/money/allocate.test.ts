import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { allocate, allocateByRunningTotals } from './allocate.ts';

// total   weights               largest remainder      running totals
for (const [total, weights, byRemainder, byRunning] of [
  [100n, [1n, 1n, 1n], [34n, 33n, 33n], [33n, 33n, 34n]],
  [-100n, [1n, 1n, 1n], [-34n, -33n, -33n], [-33n, -33n, -34n]],
  [1n, [1n, 2n], [0n, 1n], [0n, 1n]],
  [0n, [1n, 2n], [0n, 0n], [0n, 0n]],
  [5n, [0n, 1n, 0n], [0n, 5n, 0n], [0n, 5n, 0n]],
  [1_000n, [100n, 200n, 300n, 400n], [100n, 200n, 300n, 400n], [100n, 200n, 300n, 400n]],
] as const) {
  test(`allocate: ${total} by ${weights.join(':')}`, () => {
    assert.deepEqual(allocate(total, weights), byRemainder);
    assert.deepEqual(allocateByRunningTotals(total, weights), byRunning);
  });
}

test('allocate: a discount line (negative weight) takes its share back', () => {
  assert.deepEqual(allocate(90n, [100n, -10n]), [100n, -10n]);
  assert.deepEqual(allocate(90n, [-100n, 10n]), [100n, -10n]);
});

test('allocate: weights that add up to zero are a bug of the caller', () => {
  assert.throws(() => allocate(1n, [1n, -1n]), /bug/);
  assert.throws(() => allocate(1n, []), /bug/);
  assert.throws(() => allocateByRunningTotals(1n, [2n, -1n]), /bug/);
});

const totals = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n });
const weightLists = fc
  .array(fc.bigInt({ min: 0n, max: 10n ** 9n }), { minLength: 1, maxLength: 30 })
  .filter((weights) => weights.some((weight) => weight > 0n));

for (const split of [allocate, allocateByRunningTotals]) {
  test(`${split.name}: shares add up, each within one unit of exact, zero weight gets zero, signs mirror`, () => {
    fc.assert(
      fc.property(totals, weightLists, (total, weights) => {
        const shares = split(total, weights);
        const weightSum = weights.reduce((sum, weight) => sum + weight, 0n);
        assert.equal(
          shares.reduce((sum, share) => sum + share, 0n),
          total,
        );
        for (const [i, share] of shares.entries()) {
          const error = share * weightSum - total * weights[i]!;
          assert.ok(error < weightSum && error > -weightSum);
          if (weights[i] === 0n) assert.equal(share, 0n);
        }
        assert.deepEqual(
          split(-total, weights),
          shares.map((share) => -share),
        );
      }),
    );
  });
}

test('allocate: mixed signs still add up', () => {
  const mixed = fc.array(fc.bigInt({ min: -1_000n, max: 1_000n }), { minLength: 1, maxLength: 10 });
  fc.assert(
    fc.property(totals, mixed, (total, weights) => {
      fc.pre(weights.reduce((sum, weight) => sum + weight, 0n) !== 0n);
      assert.equal(
        allocate(total, weights).reduce((sum, share) => sum + share, 0n),
        total,
      );
    }),
  );
});
