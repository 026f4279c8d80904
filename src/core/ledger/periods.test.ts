import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays } from '#core/calendar/date.ts';
import type { Period } from './book.ts';
import {
  buildPeriods,
  decideAddYear,
  decideClosePeriod,
  decideReopenPeriod,
  findPeriodGap,
  nextOpenPeriod,
  nextPeriodToClose,
  periodById,
  periodOf,
} from './periods.ts';

/** The year 2026 with its first `closed` periods closed. */
const year = (closed: number): { periods: Period[] } => ({
  periods: buildPeriods(2026).map((period, index) =>
    index < closed ? { ...period, state: 'closed' } : period,
  ),
});

test('periods: a year is twelve months without a gap', () => {
  const periods = [...buildPeriods(2023), ...buildPeriods(2024)];
  assert.equal(findPeriodGap(periods), null);
  assert.deepEqual(periods[13], { id: 202402, startsOn: '2024-02-01', endsOn: '2024-02-29', state: 'open' });
});

test('periods: a year that starts in April', () => {
  const periods = buildPeriods(2026, 4);
  assert.deepEqual(
    [periods[0]?.startsOn, periods[11]?.id, periods[11]?.endsOn],
    ['2026-04-01', 202612, '2027-03-31'],
  );
});

for (const startMonth of [1, 4]) {
  test(`periods: the next year follows without a gap, from month ${startMonth}`, () => {
    const periods = buildPeriods(2026, startMonth);
    const added = decideAddYear({ periods }, 2027);
    assert.ok(added.ok);
    assert.deepEqual(added.value, buildPeriods(2027, startMonth));
    assert.equal(findPeriodGap([...periods, ...added.value]), null);
  });
}

test('periods: no year but the next one is added', () => {
  for (const year of [2025, 2026, 2028]) {
    const refused = decideAddYear({ periods: buildPeriods(2026) }, year);
    assert.deepEqual(refused, {
      ok: false,
      refusal: { code: 'year_not_next', params: { year: String(year), next: '2027' } },
    });
  }
});

test('periods: a missing month, and an overlapping one, are found', () => {
  const periods = buildPeriods(2026);
  assert.equal(findPeriodGap(periods.toSpliced(4, 1))?.before.id, 202606);
  assert.equal(findPeriodGap(periods.with(4, { ...periods[4]!, startsOn: '2026-04-30' }))?.before.id, 202605);
});

for (const [date, id] of [
  ['2025-12-31', undefined],
  ['2026-01-01', 202601],
  ['2026-02-28', 202602],
  ['2026-12-31', 202612],
  ['2027-01-01', undefined],
] as const) {
  test(`periods: ${date} lies in ${id ?? 'none'}`, () => assert.equal(periodOf(year(0), date)?.id, id));
}

test('periods: every day of three years lies in exactly the period that holds it', () => {
  const book = { periods: [2024, 2025, 2026].flatMap((one) => buildPeriods(one)) };
  fc.assert(
    fc.property(fc.nat(365 * 3), (offset) => {
      const date = addDays('2024-01-01', offset);
      const walked = book.periods.find(({ startsOn, endsOn }) => startsOn <= date && date <= endsOn);
      assert.equal(periodOf(book, date), walked ?? null);
    }),
  );
});

test('periods: found by id, or not', () => {
  const book = year(0);
  for (const period of book.periods) assert.equal(periodById(book, period.id), period);
  for (const id of [202600, 202613, 0]) assert.equal(periodById(book, id), null);
});

// closed so far, period, to close, to open again
for (const [closed, id, closing, reopening] of [
  [0, 202601, 'ok', 'period_already_open'],
  [0, 202602, 'period_earlier_open', 'period_already_open'],
  [2, 202601, 'period_already_closed', 'period_later_closed'],
  [2, 202602, 'period_already_closed', 'ok'],
  [2, 202603, 'ok', 'period_already_open'],
  [12, 202612, 'period_already_closed', 'ok'],
  [0, 202699, 'period_unknown', 'period_unknown'],
] as const) {
  test(`periods: with ${closed} closed, close ${id} → ${closing}, open again → ${reopening}`, () => {
    const [close, reopen] = [decideClosePeriod(year(closed), id), decideReopenPeriod(year(closed), id)];
    assert.deepEqual(
      [close, reopen].map((outcome) => (outcome.ok ? 'ok' : outcome.refusal.code)),
      [closing, reopening],
    );
  });
}

test('periods: the next open one, and the next to close', () => {
  assert.equal(nextOpenPeriod(year(3), 202601)?.id, 202604);
  assert.equal(nextOpenPeriod(year(0), 202601)?.id, 202602);
  assert.equal(nextOpenPeriod(year(12), 202601), null);
  assert.equal(nextPeriodToClose(year(3))?.id, 202604);
  assert.equal(nextPeriodToClose(year(12)), null);
});
