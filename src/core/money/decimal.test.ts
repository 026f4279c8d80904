import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  compareDecimals,
  type Decimal,
  divideRound,
  formatDecimal,
  multiplyRound,
  parseDecimal,
  roundDecimal,
} from './decimal.ts';

const decimals = fc.record({
  coefficient: fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }),
  scale: fc.nat(20),
});

for (const [text, expected] of [
  ['7.1234', '71234/4'],
  ['-0.5', '-5/1'],
  ['0', '0/0'],
  ['00.10', '10/2'],
  [`1.${'0'.repeat(30)}`, `1${'0'.repeat(30)}/30`],
  [`1.${'0'.repeat(31)}`, 'null'],
  ['9'.repeat(60), `${'9'.repeat(60)}/0`],
  ['9'.repeat(61), 'null'],
  ['1e5', 'null'],
  ['1,5', 'null'],
  ['.5', 'null'],
  ['5.', 'null'],
  ['', 'null'],
  ['-', 'null'],
  ['-.5', 'null'],
  ['٣', 'null'],
] as const) {
  test(`decimal: ${text.slice(0, 20) || '(empty)'} → ${expected.slice(0, 20)}`, () => {
    const parsed = parseDecimal(text);
    assert.equal(parsed === null ? 'null' : `${parsed.coefficient}/${parsed.scale}`, expected);
  });
}

test('decimal: what is formatted reads back as itself', () => {
  fc.assert(
    fc.property(decimals, (value) => assert.deepEqual(parseDecimal(formatDecimal(value)), { ...value })),
  );
});

test('decimal: order agrees with subtraction on a common scale', () => {
  const common = ({ coefficient, scale }: Decimal) => coefficient * 10n ** BigInt(20 - scale);
  fc.assert(
    fc.property(decimals, decimals, (a, b) => {
      const difference = common(a) - common(b);
      assert.equal(compareDecimals(a, b), difference === 0n ? 0 : difference < 0n ? -1 : 1);
    }),
  );
});

test('decimal: a rounded product is the exact product rounded half away from zero', () => {
  fc.assert(
    fc.property(decimals, decimals, fc.nat(8), (a, b, scale) => {
      const product = a.coefficient * b.coefficient * 10n ** BigInt(scale);
      const unit = 10n ** BigInt(a.scale + b.scale);
      const size = product < 0n ? -product : product;
      const rounded = (size * 2n + unit) / (unit * 2n);
      assert.equal(multiplyRound(a, b, scale), product < 0n ? -rounded : rounded);
    }),
  );
});

for (const [numerator, denominator, expected] of [
  [5n, 2n, 3n],
  [-5n, 2n, -3n],
  [4n, 3n, 1n],
  [-4n, 3n, -1n],
  [0n, 7n, 0n],
] as const) {
  test(`decimal: ${numerator}/${denominator} rounds to ${expected}`, () => {
    assert.equal(divideRound(numerator, denominator), expected);
  });
}

test('decimal: rounding to more decimals than there are loses nothing', () => {
  assert.equal(roundDecimal({ coefficient: 5n, scale: 1 }, 3), 500n);
});
