import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ClosingCounts, checkClosing } from './closing-checks.ts';
import { newBook } from './new-book.ts';

const book = newBook({
  id: 1,
  code: 'demo',
  name: '演示',
  standard: 'cas',
  baseCurrency: 'CNY',
  years: [2026],
});
const none: ClosingCounts = {
  exceptions: 0,
  waiting: 0,
  staged: 0,
  undelivered: 0,
  refused: 0,
  missingNumbers: 0,
  differences: 0,
};

// what stands                              period   counted              what is not well
for (const [standing, period, counted, shown] of [
  ['1002 100 | 4001 -100', 202601, {}, ''],
  ['1002 100 | 4001 -100', 202602, {}, 'block period_earlier_open 202601'],
  ['1002 100 | 4001 -99', 202601, {}, 'block closing_not_balanced 1'],
  [
    '',
    202601,
    { exceptions: 2, waiting: 1 },
    'block closing_records_waiting 1, block closing_exceptions_open 2',
  ],
  [
    '',
    202601,
    { staged: 3, missingNumbers: 1 },
    'block closing_documents_staged 3, block closing_numbers_missing 1',
  ],
  [
    '',
    202601,
    { refused: 1, undelivered: 4 },
    'warn closing_vouchers_refused 1, warn closing_vouchers_undelivered 4',
  ],
  ['1122 50 | 6001 -50', 202601, {}, 'warn closing_result_not_carried 6001'],
  ['1002 -5 | 1122 5', 202601, {}, 'warn closing_cash_negative 1002'],
  ['1122 -5 | 2202 5', 202601, {}, 'warn closing_balance_side 1122, 2202'],
  ['1602 -5 | 1601 5', 202601, {}, ''],
] as const) {
  test(`closing ${period}: ${standing || 'nothing'} ${JSON.stringify(counted)} → ${shown || 'ready'}`, () => {
    const movements = new Map(
      standing
        .split(' | ')
        .filter(Boolean)
        .map((text) => {
          const [code = '', minor = '0'] = text.split(' ');
          return [code, { openingMinor: 0n, debitMinor: BigInt(minor), creditMinor: 0n }];
        }),
    );
    const facts = {
      book,
      period: book.periods.find(({ id }) => id === period)!,
      counts: { ...none, ...counted },
      movements,
      foreign: [],
    };
    const wrong = checkClosing(facts).filter(({ ok }) => !ok);
    const show = wrong.map(({ effect, code, params }) =>
      [effect, code, params.which ?? (params.earlier || params.count)].join(' '),
    );
    assert.equal(show.join(', '), shown);
  });
}
