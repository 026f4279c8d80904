import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Rate } from '#core/ledger/book.ts';
import { findRate, sortRates } from './rates.ts';

const rate = (currency: string, type: string, date: string, value: string): Rate => ({
  currency,
  type,
  date,
  rate: value,
});

const rates = sortRates([
  rate('USD', 'spot', '2026-01-10', '7.01'),
  rate('USD', 'spot', '2026-01-05', '7.00'),
  rate('USD', 'average', '2026-01-01', '6.99'),
  rate('EUR', 'spot', '2026-01-05', '8.00'),
]);

// currency  type       date          rate
for (const [currency, type, date, expected] of [
  ['USD', 'spot', '2026-01-04', undefined],
  ['USD', 'spot', '2026-01-05', '7.00'],
  ['USD', 'spot', '2026-01-09', '7.00'],
  ['USD', 'spot', '2026-12-31', '7.01'],
  ['USD', 'average', '2026-12-31', '6.99'],
  ['EUR', 'spot', '2026-01-04', undefined],
  ['EUR', 'average', '2026-01-31', undefined],
  ['JPY', 'spot', '2026-01-31', undefined],
  ['AUD', 'spot', '2026-01-31', undefined],
] as const) {
  test(`rates: ${currency} ${type} on ${date} → ${expected ?? 'none'}`, () => {
    assert.equal(findRate(rates, currency, type, date)?.rate, expected);
  });
}

test('rates: an empty table has none', () => assert.equal(findRate([], 'USD', 'spot', '2026-01-01'), null));

test('rates: the search finds what a walk through the table finds', () => {
  const date = fc.integer({ min: 1, max: 28 }).map((day) => `2026-02-${String(day).padStart(2, '0')}`);
  const rows = fc.uniqueArray(
    fc.tuple(fc.constantFrom('EUR', 'USD'), fc.constantFrom('average', 'spot'), date),
    { selector: (row) => row.join() },
  );
  fc.assert(
    fc.property(rows, date, (keys, on) => {
      const table = sortRates(keys.map(([currency, type, day]) => rate(currency, type, day, day)));
      const walked = table.findLast((row) => row.currency === 'USD' && row.type === 'spot' && row.date <= on);
      assert.equal(findRate(table, 'USD', 'spot', on), walked ?? null);
    }),
  );
});
