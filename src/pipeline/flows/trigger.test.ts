import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Trigger } from '#core/flows/flow.ts';
import { nextPollAt } from './trigger.ts';

const NOW = new Date('2026-03-15T08:00:00Z'); // 16:00 in Shanghai

// trigger                                      next poll, in UTC
const TABLE: readonly (readonly [Trigger | undefined, string | null])[] = [
  [{ poll: { every: '30s' } }, '2026-03-15T08:00:30.000Z'],
  [{ poll: { every: '5m' } }, '2026-03-15T08:05:00.000Z'],
  [{ poll: { every: '2h' } }, '2026-03-15T10:00:00.000Z'],
  [{ poll: { every: '1d' } }, '2026-03-16T08:00:00.000Z'],
  [{ cron: '30 16 * * *' }, '2026-03-15T08:30:00.000Z'],
  [{ cron: '0 2 1 * *' }, '2026-03-31T18:00:00.000Z'], // the first of April, 2:00 in Shanghai
  [{ cron: '0 9 * * *', zone: 'Europe/Berlin' }, '2026-03-16T08:00:00.000Z'],
  [{ folder: { path: '/drop' } }, '2026-03-15T08:00:05.000Z'],
  [{ webhook: true }, null],
  [{ api: true }, null],
  [{ manual: true }, null],
  [undefined, null],
];

for (const [trigger, expected] of TABLE) {
  test(`trigger: ${JSON.stringify(trigger)} polls next at ${expected ?? 'never'}`, () => {
    assert.equal(nextPollAt(trigger, NOW)?.toISOString() ?? null, expected);
  });
}
