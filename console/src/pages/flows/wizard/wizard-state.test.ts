import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BEGINNING, canGoOn, freeFlowCode } from './wizard-state.ts';

const whole = {
  ...BEGINNING,
  step: 1,
  connection: 'shop',
  kind: 'order',
  book: 'b',
  code: 'shop-orders',
} as const;

for (const [what, state, taken, expected] of [
  ['nothing chosen', BEGINNING, [], false],
  ['a blank flow', { ...BEGINNING, template: null }, [], true],
  ['everything named', whole, [], true],
  ['no book', { ...whole, book: null }, [], false],
  ['a code that is taken', whole, ['shop-orders'], false],
  ['a code with capitals', { ...whole, code: 'Shop' }, [], false],
] as const) {
  test(`wizard: ${what} ${expected ? 'goes on' : 'waits'}`, () =>
    assert.equal(canGoOn(state, taken), expected));
}

for (const [wish, taken, code] of [
  ['shop-orders', [], 'shop-orders'],
  ['shop-orders', ['shop-orders'], 'shop-orders-2'],
  ['销售', [], 'flow'],
] as const) {
  test(`wizard: ${wish} beside ${taken.length} is ${code}`, () =>
    assert.equal(freeFlowCode(wish, taken), code));
}
