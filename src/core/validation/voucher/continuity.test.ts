import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkContinuity } from './continuity.ts';

for (const [numbers, outcome] of [
  [[], ''],
  [[1, 2, 3], ''],
  [[3, 1, 2], ''],
  [[2, 3], 'number_gap 1-1'],
  [[1, 4, 5, 7], 'number_gap 2-3, number_gap 6-6'],
  [[1, 2, 2, 3], 'number_duplicate 2'],
  [[1, 1, 3], 'number_duplicate 1, number_gap 2-2'],
] as const) {
  test(`numbers: ${numbers.join(' ') || '(none)'} → ${outcome || 'continuous'}`, () => {
    const findings = checkContinuity({ period: 202601, word: '记' }, numbers);
    const shown = findings.map(({ code, params }) =>
      code === 'number_gap' ? `${code} ${params.from}-${params.to}` : `${code} ${params.number}`,
    );
    assert.equal(shown.join(', '), outcome);
  });
}
