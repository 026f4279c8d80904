import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { plainNumberText } from './number-text.ts';

// JSON number, the text it stands for; null where digits were lost on the way
for (const [value, text] of [
  [0, '0'],
  [-0, '0'],
  [12.5, '12.5'],
  [-1234567.89, '-1234567.89'],
  [1e-7, '0.0000001'],
  [1.5e-7, '0.00000015'],
  [1e21, '1000000000000000000000'],
  [999_999_999_999_999, '999999999999999'],
  [0.1 + 0.2, null],
  [123_456_789_012_345.67, null],
  [9_007_199_254_740_994, null],
  [1e40, null],
  [Number.NaN, null],
  [Number.POSITIVE_INFINITY, null],
] as const) {
  test(`number text: ${value} → ${text}`, () => assert.equal(plainNumberText(value), text));
}

test('number text: what is answered is the number, and never in exponents', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true }), (value) => {
      const text = plainNumberText(value);
      assert.ok(text === null || (Number(text) === value && /^-?\d+(\.\d+)?$/.test(text)));
    }),
  );
});
