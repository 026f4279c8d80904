import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { closingOf, foldLines, type Movement, rollUp } from './balances.ts';
import { dimensionKey, parseDimensionKey } from './dimension-key.ts';
import { newBook } from './new-book.ts';
import { trialBalance } from './trial-balance.ts';
import { parseLines } from './voucher-notation.ts';

const BOOK = newBook({
  id: 1,
  code: 'B1',
  name: 'Test',
  standard: 'cas',
  baseCurrency: 'CNY',
  years: [2026],
  chart: { details: ['vat'] },
});

const posted = (period: number, lines: string) => ({ period, lines: parseLines(lines, 'CNY') });

const movement = (openingMinor: bigint, debitMinor: bigint, creditMinor: bigint): Movement => ({
  openingMinor,
  debitMinor,
  creditMinor,
});

test('balances: lines fold by period, account, currency and dimensions', () => {
  const deltas = foldLines([
    posted(202601, 'D 1122 113.00 customer=C001 | C 6001 100.00 | C 2221.01.02 13.00'),
    posted(202601, 'D 1122 226.00 customer=C001 | C 6001 200.00 | C 2221.01.02 26.00'),
    posted(202601, 'D 1122 10.00 customer=C002 | C 6001 10.00'),
    posted(202602, 'D 1002 71.23 USD 10.00 @7.1234 | C 1122 71.23 customer=C001'),
  ]);
  const shown = deltas.map(
    (one) =>
      `${one.period} ${one.account} ${one.currency} ${one.dimensionKey || '-'} D${one.debitMinor} C${one.creditMinor} ${one.amountDebitMinor}/${one.amountCreditMinor} ×${one.lineCount}`,
  );
  assert.deepEqual(shown, [
    '202601 1122 CNY customer=C001 D33900 C0 33900/0 ×2',
    '202601 6001 CNY - D0 C31000 0/31000 ×3',
    '202601 2221.01.02 CNY - D0 C3900 0/3900 ×2',
    '202601 1122 CNY customer=C002 D1000 C0 1000/0 ×1',
    '202602 1002 USD - D7123 C0 1000/0 ×1',
    '202602 1122 CNY customer=C001 D0 C7123 0/7123 ×1',
  ]);
});

test('balances: closing is opening plus debits less credits', () => {
  assert.equal(closingOf(movement(100n, 50n, 30n)), 120n);
  assert.equal(closingOf(movement(-100n, 50n, 0n)), -50n);
});

test('balances: an account carries what lies below it', () => {
  const totals = rollUp(
    BOOK.accounts,
    new Map([
      ['2221.01.01', movement(0n, 13n, 0n)],
      ['2221.01.02', movement(0n, 0n, 26n)],
      ['2221.02', movement(-5n, 5n, 0n)],
      ['1002', movement(5n, 8n, 0n)],
    ]),
  );
  assert.deepEqual(totals.get('2221.01'), movement(0n, 13n, 26n));
  assert.deepEqual(totals.get('2221'), movement(-5n, 18n, 26n));
  assert.deepEqual(totals.get('1002'), movement(5n, 8n, 0n));
});

test('balances: a trial balance that lost a cent says so', () => {
  const { balanced, total } = trialBalance(BOOK.accounts, new Map([['1002', movement(0n, 1n, 0n)]]));
  assert.equal(balanced, false);
  assert.equal(total.closingMinor, 1n);
});

test('balances: whatever balanced vouchers are posted, the trial balance adds up to zero and parents to their children', () => {
  const leaf = fc.constantFrom('1001', '1002', '1122', '2221.01.01', '2221.01.02', '2221.02', '6001', '6602');
  const entry = fc.record({
    debit: leaf,
    credit: leaf,
    minor: fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }),
  });
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 40 }), (entries) => {
      const leaves = new Map<string, Movement>();
      const add = (code: string, debitMinor: bigint, creditMinor: bigint) => {
        const before = leaves.get(code) ?? movement(0n, 0n, 0n);
        leaves.set(code, movement(0n, before.debitMinor + debitMinor, before.creditMinor + creditMinor));
      };
      for (const { debit, credit, minor } of entries) {
        add(debit, minor, 0n);
        add(credit, 0n, minor);
      }
      const { rows, total, balanced } = trialBalance(BOOK.accounts, leaves);
      assert.ok(balanced);
      assert.equal(total.closingMinor, 0n);
      const top = rows.filter(({ code }) => BOOK.accounts.get(code)?.parentCode === null);
      assert.equal(
        top.reduce((sum, { closingMinor }) => sum + closingMinor, 0n),
        0n,
      );
    }),
  );
});

test('dimensions: the key reads back, whatever the codes contain, and does not depend on order', () => {
  const hard = fc.string({ unit: fc.constantFrom('a', '=', ';', '\\', '中', '\n'), maxLength: 6 });
  fc.assert(
    fc.property(fc.dictionary(hard, hard, { noNullPrototype: true }), (dimensions) => {
      const key = dimensionKey(dimensions);
      assert.deepEqual(parseDimensionKey(key), dimensions);
      assert.equal(dimensionKey(Object.fromEntries(Object.entries(dimensions).reverse())), key);
    }),
  );
});

test('dimensions: the example of the documentation', () => {
  assert.equal(dimensionKey({ store: 'S1', customer: 'C001' }), 'customer=C001;store=S1');
  assert.equal(dimensionKey({}), '');
});
