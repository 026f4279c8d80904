import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breakDown, levelOf } from './break-down.ts';

const accounts = new Map([
  ['2221', { parentCode: null }],
  ['2221.01', { parentCode: '2221' }],
  ['2221.01.02', { parentCode: '2221.01' }],
]);

test('movements by a value of a dimension add up on every level, those without one apart', () => {
  const movement = (account: string, code: string | null, debitMinor: bigint) => ({
    account,
    code,
    openingMinor: 0n,
    debitMinor,
    creditMinor: 0n,
  });
  const found = breakDown(accounts, [
    movement('2221.01.02', 'D1', 5n),
    movement('2221.01', 'D1', 2n),
    movement('2221.01.02', null, 1n),
  ]);
  const show = (code: string) =>
    (found.get(code) ?? []).map((one) => `${one.code} ${one.movement.debitMinor}`).join(', ');
  assert.equal(show('2221.01.02'), 'D1 5, null 1');
  assert.equal(show('2221.01'), 'D1 7, null 1');
  assert.equal(show('2221'), 'D1 7, null 1');
});

for (const [code, level] of [
  ['2221', 1],
  ['2221.01', 2],
  ['2221.01.02', 3],
  ['unknown', 1],
] as const) {
  test(`level: ${code} is ${level}`, () => assert.equal(levelOf(accounts, code), level));
}
