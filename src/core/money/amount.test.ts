import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Outcome } from '#core/trouble/trouble.ts';
import { convertMinor, formatAmount, parseAmount, roundToMinor } from './amount.ts';

const show = (outcome: Outcome<bigint>) => (outcome.ok ? String(outcome.value) : outcome.refusal.code);

// text                          currency  minor units or refusal
for (const [text, currency, expected] of [
  ['123.45', 'CNY', '12345'],
  ['-123.45', 'CNY', '-12345'],
  ['0', 'CNY', '0'],
  ['-0.00', 'CNY', '0'],
  ['5', 'CNY', '500'],
  ['5.1', 'CNY', '510'],
  ['007.10', 'CNY', '710'],
  ['10.0000', 'CNY', '1000'],
  ['1000', 'JPY', '1000'],
  ['1000.00', 'JPY', '1000'],
  ['1.234', 'KWD', '1234'],
  ['1.2345', 'CLF', '12345'],
  ['99999999999', 'CLF', '999999999990000'],
  ['123456789012345.67', 'CNY', '12345678901234567'],
  ['999999999999999.99', 'CNY', '99999999999999999'],
  ['1000000000000000.00', 'CNY', 'amount_too_large'],
  ['-1000000000000000.00', 'CNY', 'amount_too_large'],
  ['9'.repeat(80), 'CNY', 'amount_too_large'],
  ['0.005', 'CNY', 'amount_too_precise'],
  ['0.5', 'JPY', 'amount_too_precise'],
  ['12345678901234.567', 'CNY', 'amount_too_precise'],
  ['', 'CNY', 'amount_not_a_number'],
  ['-', 'CNY', 'amount_not_a_number'],
  ['.', 'CNY', 'amount_not_a_number'],
  ['.5', 'CNY', 'amount_not_a_number'],
  ['5.', 'CNY', 'amount_not_a_number'],
  ['+5', 'CNY', 'amount_not_a_number'],
  ['--5', 'CNY', 'amount_not_a_number'],
  ['1.2.3', 'CNY', 'amount_not_a_number'],
  [' 5', 'CNY', 'amount_not_a_number'],
  ['1,234.50', 'CNY', 'amount_not_a_number'],
  ['1e3', 'CNY', 'amount_not_a_number'],
  ['0x10', 'CNY', 'amount_not_a_number'],
  ['NaN', 'CNY', 'amount_not_a_number'],
  ['Infinity', 'CNY', 'amount_not_a_number'],
  ['¥5', 'CNY', 'amount_not_a_number'],
  ['１２３', 'CNY', 'amount_not_a_number'],
  ['一百', 'CNY', 'amount_not_a_number'],
  ['5', 'RMB', 'currency_unknown'],
] as const) {
  test(`amount: ${text.slice(0, 24) || '(empty)'} ${currency} → ${expected}`, () => {
    assert.equal(show(parseAmount(text, currency)), expected);
  });
}

test('amount: what is formatted reads back as itself, in every number of decimals', () => {
  const minor = fc.bigInt({ min: -(10n ** 17n) + 1n, max: 10n ** 17n - 1n });
  fc.assert(
    fc.property(minor, fc.constantFrom('JPY', 'CNY', 'KWD', 'CLF'), (amount, currency) => {
      assert.equal(show(parseAmount(formatAmount(amount, currency), currency)), String(amount));
    }),
  );
});

test('amount: the fast path and the general path agree', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^-?\d{1,8}(\.\d{1,4})?$/), (text) => {
      const padded = text.replace(/^(-?)/, '$1000000000000');
      assert.equal(show(parseAmount(text, 'CNY')), show(parseAmount(padded, 'CNY')));
    }),
  );
});

test('amount: a huge text leaves only a short excerpt as evidence', () => {
  const outcome = parseAmount('x'.repeat(100_000), 'CNY');
  assert.ok(!outcome.ok && (outcome.refusal.params?.text?.length ?? 0) < 100);
});

for (const [text, currency, expected] of [
  ['12.345', 'CNY', '1235'],
  ['-12.345', 'CNY', '-1235'],
  ['12.344999999999999999999', 'CNY', '1234'],
  ['0.5', 'JPY', '1'],
  ['1.9999', 'KWD', '2000'],
  ['abc', 'CNY', 'amount_not_a_number'],
  ['1000000000000000', 'CNY', 'amount_too_large'],
  ['1', 'XYZ', 'currency_unknown'],
] as const) {
  test(`amount: ${text} rounded to ${currency} → ${expected}`, () => {
    assert.equal(show(roundToMinor(text, currency)), expected);
  });
}

// minor   from   rate      to     minor of `to`
for (const [minor, from, rate, to, expected] of [
  [10_000n, 'USD', '7.1234', 'CNY', 71_234n],
  [1n, 'USD', '7.125', 'CNY', 7n],
  [100n, 'USD', '7.12345', 'CNY', 712n],
  [1_000n, 'JPY', '0.0475', 'CNY', 4_750n],
  [1n, 'JPY', '0.045', 'CNY', 5n],
  [-1n, 'JPY', '0.045', 'CNY', -5n],
  [1_000n, 'KWD', '23.5', 'CNY', 2_350n],
  [12_345n, 'CNY', '21.05', 'JPY', 2_599n],
  [12_345n, 'CNY', '1', 'CNY', 12_345n],
] as const) {
  test(`amount: ${minor} ${from} × ${rate} = ${expected} ${to}`, () => {
    assert.equal(convertMinor(minor, from, rate, to), expected);
  });
}

test('amount: a conversion is within half a minor unit of the exact product, and symmetric', () => {
  const rate = fc.tuple(fc.nat(999), fc.nat(999_999)).map(([a, b]) => `${a}.${String(b).padStart(6, '0')}`);
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), rate, (minor, rateText) => {
      const converted = convertMinor(minor, 'USD', rateText, 'CNY');
      const exact = minor * BigInt(rateText.replace('.', ''));
      const error = converted * 1_000_000n - exact;
      assert.ok(error <= 500_000n && error > -500_000n);
      assert.equal(convertMinor(-minor, 'USD', rateText, 'CNY'), -converted);
    }),
  );
});
