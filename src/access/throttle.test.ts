import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Fault } from '#core/trouble/trouble.ts';
import { freshDatabase } from '#storage/testing/fresh-database.ts';
import { addressOf, type Counter, giveBackTry, requireTry } from './throttle.ts';

for (const [ip, address] of [
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8:1:2::6', '2001:db8:1:2'],
  ['2001:db8::6', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
] as const) {
  test(`address: ${ip} counts as ${address}`, () => assert.equal(addressOf(ip), address));
}

test('tries: a few are free, then each wait is twice the one before, up to the longest', async (t) => {
  const database = await freshDatabase(t);
  let now = new Date('2026-03-15T08:00:00Z');
  const pass = (seconds: number) => {
    now = new Date(now.getTime() + seconds * 1_000);
  };
  const attempt = async (...counters: Counter[]) => {
    try {
      await requireTry(database, counters, now);
      return 0;
    } catch (error) {
      assert.ok(error instanceof Fault && error.code === 'too_many_tries');
      return Number(error.params.seconds);
    }
  };
  const place: Counter = { rule: 'place', of: 'li.na 192.0.2.1' };
  const other: Counter = { rule: 'place', of: 'li.na 192.0.2.2' };

  for (let i = 0; i < 5; i++) assert.equal(await attempt(place), 0);
  const waits: number[] = [];
  for (let i = 0; i < 12; i++) {
    const wait = await attempt(place);
    waits.push(wait);
    pass(wait);
    assert.equal(await attempt(place), 0);
  }
  assert.deepEqual(waits, [2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900]);

  await t.test('what is refused by one counter is counted by none', async () => {
    for (let i = 0; i < 10; i++) assert.equal(await attempt(other, place), 900);
    assert.equal(await attempt(other), 0);
  });

  await t.test('an hour later it begins anew', async () => {
    pass(3_601);
    for (let i = 0; i < 5; i++) assert.equal(await attempt(place), 0);
    assert.equal(await attempt(place), 2);
  });

  await t.test('a good try takes its own back, of its address only itself', async () => {
    const address: Counter = { rule: 'address', of: '192.0.2.1' };
    pass(2);
    for (let i = 0; i < 29; i++) assert.equal(await attempt(address), 0);
    assert.equal(await attempt(place, address), 0);
    await database.transaction((tx) => giveBackTry(tx, [place, address]));
    assert.equal(await attempt(address), 0);
    assert.equal(await attempt(address), 1, 'the thirtieth bad one');
    for (let i = 0; i < 5; i++) assert.equal(await attempt(place), 0);
  });
});
