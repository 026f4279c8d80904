import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sumAmounts } from './sum-amounts.ts';

for (const [amounts, expected] of [
  [[], '0'],
  [['1.10', null, '-0.3'], '0.80'],
  [['-353.66', '100.00'], '-253.66'],
  [['-0.05'], '-0.05'],
  [['9007199254740993.01', '0.01'], '9007199254740993.02'],
  [['•••', '2'], '2'],
] as const) {
  test(`sum of ${JSON.stringify(amounts)} is ${expected}`, () => assert.equal(sumAmounts(amounts), expected));
}
