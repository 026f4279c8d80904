import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { listCurrencies, minorUnitsOf } from './currency.ts';

for (const [currency, digits] of [
  ['CNY', 2],
  ['JPY', 0],
  ['KWD', 3],
  ['TWD', 2],
  ['IDR', 2],
  ['HUF', 2],
  ['CLF', 4],
  ['CLP', 0],
  ['MRU', 2],
  ['MGA', 2],
  ['UYW', 4],
  ['XAU', null],
  ['RMB', null],
  ['cny', null],
  ['', null],
] as const) {
  test(`currency: ${currency || '(empty)'} has ${digits} decimals`, () => {
    assert.equal(minorUnitsOf(currency), digits);
  });
}

test('currency: the table agrees with an independent copy of the ISO list', () => {
  const require = createRequire(import.meta.url);
  const rows: { code: string; digits: number }[] = require('currency-codes/data');
  const noMinorUnit = new Set('XAG XAU XBA XBB XBC XBD XDR XPD XPT XSU XTS XUA XXX'.split(' '));
  const wrong = rows.filter(({ code, digits }) => !noMinorUnit.has(code) && minorUnitsOf(code) !== digits);
  assert.deepEqual(wrong, []);
  const known = new Set(rows.map(({ code }) => code));
  // Newer than that copy, or withdrawn before it.
  assert.deepEqual(
    listCurrencies().filter((code) => !known.has(code)),
    ['HRK', 'SLL', 'XAD', 'XCG', 'ZWL'],
  );
});
