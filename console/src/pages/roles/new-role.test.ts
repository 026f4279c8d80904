import assert from 'node:assert/strict';
import { test } from 'node:test';
import { freeCode, namesOf } from './new-role.ts';

for (const [from, taken, expected] of [
  ['auditor', [], 'auditor-2'],
  ['auditor', ['auditor-2', 'auditor-3'], 'auditor-4'],
  ['a'.repeat(40), [], `${'a'.repeat(36)}-2`],
] as const) {
  test(`roles: a copy of ${from} becomes ${expected}`, () => assert.equal(freeCode(from, taken), expected));
}

for (const [typed, expected] of [
  [{ zh: '应付会计' }, { zh: '应付会计', en: '应付会计', ja: '应付会计' }],
  [
    { zh: ' 应付 ', en: 'Payables', ja: '' },
    { zh: '应付', en: 'Payables', ja: '应付' },
  ],
] as const) {
  test(`roles: names from ${JSON.stringify(typed)}`, () => assert.deepEqual(namesOf(typed), expected));
}
