import assert from 'node:assert/strict';
import { test } from 'node:test';
import { advanceScan, laterInstant, resumeScan } from './scan.ts';

const marks = { areInstants: true, later: laterInstant };
const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute));
const mark = (minute: number) => at(minute).toISOString();

test('a pass keeps its start and the latest mark, and moves on only at its end', () => {
  const first = advanceScan(resumeScan(null), { highest: mark(5), answeredAt: at(20), position: 'b' }, marks);
  assert.deepEqual(first, { since: null, highest: mark(5), startedAt: mark(20), position: 'b' });
  const stored = resumeScan(JSON.parse(JSON.stringify(first)));
  const last = advanceScan(stored, { highest: mark(3), answeredAt: at(21), position: null }, marks);
  assert.deepEqual(last, { since: mark(5), highest: null, startedAt: null, position: null });
});

for (const [title, since, highest, reached] of [
  ['a change during the pass does not move it beyond its start', 1, 25, 20],
  ['a change dated in the future neither', 1, 9_999, 20],
  ['nothing new leaves it where it was', 7, null, 7],
  ['an old change does not move it back', 7, 2, 7],
] as const) {
  test(`scan: ${title}`, () => {
    const scan = { ...resumeScan(null), since: mark(since) };
    const page = { highest: highest === null ? null : mark(highest), answeredAt: at(20), position: null };
    assert.equal(advanceScan(scan, page, marks).since, mark(reached));
  });
}
