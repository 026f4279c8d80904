import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isDatePattern } from './date-pattern.ts';
import { formatInstant, parseInstant } from './instant.ts';
import { parseDate } from './parse-date.ts';
import { dateInZone } from './zone.ts';

const NONE = undefined;

// value                          format           zone                  date or refusal
for (const [value, format, zone, expected] of [
  ['2026-11-21', NONE, NONE, '2026-11-21'],
  ['2026-1-5', NONE, NONE, '2026-01-05'],
  ['2026/1/5', NONE, NONE, '2026-01-05'],
  ['2026/01/05 08:30:00', NONE, NONE, '2026-01-05'],
  ['2026-11-21 23:59', NONE, NONE, '2026-11-21'],
  ['20261121', NONE, NONE, '2026-11-21'],
  [20261121, NONE, NONE, '2026-11-21'],
  ['2026年1月5日', NONE, NONE, '2026-01-05'],
  ['2026-11-21T00:00:00', NONE, NONE, '2026-11-21'],
  ['2026-11-20T16:00:00Z', NONE, NONE, '2026-11-21'],
  ['2026-11-20T15:59:59Z', NONE, NONE, '2026-11-20'],
  ['2026-11-20T10:00:00-05:00', NONE, NONE, '2026-11-20'],
  ['2026-11-20T11:00:00-05:00', NONE, NONE, '2026-11-21'],
  ['2026-11-20T11:00:00-0500', NONE, 'America/New_York', '2026-11-20'],
  ['2026-11-20T16:00:00.123456Z', 'iso', 'UTC', '2026-11-20'],
  ['2026-07-20T22:30:00Z', 'iso', 'Europe/Berlin', '2026-07-21'],
  ['2026-01-20T22:30:00Z', 'iso', 'Europe/Berlin', '2026-01-20'],
  ['1990-07-01T15:30:00Z', 'iso', 'Asia/Shanghai', '1990-07-02'],
  ['2026-11-20T16:00:00Z', 'iso', 'Asia/Nowhere', 'date_zone_unknown'],
  ['2026-02-29T16:00:00Z', 'iso', NONE, 'date_not_recognised'],
  ['5.1.2026', 'DD.MM.YYYY', NONE, 'date_not_recognised'],
  ['05.01.2026', 'DD.MM.YYYY', NONE, '2026-01-05'],
  ['01/05/2026', 'MM/DD/YYYY', NONE, '2026-01-05'],
  ['05/01/2026', NONE, NONE, 'date_not_recognised'],
  ['2026-02-30', NONE, NONE, 'date_impossible'],
  ['20261301', 'YYYYMMDD', NONE, 'date_impossible'],
  ['0206-01-05', NONE, NONE, 'date_out_of_range'],
  ['46347', 'excel', NONE, '2026-11-21'],
  [46347.75, 'excel', NONE, '2026-11-21'],
  [59, 'excel', NONE, '1900-02-28'],
  [60, 'excel', NONE, 'date_impossible'],
  [61, 'excel', NONE, '1900-03-01'],
  [1, 'excel', NONE, '1900-01-01'],
  [0, 'excel', NONE, 'date_out_of_range'],
  [1795190400, 'unix', NONE, '2026-11-21'],
  ['1795190400000', 'unix-ms', NONE, '2026-11-21'],
  ['1795190400000', 'unix', NONE, 'date_out_of_range'],
  ['soon', 'unix', NONE, 'date_not_recognised'],
  ['', NONE, NONE, 'date_not_recognised'],
  ['yesterday', NONE, NONE, 'date_not_recognised'],
  ['x'.repeat(10_000), NONE, NONE, 'date_not_recognised'],
  ['2026-11-21', 'nonsense', NONE, 'date_not_recognised'],
] as const) {
  test(`date: ${String(value).slice(0, 30) || '(empty)'} as ${format ?? 'anything'} → ${expected}`, () => {
    const outcome = parseDate(value, { format, zone });
    assert.equal(outcome.ok ? outcome.value : outcome.refusal.code, expected);
  });
}

test('date: the short cut for fixed zones agrees with the runtime', () => {
  const zones = ['Asia/Shanghai', 'UTC', 'Asia/Hong_Kong', 'Asia/Taipei', 'Asia/Singapore', 'Asia/Tokyo'];
  const epochMs = fc.integer({ min: Date.UTC(1985, 0, 1), max: Date.UTC(2100, 0, 1) });
  fc.assert(
    fc.property(epochMs, fc.constantFrom(...zones), (ms, zone) => {
      const runtime = new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(ms);
      assert.equal(dateInZone(ms, zone), runtime);
    }),
  );
});

test('date: a pattern names year, month and day once each', () => {
  for (const pattern of ['YYYY-MM-DD', 'D/M/YYYY', 'YYYY年M月D日'])
    assert.ok(isDatePattern(pattern), pattern);
  for (const pattern of ['YYYY-MM', 'YY-MM-DD', 'YYYY-MM-DD-DD', '', 'iso']) {
    assert.ok(!isDatePattern(pattern), pattern);
  }
});

for (const [text, expected] of [
  ['2026-11-20T10:00:00-05:00', '2026-11-20T15:00:00.000Z'],
  ['2026-11-20T10:00:00.5Z', '2026-11-20T10:00:00.500Z'],
  ['2026-11-20 10:00+08', '2026-11-20T02:00:00.000Z'],
  ['2026-11-20T10:00:00', null],
  ['2026-11-20', null],
  ['2026-11-20T25:00:00Z', null],
] as const) {
  test(`instant: ${text} → ${expected}`, () => {
    const instant = parseInstant(text);
    assert.equal(instant === null ? null : formatInstant(instant), expected);
  });
}
