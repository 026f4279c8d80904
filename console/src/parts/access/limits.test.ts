import assert from 'node:assert/strict';
import { test } from 'node:test';
import { limitsOf, limitsTyped } from './limits.ts';

const rule = { kind: 'payroll', field: 'net_pay', show: 'totals' } as const;
const nothing = { books: null, departments: null, kinds: null, fields: [] };

for (const [typed, expected] of [
  [{}, nothing],
  [{ books: [], kinds: [], fields: [] }, nothing],
  [{ books: ['b1'] }, { ...nothing, books: ['b1'] }],
  [
    { departments: ['D1', 'D2'], fields: [rule] },
    { ...nothing, departments: ['D1', 'D2'], fields: [rule] },
  ],
  [
    {
      fields: [
        { ...rule, kind: ' ' },
        { ...rule, field: '' },
      ],
    },
    nothing,
  ],
] as const) {
  test(`limits: ${JSON.stringify(typed)}`, () => assert.deepEqual(limitsOf(typed), expected));
}

test('limits: what the hub told comes back as it was', () => {
  const told = { books: ['b1'], departments: null, kinds: ['payroll'], fields: [rule] };
  assert.deepEqual(limitsOf(limitsTyped(told)), told);
});
