import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Presence } from './presence.ts';

test('presence: a page that was opened or touched within a minute has somebody at it', () => {
  let now = 0;
  const page = new EventTarget();
  const presence = new Presence(() => now);
  presence.watch(page);
  for (const [after, sign, isFresh] of [
    [59_999, null, true],
    [1, null, false],
    [0, 'keydown', true],
    [60_000, null, false],
    [0, 'load', false],
    [0, 'pointermove', true],
  ] as const) {
    now += after;
    if (sign !== null) page.dispatchEvent(new Event(sign));
    assert.equal(presence.isFresh(), isFresh, `${now} ${sign}`);
  }
});
