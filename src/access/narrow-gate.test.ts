import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NarrowGate } from './narrow-gate.ts';

test('gate: so many inside, so many in line, the next told to come back; everybody’s turn comes', async () => {
  const gate = new NarrowGate({ insideMax: 2, lineMax: 3 });
  const leave: (() => void)[] = [];
  let inside = 0;
  let most = 0;
  const work = async () => {
    most = Math.max(most, ++inside);
    await new Promise<void>((done) => leave.push(done));
    inside--;
  };
  const passing = Array.from({ length: 5 }, () => gate.pass(work));
  await assert.rejects(gate.pass(work), { code: 'sign_in_busy' });
  for (let left = 0; left < 5; ) {
    const next = leave.shift();
    if (next) {
      next();
      left++;
    } else await new Promise(setImmediate);
  }
  await Promise.all(passing);
  assert.equal(most, 2);
  assert.equal(await gate.pass(async () => 'in'), 'in');
  await assert.rejects(
    gate.pass(async () => Promise.reject(new Error('inside'))),
    /inside/,
  );
  assert.equal(await gate.pass(async () => 'still in'), 'still in');
});
