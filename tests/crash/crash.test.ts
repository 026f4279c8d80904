// timeout: 300 s
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeSeed, summarise } from './report.ts';
import { runSeeds } from './run-seeds.ts';

test('killed at any instant, the hub loses nothing and doubles nothing', async () => {
  const { results } = await runSeeds({
    from: 1,
    count: 3,
    parallel: 1,
    signal: new AbortController().signal,
    onResult: () => undefined,
  });
  const { failed, kills } = summarise(results);
  assert.deepEqual(failed, [], results.map(describeSeed).join('\n'));
  assert.ok(kills >= 3, 'workers were killed');
});
