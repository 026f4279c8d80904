import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { formatDecimal } from '#core/money/decimal.ts';
import { excelNumber } from './excel-number.ts';

for (const [decimal, expected] of [
  ['0.10', { value: 0.1, format: '#,##0.00' }],
  ['-1234.50', { value: -1234.5, format: '#,##0.00' }],
  ['500', { value: 500, format: '#,##0' }],
  ['9999999999999.99', { value: 9999999999999.99, format: '#,##0.00' }],
  ['99999999999999.99', { text: '99999999999999.99' }],
  ['0.000000000000001', { value: 1e-15, format: '#,##0.000000000000000' }],
  ['1e5', { text: '1e5' }],
  ['=1+1', { text: '=1+1' }],
  ['', { text: '' }],
] as const) {
  test(`excel: ${decimal} → ${JSON.stringify(expected)}`, () => {
    assert.deepEqual(excelNumber(decimal), expected);
  });
}

test('excel: what is written as a number reads back to the last digit', () => {
  const decimals = fc.record({
    coefficient: fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }),
    scale: fc.nat(6),
  });
  fc.assert(
    fc.property(decimals, (decimal) => {
      const text = formatDecimal(decimal);
      const written = excelNumber(text);
      if ('text' in written) return written.text === text;
      return written.value.toFixed(decimal.scale) === text.replace(/^-(0(?:\.0+)?)$/, '$1');
    }),
    { numRuns: 5_000 },
  );
});
