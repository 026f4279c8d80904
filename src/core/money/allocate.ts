import { assert } from '#core/trouble/trouble.ts';

/**
 * Splits `totalMinor` by `weights`; the shares always add up to `totalMinor`, each within one minor unit of
 * the exact share, and a zero weight gets nothing.
 *
 * Rounding each share on its own would lose or invent a cent, and the voucher would not balance. Here the cents
 * left over go one each to the largest fractions, the first of equals first. A negative total splits like its
 * positive mirror, so that a refund of the whole takes back exactly what the sale gave.
 *
 * The weights must not add up to zero; callers check that, since only they can say what to do about it.
 *
 * @example allocate(100n, [1n, 1n, 1n]) // [34n, 33n, 33n]
 */
export function allocate(totalMinor: bigint, weights: readonly bigint[]): bigint[] {
  const weightSum = sumOf(weights);
  assert(weightSum !== 0n, 'allocate is given weights that do not add up to zero');
  const divisor = weightSum < 0n ? -weightSum : weightSum;
  const total = absolute(totalMinor);
  const shares: bigint[] = [];
  const fractions: bigint[] = [];
  let leftOver = total;
  for (const weight of weights) {
    const exact = total * (weightSum < 0n ? -weight : weight);
    const share = floorDivide(exact, divisor);
    shares.push(share);
    fractions.push(exact - share * divisor);
    leftOver -= share;
  }
  giveLeftOver(shares, fractions, leftOver);
  return totalMinor < 0n ? shares.map((share) => -share) : shares;
}

/**
 * Splits `totalMinor` by `weights` like `allocate`, but each share depends only on the weights before it:
 * it is the step between two truncated running totals. For weights that arrive one by one, in an order that matters.
 *
 * @example allocateByRunningTotals(100n, [1n, 1n, 1n]) // [33n, 33n, 34n]
 */
export function allocateByRunningTotals(totalMinor: bigint, weights: readonly bigint[]): bigint[] {
  const weightSum = sumOf(weights);
  assert(weightSum > 0n, 'allocateByRunningTotals needs a positive weight');
  assert(
    weights.every((weight) => weight >= 0n),
    'allocateByRunningTotals takes no negative weight',
  );
  let weightSoFar = 0n;
  let givenSoFar = 0n;
  return weights.map((weight) => {
    weightSoFar += weight;
    // Bigint division truncates towards zero, so a negative total mirrors its positive twin.
    const share = (totalMinor * weightSoFar) / weightSum - givenSoFar;
    givenSoFar += share;
    return share;
  });
}

function giveLeftOver(shares: bigint[], fractions: readonly bigint[], leftOver: bigint): void {
  if (leftOver === 0n) return;
  const byFraction = fractions
    .map((_, index) => index)
    .sort((a, b) => compareDescending(fractions[a]!, fractions[b]!) || a - b);
  for (const index of byFraction.slice(0, Number(leftOver))) shares[index]! += 1n;
}

function compareDescending(a: bigint, b: bigint): number {
  if (a === b) return 0;
  return a > b ? -1 : 1;
}

function sumOf(values: readonly bigint[]): bigint {
  return values.reduce((sum, value) => sum + value, 0n);
}

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value;
}

function floorDivide(numerator: bigint, divisor: bigint): bigint {
  const quotient = numerator / divisor;
  return numerator % divisor < 0n ? quotient - 1n : quotient;
}
