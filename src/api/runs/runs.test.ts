import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SALES_FLOW, sale } from '#api/testing/sales-flow.ts';
import { testHub } from '#api/testing/test-hub.ts';
import { textAt } from '#connectors/kit/json.ts';
import { finishRuns } from '#storage/runs.ts';

const BULK = '/api/v1/books/demo/documents/bulk?flow=sales';
const NDJSON = { 'content-type': 'application/x-ndjson' };

test('runs', async (t) => {
  const hub = await testHub(t);
  const upload = async (prefix: string, count: number) => {
    const body = Array.from({ length: count }, (_, i) => JSON.stringify(sale(`${prefix}-${i}`))).join('\n');
    const answer = await hub.ask('POST', BULK, { body, headers: NDJSON });
    return textAt(answer.body, 'id');
  };
  const look = async (id: string) => (await hub.ask('GET', `/api/v1/runs/${id}`)).body;
  const finish = async () => {
    await hub.work();
    await finishRuns(hub.database);
  };

  await t.test('how far a run is: expected, done, waiting', async () => {
    const id = await upload('A', 3);
    assert.partialDeepStrictEqual(await look(id), { expected: 3, done: 0, waiting: 3, eta: null });
    await finish();
    assert.partialDeepStrictEqual(await look(id), { expected: 3, done: 3, waiting: 0, state: 'done' });
  });

  await t.test('paused, resumed, cancelled, replayed', async () => {
    const id = await upload('B', 2);
    assert.partialDeepStrictEqual(await hub.ask('POST', `/api/v1/runs/${id}/pause`), {
      status: 200,
      body: { state: 'paused', waiting: 2, startedBy: 'client:test', changedBy: 'client:test' },
    });
    await finish();
    assert.partialDeepStrictEqual(await look(id), { state: 'paused', done: 0, waiting: 2 });
    assert.partialDeepStrictEqual(await hub.ask('POST', `/api/v1/runs/${id}/resume`), {
      body: { state: 'collected', waiting: 2 },
    });
    assert.partialDeepStrictEqual(await hub.ask('POST', `/api/v1/runs/${id}/resume`), {
      status: 409,
      body: { code: 'run_not_paused' },
    });
    assert.partialDeepStrictEqual(await hub.ask('POST', `/api/v1/runs/${id}/cancel`), {
      body: { state: 'cancelled', waiting: 0, ignored: 2 },
    });
    const again = await hub.ask('POST', `/api/v1/runs/${id}/replay?flow=sales`);
    const replayed = textAt(again.body, 'runId');
    assert.partialDeepStrictEqual(await look(replayed), { replayOf: id, expected: 2 });
    await finish();
    assert.partialDeepStrictEqual(await look(replayed), { state: 'done', posted: 2 });
  });

  await t.test('of records that several flows take: one is to be named', async () => {
    const id = await upload('C', 1);
    await finish();
    const other = SALES_FLOW.replace('flow: sales', 'flow: sales-too').replace('"6001"', '"6051"');
    const yaml = { 'content-type': 'application/yaml' };
    assert.equal((await hub.ask('POST', '/api/v1/flows', { body: other, headers: yaml })).status, 201);
    assert.equal((await hub.ask('POST', '/api/v1/flows/sales-too/versions/1/publish')).status, 200);
    assert.partialDeepStrictEqual(await hub.ask('POST', `/api/v1/runs/${id}/replay`), {
      status: 409,
      body: { code: 'run_of_several_flows', params: { flows: 'sales, sales-too' } },
    });
    assert.equal((await hub.ask('POST', `/api/v1/runs/${id}/replay?flow=elsewhere`)).status, 404);
    assert.equal((await hub.ask('POST', `/api/v1/runs/${id}/replay?flow=sales`)).status, 202);
  });

  await t.test('listed by state', async () => {
    assert.partialDeepStrictEqual((await hub.ask('GET', '/api/v1/runs?state=cancelled')).body, {
      items: [{ state: 'cancelled' }],
      next: null,
    });
    assert.equal((await hub.ask('POST', '/api/v1/runs/999/pause')).status, 404);
  });
});
