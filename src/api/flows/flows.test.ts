import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SALES_FLOW, sale } from '#api/testing/sales-flow.ts';
import { testHub } from '#api/testing/test-hub.ts';
import { valueAt } from '#connectors/kit/json.ts';

const FLOW = '/api/v1/flows/sales';
const YAML = { 'content-type': 'application/yaml' };

test('flows', async (t) => {
  const hub = await testHub(t);

  await t.test('say what they are called, how they begin and how they are doing', async () => {
    const post = { body: sale('S-1', { customer: 'nobody' }) };
    await hub.ask('POST', '/api/v1/books/demo/documents?flow=sales', post);
    const { body } = await hub.ask('GET', FLOW);
    assert.partialDeepStrictEqual(body, {
      title: { zh: '销售' },
      trigger: { api: true },
      publishedVersion: 1,
      newestVersion: 1,
      held: 1,
    });
  });

  await t.test('roll back to what was in force before, with a reason that stays', async () => {
    await hub.ask('POST', '/api/v1/flows', {
      body: `${SALES_FLOW}\n# again\n`,
      headers: YAML,
    });
    const back = (version: number) =>
      hub.ask('POST', `${FLOW}/roll-back`, { body: { version, reason: '新版取错了日期' } });
    const untried = await back(2);
    assert.deepEqual([untried.status, valueAt(untried.body, 'code')], [409, 'flow_version_untried']);
    await hub.ask('POST', `${FLOW}/versions/2/publish`);
    assert.partialDeepStrictEqual(await back(1), { status: 200, body: { publishedVersion: 1 } });
    const { body } = await hub.ask('GET', '/api/v1/audit?action=flow.roll-back');
    assert.partialDeepStrictEqual(body, {
      items: [{ subject: 'flow:sales', details: { version: 1, reason: '新版取错了日期' } }],
    });
  });

  await t.test('a file is refused where the connector reads none', async () => {
    const file = { body: 'a,b', headers: { 'content-type': 'application/octet-stream' } };
    const { status, body } = await hub.ask('POST', `${FLOW}/files?name=a.csv`, file);
    assert.deepEqual([status, valueAt(body, 'code')], [422, 'files_unsupported']);
  });
});
