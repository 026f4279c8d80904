import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type ChangedFormat, laterMark, readMark, writeMark } from './changed.ts';

const base: ChangedFormat = { changedFormat: 'iso', utcOffset: '+08:00', overlapSeconds: 0 };

for (const [theirs, mark] of [
  ['2026-01-31T08:00:00+08:00', '2026-01-31T00:00:00.000Z'],
  ['2026-01-31 08:00:00', '2026-01-31T00:00:00.000Z'],
  ['2026/01/31', '2026-01-30T16:00:00.000Z'],
  ['1769817600', '2026-01-31T00:00:00.000Z'],
  ['1769817600123', '2026-01-31T00:00:00.123Z'],
  ['yesterday', null],
  ['2026-13-40 00:00:00', null],
] as const) {
  test(`mark of ${theirs} → ${mark}`, () => assert.equal(readMark(theirs, base), mark));
}

for (const [format, written] of [
  ['iso', '2026-01-30T23:58:00.000Z'],
  ['local', '2026-01-31 07:58:00'],
  ['date', '2026-01-31'],
  ['unix', '1769817480'],
  ['unix-ms', '1769817480000'],
  ['text', '2026-01-31T00:00:00.000Z'],
] as const) {
  test(`mark as ${format}, two minutes earlier → ${written}`, () => {
    const changed = { ...base, changedFormat: format, overlapSeconds: 120 };
    assert.equal(writeMark('2026-01-31T00:00:00.000Z', changed), written);
  });
}

test('counters are compared as numbers', () => {
  const changed = { ...base, changedFormat: 'text' } as const;
  assert.equal(laterMark('9', '10', changed), '10');
  assert.equal(laterMark(null, '10', changed), '10');
  assert.equal(laterMark('b', 'a', changed), 'b');
});

test('what is written without overlap is read as the same second again', () => {
  const formats = fc.constantFrom<ChangedFormat['changedFormat']>('iso', 'local', 'unix');
  const offsets = fc.constantFrom('+08:00', 'Z', '-05:30');
  fc.assert(
    fc.property(formats, offsets, fc.integer({ min: 1e9, max: 4e9 }), (format, utcOffset, seconds) => {
      const changed = { ...base, changedFormat: format, utcOffset };
      const mark = new Date(seconds * 1000).toISOString();
      assert.equal(readMark(writeMark(mark, changed), changed), mark);
    }),
  );
});
