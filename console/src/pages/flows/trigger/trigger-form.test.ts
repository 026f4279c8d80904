import assert from 'node:assert/strict';
import { test } from 'node:test';
import { triggerOf, valuesOf } from './trigger-form.ts';

// What a form makes of a trigger and back again is the same trigger.
for (const trigger of [
  { poll: { every: '15m' } },
  { cron: '30 8 * * 1-5' },
  { cron: '30 8 * * 1-5', zone: 'Asia/Tokyo' },
  { folder: { path: '/in', pattern: '*.csv' } },
  { folder: { path: '/in' } },
  { webhook: true },
  { manual: true },
  { api: true },
]) {
  test(`trigger form: ${JSON.stringify(trigger)} stays what it is`, () =>
    assert.deepEqual(triggerOf(valuesOf(trigger)), trigger));
}

test('trigger form: a flow without a trigger begins by hand', () => {
  assert.deepEqual(triggerOf(valuesOf(null)), { manual: true });
});
