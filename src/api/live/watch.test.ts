import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sale } from '#api/testing/sales-flow.ts';
import { testHub } from '#api/testing/test-hub.ts';
import { finishRuns } from '#storage/runs.ts';
import { Watch } from './watch.ts';

test('watch: a run that begins and ends between two looks is told, once', async (t) => {
  const hub = await testHub(t);
  await hub.ask('POST', '/api/v1/books/demo/documents?flow=sales', { body: sale('W-1', { customer: '' }) });
  const watch = new Watch();
  await watch.look(hub.database);
  await hub.ask('POST', '/api/v1/exceptions/1/replay', { body: {} });
  await hub.work();
  await finishRuns(hub.database);
  const told = (await watch.look(hub.database)).filter(({ type }) => type === 'run');
  assert.partialDeepStrictEqual(
    told.map(({ data }) => data),
    [{ flow: 'sales', kind: 'replay', state: 'done', held: 1 }],
  );
  const again = await watch.look(hub.database);
  assert.deepEqual(
    again.filter(({ type }) => type === 'run'),
    [],
  );
});
