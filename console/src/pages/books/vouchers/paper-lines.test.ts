import assert from 'node:assert/strict';
import { test } from 'node:test';
import { capitalsOf, digitsOf, onPaper, sheetsOf, sumOf } from './paper-lines.ts';

// amount             currency  in the grid, a dot for an empty place
for (const [amount, currency, grid] of [
  ['12.50', 'CNY', '.......1250'],
  ['0.05', 'CNY', '..........5'],
  ['-100.00', 'CNY', '......10000'],
  ['123456789.01', 'CNY', '12345678901'],
  ['0.00', 'CNY', '...........'],
  ['1234567890.00', 'CNY', null],
  ['100', 'JPY', null],
  ['•••', 'CNY', null],
] as const) {
  test(`grid: ${amount} ${currency}`, () => {
    assert.equal(
      digitsOf(amount, currency)
        ?.map((digit) => digit || '.')
        .join('') ?? null,
      grid,
    );
  });
}

// lines    sheets
for (const [lines, sheets] of [
  [0, [0]],
  [1, [1]],
  [6, [6]],
  [7, [6, 1]],
  [13, [6, 6, 1]],
] as const) {
  test(`${lines} lines are on ${sheets.length} sheets`, () => {
    const made = sheetsOf(Array.from({ length: lines }, (_, i) => i));
    assert.deepEqual(
      made.map((sheet) => sheet.length),
      sheets,
    );
  });
}

const line = (debit: string) => ({
  debit,
  credit: '0.00',
  summary: '',
  account: '1002',
  dimensions: {},
  currency: 'CNY',
  amount: debit,
  rate: '1',
  quantity: null,
  unitPrice: null,
  templateLine: null,
});

// debits                       sum
for (const [debits, sum] of [
  [['100.00', '0.10'], '100.10'],
  [['-100.00', '0.10'], '-99.90'],
  [['0.00'], '0.00'],
  [['0.05'], '0.05'],
  [['•••', '1.00'], '•••'],
  [['100', '23'], '123'],
] as const) {
  test(`sum of ${debits.join(' + ')}`, () => assert.equal(sumOf(debits.map(line), 'debit'), sum));
}

test('paper leaves zero empty and writes totals in capitals', () => {
  assert.deepEqual([onPaper('0.00'), onPaper('-1.00')], ['', '-1.00']);
  assert.deepEqual([capitalsOf('-12.00', 'CNY'), capitalsOf('•••', 'CNY')], ['负壹拾贰元整', '']);
});
