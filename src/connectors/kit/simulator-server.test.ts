import assert from 'node:assert/strict';
import { test } from 'node:test';
import { jsonAnswer, seededRandom, startSimulatorServer } from './simulator-server.ts';

/** Counts how often the work was done. */
async function startCounter(faults: Record<string, number> = {}) {
  let count = 0;
  const running = await startSimulatorServer({
    options: { faults, lateMs: 60 },
    credentials: {},
    answer: () => {
      count += 1;
      return jsonAnswer({ count });
    },
  });
  return { running, worked: () => count };
}

// Fault, status of the answer (0: none came), how often the work was done.
for (const [fault, status, worked] of [
  ['none', 200, 1],
  ['late', 200, 1],
  ['lost-answer', 0, 1],
  ['twice', 200, 2],
  ['throttle-429', 429, 0],
  ['html-502', 502, 0],
] as const) {
  test(`simulator server: ${fault} → ${status || 'no answer'}, work done ${worked}×`, async (t) => {
    const { running, worked: done } = await startCounter({ [fault]: 1 });
    t.after(() => running.close());
    const answered = await fetch(running.url).then(
      (response) => response.status,
      () => 0,
    );
    assert.deepEqual([answered, done()], [status, worked]);
  });
}

test('simulator server: faults change while it runs, also from another process, and never strike that door', async (t) => {
  const { running } = await startCounter();
  t.after(() => running.close());
  running.setFaults?.({ 'throttle-429': 1 });
  assert.equal((await fetch(running.url)).status, 429);
  const set = await fetch(new URL('/_simulator/faults', running.url), {
    method: 'POST',
    body: '{"html-502":1}',
  });
  assert.equal(set.status, 200);
  assert.equal((await fetch(running.url)).status, 502);
});

test('simulator server: closing does not wait for a late answer', async () => {
  const { running } = await startCounter({ late: 1 });
  const waiting = fetch(running.url).catch(() => undefined);
  await running.close();
  await waiting;
});

test('seeded random: the same seed gives the same sequence, spread over 0–1', () => {
  const [a, b] = [seededRandom(7), seededRandom(7)];
  const numbers = Array.from({ length: 1000 }, a);
  assert.deepEqual(numbers, Array.from({ length: 1000 }, b));
  const mean = numbers.reduce((sum, number) => sum + number, 0) / 1000;
  assert.ok(mean > 0.45 && mean < 0.55 && Math.min(...numbers) >= 0 && Math.max(...numbers) < 1);
});
