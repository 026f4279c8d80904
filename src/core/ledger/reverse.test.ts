import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { foldLines } from './balances.ts';
import { decideChange, decideCorrection } from './correction.ts';
import { newBook } from './new-book.ts';
import { decideReversal, reversalSummary, reverseVoucher } from './reverse.ts';
import type { Voucher } from './voucher.ts';
import { parseLines, showLines } from './voucher-notation.ts';

const BOOK = newBook({
  id: 1,
  code: 'B1',
  name: 'Test',
  standard: 'cas',
  baseCurrency: 'CNY',
  years: [2026, 2027],
  chart: { details: ['vat'] },
});

const voucher = (lines: string): Voucher => ({
  bookId: 1,
  id: 42n,
  number: 118,
  word: '记',
  date: '2026-01-15',
  period: 202601,
  attachmentCount: 2,
  preparedBy: 'li',
  reviewedBy: 'wang',
  kind: 'ordinary',
  reverses: null,
  lines: parseLines(lines, 'CNY'),
  sourceKinds: ['order'],
});

const closedThrough = (id: number) => ({
  periods: BOOK.periods.map((period) => (period.id <= id ? { ...period, state: 'closed' as const } : period)),
});

const SALE = 'D 1122 113.00 customer=C001 | C 6001 100.00 | C 2221.01.02 13.00';
const TEXT = "'冲销 2026年1月 记-118号凭证'";

// voucher, and the same in red
for (const [lines, red] of [
  [SALE, `D 1122 -113.00 customer=C001 ${TEXT} | C 6001 -100.00 ${TEXT} | C 2221.01.02 -13.00 ${TEXT}`],
  [
    'D 1002 71.23 USD 10.00 @7.1234 | C 1405 71.23 qty=2 price=35.615',
    `D 1002 -71.23 USD -10.00 @7.1234 ${TEXT} | C 1405 -71.23 qty=-2 price=35.615 ${TEXT}`,
  ],
] as const) {
  test(`reverse: ${lines}`, () => {
    const reversal = reverseVoucher(voucher(lines), { date: '2026-02-01', period: 202602 }, 'zhao');
    assert.equal(showLines(reversal.lines, 'CNY'), red);
    assert.deepEqual(
      [reversal.kind, reversal.reverses, reversal.word, reversal.date, reversal.period, reversal.preparedBy],
      ['reversal', 42n, '记', '2026-02-01', 202602, 'zhao'],
    );
  });
}

test('reverse: the summary names the voucher', () => {
  assert.equal(reversalSummary(voucher(SALE)), '冲销 2026年1月 记-118号凭证');
});

// closed through, across years, where the reversal goes
for (const [closed, acrossYears, expected] of [
  [202512, false, '2026-01-15 202601'],
  [202601, false, '2026-02-01 202602'],
  [202603, false, '2026-04-01 202604'],
  [202612, false, 'reversal_of_earlier_year'],
  [202612, true, '2027-01-01 202701'],
  [202712, true, 'period_none_open'],
] as const) {
  test(`reverse: with everything closed through ${closed} → ${expected}`, () => {
    const place = decideReversal(closedThrough(closed), voucher(SALE), { acrossYears });
    assert.equal(place.ok ? `${place.value.date} ${place.value.period}` : place.refusal.code, expected);
  });
}

test('reverse: a voucher and its reversal add up to nothing on every balance', () => {
  const amount = fc.bigInt({ min: -(10n ** 10n), max: 10n ** 10n });
  const line = fc.record({
    account: fc.constantFrom('1002', '1122', '6001'),
    isDebit: fc.boolean(),
    minor: amount,
    foreign: amount,
    currency: fc.constantFrom('CNY', 'USD'),
    customer: fc.constantFrom('C001', 'C002'),
    quantity: fc.constantFrom(null, '0', '3', '-2.50'),
  });
  fc.assert(
    fc.property(fc.array(line, { maxLength: 8 }), (rows) => {
      const [pattern] = parseLines('D 1002 1.00', 'CNY');
      const lines = rows.map(({ account, isDebit, minor, foreign, currency, customer, quantity }) => ({
        ...pattern!,
        account,
        currency,
        quantity,
        dimensions: { customer },
        debitMinor: isDebit ? minor : 0n,
        creditMinor: isDebit ? 0n : minor,
        amountMinor: minor === 0n ? 0n : foreign,
      }));
      const original = { ...voucher(SALE), lines };
      const reversal = reverseVoucher(original, { date: original.date, period: original.period }, 'zhao');
      for (const delta of foldLines([original, reversal])) {
        const { debitMinor, creditMinor, amountDebitMinor, amountCreditMinor } = delta;
        assert.deepEqual([debitMinor, creditMinor, amountDebitMinor, amountCreditMinor], [0n, 0n, 0n, 0n]);
      }
      const again = reverseVoucher(
        { ...original, ...reversal },
        { date: original.date, period: 202601 },
        'li',
      );
      assert.deepEqual(
        again.lines.map(({ debitMinor, quantity }) => [debitMinor, quantity]),
        lines.map(({ debitMinor, quantity }) => [debitMinor, quantity]),
      );
    }),
  );
});

test('correction: a draft may change, a posted voucher may not', () => {
  const { bookId: _bookId, id: _id, number: _number, ...draft } = voucher(SALE);
  assert.ok(decideChange(draft, 'edit').ok);
  const outcome = decideChange(voucher(SALE), 'delete');
  assert.equal(outcome.ok ? 'ok' : outcome.refusal.code, 'posted_immutable');
});

for (const [currentPeriod, wrong, expected] of [
  [202602, 'anything', 'red-and-blue'],
  [202602, 'amount-only', 'difference'],
  [202701, 'anything', 'prior-year-adjustment'],
  [202701, 'amount-only', 'prior-year-adjustment'],
] as const) {
  test(`correction: ${wrong} wrong in 202601, found in ${currentPeriod} → ${expected}`, () => {
    assert.equal(decideCorrection(voucher(SALE), { currentPeriod, wrong }), expected);
  });
}
