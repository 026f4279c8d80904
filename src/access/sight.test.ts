import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Sight } from './sight.ts';

/** `A+B sale D1`: books, kinds, departments; `*` for all. */
function grant(text: string) {
  const [books = null, kinds = null, departments = null] = text
    .split(' ')
    .map((part) => (part === '*' ? null : new Set(part.split('+'))));
  return { role: 'test', permissions: new Set<never>(), books, kinds, departments, fields: [] };
}
const sightOf = (...grants: string[]) => new Sight(grants.map(grant));
const codes = (text: string) => (text === '-' ? [] : text.split('+'));

// Grants; what is asked for as `book kinds departments`; is the entry seen, the flow, its traffic, the figures?
for (const [grants, asked, entry, flow, traffic, figures] of [
  [['* * *'], 'A - -', true, true, true, true],
  [[], 'A sale -', false, false, false, false],
  [['A * *'], 'A sale -', true, true, true, true],
  [['A * *'], 'B sale -', false, false, false, false],
  [['A sale *'], 'A sale D1', true, true, true, false],
  [['A sale *'], 'A sale+refund -', false, true, true, false],
  [['A sale *'], 'A - -', false, false, false, false],
  [['A * D1'], 'A sale D1', true, true, false, false],
  [['A * D1'], 'A sale D1+D2', false, true, false, false],
  [['A * D1'], 'A sale -', false, true, false, false],
  [['A sale *', 'B * *'], 'A refund -', false, false, false, false],
  [['A sale *', 'A refund *'], 'A sale+refund -', false, true, true, false],
  [['A * D1', 'A * D2'], 'A sale D2', true, true, false, false],
] as const) {
  test(`sight: [${grants.join(', ')}] of ${asked}`, () => {
    const [book = '', kindCodes = '', departmentCodes = ''] = asked.split(' ');
    const seen = { book, kinds: codes(kindCodes), departments: codes(departmentCodes) };
    const sight = sightOf(...grants);
    assert.deepEqual(
      [sight.entry(seen), sight.flow(seen), sight.traffic(seen), sight.figures(book)],
      [entry, flow, traffic, figures],
    );
    assert.equal(sight.limits() === null, sight.isUnlimited);
  });
}
