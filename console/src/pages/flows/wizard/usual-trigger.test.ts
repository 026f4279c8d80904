import assert from 'node:assert/strict';
import { test } from 'node:test';
import { usualTrigger } from './usual-trigger.ts';

for (const [source, capabilities, trigger] of [
  ['trigger: { poll: { every: 5m } }', ['collect:order'], { poll: { every: '5m' } }],
  ['trigger: { poll: { every: 5m } }', ['files'], { manual: true }],
  ['trigger: { webhook: true }', ['webhook'], { webhook: true }],
  ['trigger: { webhook: true }', ['collect:*'], { manual: true }],
  ['flow: x', ['collect:*'], { manual: true }],
] as const) {
  test(`wizard: ${source} with ${capabilities} begins ${JSON.stringify(trigger)}`, () =>
    assert.deepEqual(usualTrigger(source, capabilities), trigger));
}
