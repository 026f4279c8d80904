import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rangeOf, usualPeriod } from './periods.ts';

const period = (id: number, state: 'open' | 'closed', vouchers: number) => ({
  id,
  state,
  vouchers,
  startsOn: '',
  endsOn: '',
});
const YEAR = [
  period(202601, 'closed', 8),
  period(202602, 'open', 5),
  period(202603, 'open', 1),
  period(202604, 'open', 0),
];

// periods                                                 the one people come to look at
for (const [periods, expected] of [
  [YEAR, 202603],
  [[period(202601, 'closed', 0), period(202602, 'open', 0)], 202602],
  [[period(202601, 'closed', 0)], 202601],
  [[], null],
] as const) {
  test(`usual period of ${periods.map(({ id }) => id).join(' ') || 'none'}: ${expected}`, () => {
    assert.equal(usualPeriod(periods), expected);
  });
}

// address                    from–to
for (const [search, expected] of [
  ['', { from: 202603, to: 202603 }],
  ['from=202601', { from: 202601, to: 202601 }],
  ['to=202602', { from: 202602, to: 202602 }],
  ['from=202601&to=202604', { from: 202601, to: 202604 }],
  ['from=202604&to=202601', { from: 202604, to: 202604 }],
  ['from=199901', { from: 202603, to: 202603 }],
] as const) {
  test(`range of ${search || 'nothing'}`, () => {
    assert.deepEqual(rangeOf(new URLSearchParams(search), YEAR), expected);
  });
}
