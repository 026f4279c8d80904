import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyseTable } from './analyse-table.ts';

type Rows = readonly (readonly (string | number)[])[];
const analyse = (rules: Rows) => analyseTable({ inputs: ['store', 'amount'], outputs: ['dept'], rules });

// rules → rules that can never win, overlaps (rule<first rule), gaps
for (const [rules, unreachable, overlaps, gaps] of [
  [
    [
      ['S1', '-', 'A'],
      ['-', '-', 'B'],
    ],
    '',
    '',
    '',
  ],
  [
    [
      ['-', '-', 'A'],
      ['S1', '-', 'B'],
    ],
    '1',
    '1<0',
    '',
  ],
  [
    [
      ['S1', '-', 'A'],
      ['S1', '>= 10', 'B'],
      ['-', '-', 'C'],
    ],
    '1',
    '1<0',
    '',
  ],
  [
    [
      ['S1', '-', 'A'],
      ['S1', '>= 10', 'A'],
      ['-', '-', 'C'],
    ],
    '1',
    '',
    '',
  ],
  [
    [
      ['S1', '-', 'A'],
      ['S2', '-', 'B'],
    ],
    '',
    '',
    '*/*',
  ],
  [
    [
      ['-', '< 10', 'A'],
      ['-', '> 10', 'B'],
    ],
    '',
    '',
    '*/10 */*',
  ],
  [
    [
      ['-', '[0..10]', 'A'],
      ['-', '(10..20]', 'B'],
      ['-', '-', 'C'],
    ],
    '',
    '',
    '',
  ],
  [
    [
      ['-', '[0..10]', 'A'],
      ['-', '[10..20]', 'B'],
      ['-', '-', 'C'],
    ],
    '',
    '1<0',
    '',
  ],
] as const) {
  test(`analyse: ${JSON.stringify(rules)} → unreachable ${unreachable || 'none'}, gaps ${gaps || 'none'}`, () => {
    const analysis = analyse(rules);
    assert.equal(analysis.unreachable.join(' '), unreachable);
    assert.equal(analysis.overlaps.map(({ rule, hiddenBy }) => `${rule}<${hiddenBy}`).join(' '), overlaps);
    assert.equal(analysis.gaps.map((example) => example.join('/')).join(' '), gaps);
    assert.equal(analysis.complete, true);
  });
}

test('analyse: a table with too many combinations says that it was not looked at completely', () => {
  const rules = Array.from({ length: 300 }, (_, i) => [`S${i}`, `A${i}`, 'D']);
  const analysis = analyse(rules);
  assert.equal(analysis.complete, false);
  assert.deepEqual(analysis.unreachable, []);
});
