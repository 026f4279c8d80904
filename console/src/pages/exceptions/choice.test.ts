import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filterOf } from './choice.ts';

// address → filter of what is done to all
for (const [address, expected] of [
  ['', {}],
  ['state=open&code=field_missing&sort=-impact&after=3', { code: 'field_missing' }],
  ['effect=hold&flow=a', { flow: 'a', effect: 'hold' }],
  ['effect=odd', {}],
  ['state=resolved', null],
] as const) {
  test(`many: ${address || 'a bare address'}`, () => {
    assert.deepEqual(filterOf(new URLSearchParams(address)), expected);
  });
}
