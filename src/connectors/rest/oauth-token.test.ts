import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createTokenSource } from './oauth-token.ts';

function harness(lifeMs: number) {
  const state = { nowMs: 1_000_000, requests: 0 };
  const source = createTokenSource(
    async () => {
      state.requests += 1;
      await Promise.resolve();
      return { value: `t${state.requests}`, expiresAtMs: state.nowMs + lifeMs };
    },
    () => new Date(state.nowMs),
  );
  return { state, source };
}

test('many questions at once are one request, and the answer is kept', async () => {
  const { state, source } = harness(3_600_000);
  assert.deepEqual(
    new Set(await Promise.all(Array.from({ length: 50 }, () => source.current()))),
    new Set(['t1']),
  );
  assert.equal(await source.current(), 't1');
  assert.equal(state.requests, 1);
});

test('a token is renewed before it ends', async () => {
  const { state, source } = harness(60_000);
  await source.current();
  state.nowMs += 29_000;
  assert.equal(await source.current(), 't1');
  state.nowMs += 2_000;
  assert.equal(await source.current(), 't2');
});

test('a rejected token is replaced once, however many were told so', async () => {
  const { state, source } = harness(3_600_000);
  await source.current();
  source.reject('t1');
  assert.equal(await source.current(), 't2');
  source.reject('t1');
  assert.equal(await source.current(), 't2');
  assert.equal(state.requests, 2);
});

test('a failed request is not kept', async () => {
  let requests = 0;
  const source = createTokenSource(
    async () => {
      requests += 1;
      if (requests === 1) throw new Error('down');
      return { value: 'good', expiresAtMs: Number.MAX_SAFE_INTEGER };
    },
    () => new Date(0),
  );
  await assert.rejects(source.current());
  assert.equal(await source.current(), 'good');
});
