import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Circuit } from './circuit.ts';
import { TokenBucket } from './token-bucket.ts';

/** F a fault, S a success, a number: so many seconds go by. Then: how long nothing is sent. */
for (const [story, waitSeconds] of [
  ['F F F F', 0],
  ['F F F F S F F F F', 0],
  ['F F F F F', 15],
  ['F F F F F 10', 5],
  ['F F F F F 15', 0],
  ['F F F F F 15 F', 15],
  ['F F F F F 15 S F', 0],
] as const) {
  test(`circuit: ${story} → closed for ${waitSeconds} s`, () => {
    let nowMs = 1_000;
    const circuit = new Circuit(() => nowMs);
    for (const step of story.split(' ')) {
      if (step === 'F') circuit.failed();
      else if (step === 'S') circuit.succeeded();
      else nowMs += Number(step) * 1_000;
    }
    assert.equal(circuit.waitMs(), waitSeconds * 1_000);
  });
}

function bucket(perSecond: number) {
  const clock = { nowMs: 0, waits: [] as number[] };
  const sleep = async (ms: number) => void clock.waits.push(ms);
  return { clock, bucket: new TokenBucket(perSecond, { now: () => clock.nowMs, sleep }) };
}

test('rate: a burst of one second passes at once, then each waits for those before it', async () => {
  const { clock, bucket: one } = bucket(2);
  for (let i = 0; i < 5; i += 1) await one.take();
  assert.deepEqual(clock.waits, [500, 1_000, 1_500]);
});

test('rate: time that goes by without calls fills it up, but never beyond a second', async () => {
  const { clock, bucket: one } = bucket(2);
  clock.nowMs = 3_600_000;
  for (let i = 0; i < 3; i += 1) await one.take();
  assert.deepEqual(clock.waits, [500]);
});

test('rate: callers go on in the order in which they came', async () => {
  const started: string[] = [];
  const wakes: { atMs: number; wake: () => void }[] = [];
  const sleep = (ms: number) => new Promise<void>((wake) => wakes.push({ atMs: ms, wake }));
  const one = new TokenBucket(1, { now: () => 0, sleep });
  const calls = ['a', 'b', 'c', 'd'].map(async (name) => {
    await one.take();
    started.push(name);
  });
  await new Promise(setImmediate);
  for (const { wake } of wakes.sort((a, b) => a.atMs - b.atMs)) wake();
  await Promise.all(calls);
  assert.deepEqual(started, ['a', 'b', 'c', 'd']);
});
