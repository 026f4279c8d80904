import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkClosing } from '#core/ledger/closing-checks.ts';
import { fixAddress } from './fix-address.ts';

const period = { id: 202602, startsOn: '2026-02-01', endsOn: '2026-02-28', state: 'open' } as const;
const counts = {
  exceptions: 1,
  waiting: 1,
  staged: 1,
  undelivered: 1,
  refused: 1,
  missingNumbers: 1,
  differences: 1,
};
const checks = checkClosing({
  book: { accounts: new Map(), periods: [{ ...period, id: 202601 }, period], baseCurrency: 'CNY' },
  period,
  counts,
  movements: new Map(),
  foreign: ['USD'],
});

for (const { code, params } of checks) {
  test(`closing: ${code} leads somewhere`, () => {
    const address = fixAddress(code, {
      book: 'demo',
      period: 202602,
      params: { ...params, which: '1001, 1002' },
    });
    assert.match(address ?? '', /^\/(books\/demo\/|runs|exceptions|deliveries)/);
  });
}

test('closing: an account that was named leads to its ledger, an unknown item nowhere', () => {
  const place = { book: 'demo', period: 202602, params: { which: '1001, 1002' } };
  assert.equal(
    fixAddress('closing_cash_negative', place),
    '/books/demo/ledger?account=1001&from=202602&to=202602',
  );
  assert.equal(fixAddress('closing_cash_negative', { ...place, params: {} }), null);
  assert.equal(fixAddress('closing_of_another_kind', place), null);
});
