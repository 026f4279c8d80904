import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  addDays,
  addMonths,
  compareDates,
  dateOfDayNumber,
  dayNumberOf,
  daysBetween,
  isCalendarDate,
  monthEndOf,
  monthStartOf,
  weekdayOf,
} from './date.ts';

for (const [text, expected] of [
  ['2026-11-21', true],
  ['2024-02-29', true],
  ['2026-02-29', false],
  ['1900-02-29', false],
  ['2000-02-29', true],
  ['2026-13-01', false],
  ['2026-00-10', false],
  ['2026-04-31', false],
  ['2026-1-5', false],
  ['2026/01/05', false],
  ['２０２６-01-05', false],
  ['2026-01-05T', false],
  ['', false],
] as const) {
  test(`date: "${text}" is ${expected ? 'a' : 'no'} date`, () =>
    assert.equal(isCalendarDate(text), expected));
}

for (const [date, days, expected] of [
  ['2026-02-28', 1, '2026-03-01'],
  ['2024-02-28', 1, '2024-02-29'],
  ['2026-01-01', -1, '2025-12-31'],
  ['2026-11-21', 0, '2026-11-21'],
  ['1999-12-31', 366, '2000-12-31'],
] as const) {
  test(`date: ${date} + ${days} days is ${expected}`, () => {
    assert.equal(addDays(date, days), expected);
    assert.equal(daysBetween(date, expected), days);
  });
}

for (const [date, months, expected] of [
  ['2026-01-31', 1, '2026-02-28'],
  ['2024-01-31', 1, '2024-02-29'],
  ['2026-12-15', 1, '2027-01-15'],
  ['2026-01-15', -1, '2025-12-15'],
  ['2026-03-31', -13, '2025-02-28'],
] as const) {
  test(`date: ${date} + ${months} months is ${expected}`, () =>
    assert.equal(addMonths(date, months), expected));
}

test('date: months begin on the first and end on their last day', () => {
  assert.equal(monthStartOf('2026-11-21'), '2026-11-01');
  assert.equal(monthEndOf('2026-11-21'), '2026-11-30');
  assert.equal(monthEndOf('2028-02-01'), '2028-02-29');
});

test('date: 21 November 2026 is a Saturday, and 31 December 1969 was a Wednesday', () => {
  assert.equal(weekdayOf('2026-11-21'), 6);
  assert.equal(weekdayOf('1969-12-31'), 3);
});

test('date: our arithmetic agrees with the runtime from year 0 to 9999', () => {
  const dayNumber = fc.integer({ min: -719_528, max: 2_932_896 });
  fc.assert(
    fc.property(dayNumber, dayNumber, (a, b) => {
      const runtime = new Date(a * 86_400_000).toISOString().slice(0, 10);
      assert.equal(dateOfDayNumber(a), runtime);
      assert.equal(dayNumberOf(runtime), a);
      assert.equal(weekdayOf(runtime) % 7, new Date(a * 86_400_000).getUTCDay());
      assert.equal(Math.sign(compareDates(runtime, dateOfDayNumber(b))), Math.sign(a - b));
      assert.ok(isCalendarDate(runtime));
    }),
    { numRuns: 2_000 },
  );
});
