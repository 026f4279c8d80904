import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SALES_FLOW, sale } from '#api/testing/sales-flow.ts';
import { testHub } from '#api/testing/test-hub.ts';
import { valueAt } from '#connectors/kit/json.ts';
import { describe } from '#core/trouble/catalogue.ts';
import { finishRuns } from '#storage/runs.ts';

const DOCUMENTS = '/api/v1/books/demo/documents?flow=sales';
const YAML = { 'content-type': 'application/yaml' };

test('connections', async (t) => {
  const hub = await testHub(t);

  await t.test('connectors say what they need', async () => {
    const { body } = await hub.ask('GET', '/api/v1/connectors');
    assert.partialDeepStrictEqual(body, {
      items: [{ name: 'till', settings: [{ name: 'address' }, { name: 'password', type: 'secret' }] }],
    });
  });

  await t.test('secrets never leave; a masked one sent back stays as it was', async () => {
    const { body, headers } = await hub.ask('GET', '/api/v1/connections/till');
    assert.partialDeepStrictEqual(body, { settings: { address: 'till-1', password: '***' } });
    const changed = { title: '新', settings: { address: 'till-2', password: '***' } };
    const match = { 'if-match': String(headers.etag) };
    const put = await hub.ask('PUT', '/api/v1/connections/till', { body: changed, headers: match });
    assert.partialDeepStrictEqual(put, {
      status: 200,
      body: { settings: { address: 'till-2', password: '***' } },
    });
    const hook = await hub.app.inject({
      method: 'POST',
      url: '/hooks/till',
      headers: { 'x-signature': 'hush' },
      payload: JSON.stringify(sale('W-0')),
    });
    assert.equal(hook.statusCode, 200);
    const stale = await hub.ask('PUT', '/api/v1/connections/till', { body: changed, headers: match });
    assert.deepEqual([stale.status, valueAt(stale.body, 'code')], [412, 'changed_meanwhile']);
  });

  await t.test('created, tested, refused', async () => {
    const body = { code: 'two', connector: 'till', title: '二', settings: { password: 'wrong' } };
    assert.equal((await hub.ask('POST', '/api/v1/connections', { body })).status, 201);
    assert.equal((await hub.ask('POST', '/api/v1/connections', { body })).status, 409);
    assert.partialDeepStrictEqual((await hub.ask('POST', '/api/v1/connections/two/test')).body, {
      ok: false,
      steps: [
        { ok: false, code: 'credentials_refused', detail: describe('credentials_refused', {}, 'zh').title },
      ],
    });
    const odd = { ...body, code: 'x', connector: 'none' };
    assert.equal(
      valueAt((await hub.ask('POST', '/api/v1/connections', { body: odd })).body, 'code'),
      'connector_unknown',
    );
    const wrong = { ...body, code: 'y', settings: { address: { a: 1 } } };
    const refused = await hub.ask('POST', '/api/v1/connections', { body: wrong });
    assert.partialDeepStrictEqual(refused.body, { code: 'setting_invalid', at: 'body.settings.address' });
  });
});

test('webhooks', async (t) => {
  const hub = await testHub(t);
  const hook = async (connection: string, signature: string) => {
    const payload = JSON.stringify(sale('W-1'));
    const headers = { 'x-signature': signature, 'content-type': 'application/json' };
    const answer = await hub.app.inject({ method: 'POST', url: `/hooks/${connection}`, headers, payload });
    return [answer.statusCode, answer.json().code ?? answer.json()];
  };

  assert.deepEqual(await hook('till', 'hush'), [200, { saved: 1, repeated: 0 }]);
  assert.deepEqual(await hook('till', 'hush'), [200, { saved: 0, repeated: 1 }]);
  assert.deepEqual(await hook('till', 'louder'), [401, 'unauthorized']);
  assert.deepEqual(await hook('none', 'hush'), [404, 'webhook_unsupported']);
  await hub.work();
  const { body } = await hub.ask('GET', '/api/v1/books/demo/vouchers');
  assert.equal((valueAt(body, 'items') as unknown[]).length, 1);
});

test('flows', async (t) => {
  const hub = await testHub(t);

  await t.test('everything wrong with a flow comes back at once', async () => {
    const source = SALES_FLOW.replace('      doc_date: date\n', '').replace(
      'kind: sale }',
      'kind: sale, odd: 1 }',
    );
    const { status, body } = await hub.ask('POST', '/api/v1/flows', { body: source, headers: YAML });
    assert.deepEqual([status, valueAt(body, 'code')], [422, 'flow_refused']);
    const broken = await hub.ask('POST', '/api/v1/flows', { body: 'a: [', headers: YAML });
    assert.equal(valueAt(broken.body, 'code'), 'flow_not_yaml');
    const bomb = 'a: &a [x,x]\nb: &b [*a,*a]\n'.concat(
      ...Array.from({ length: 200 }, (_, i) => `c${i}: [*b,*b]\n`),
    );
    assert.equal((await hub.ask('POST', '/api/v1/flows', { body: bomb, headers: YAML })).status, 422);
  });

  await t.test('a draft changes nothing until it is published, then at once', async () => {
    const source = SALES_FLOW.replace('销售 {number}', '门店销售 {number}');
    const draft = await hub.ask('POST', '/api/v1/flows', { body: source, headers: YAML });
    assert.partialDeepStrictEqual(draft, {
      status: 201,
      body: { flow: 'sales', version: 2, publishedAt: null },
    });
    const summary = async (number: string) =>
      valueAt(
        (await hub.ask('POST', DOCUMENTS, { body: sale(number) })).body,
        'documents',
        0,
        'voucher',
        'lines',
        0,
        'summary',
      );
    assert.equal(await summary('F-1'), '销售 F-1');
    const published = await hub.ask('POST', '/api/v1/flows/sales/versions/2/publish');
    assert.partialDeepStrictEqual(published.body, { publishedVersion: 2 });
    assert.equal(await summary('F-2'), '门店销售 F-2');
    assert.equal((await hub.ask('POST', '/api/v1/flows/sales/versions/9/publish')).status, 404);
    assert.match(
      String(valueAt((await hub.ask('GET', '/api/v1/flows/sales/versions/2')).body, 'source')),
      /门店销售/,
    );
  });

  await t.test('switched off, it takes nothing', async () => {
    const { headers } = await hub.ask('GET', '/api/v1/flows/sales');
    const match = { 'if-match': String(headers.etag) };
    const off = await hub.ask('PATCH', '/api/v1/flows/sales', { body: { enabled: false }, headers: match });
    assert.partialDeepStrictEqual(off, { status: 200, body: { enabled: false } });
    assert.equal(
      valueAt((await hub.ask('POST', DOCUMENTS, { body: sale('F-3') })).body, 'code'),
      'flow_disabled',
    );
    const stale = await hub.ask('PATCH', '/api/v1/flows/sales', { body: { enabled: true }, headers: match });
    assert.equal(stale.status, 412);
    assert.equal((await hub.ask('PATCH', '/api/v1/flows/sales', { body: { enabled: true } })).status, 200);
  });

  await t.test('a dry run shows documents, vouchers and findings, and keeps nothing', async () => {
    const samples = [sale('D-1'), sale('D-2', { customer: 'nobody' }), 7];
    const { status, body } = await hub.ask('POST', '/api/v1/flows/sales/dry-run', {
      body: { samples, stored: 1 },
    });
    assert.equal(status, 200);
    assert.partialDeepStrictEqual(body, {
      results: [
        { outcome: 'posted', documents: [{ number: 'D-1' }], vouchers: [{ total: '100.00' }] },
        { outcome: 'held', documents: [{ number: 'D-2' }], findings: [{ code: 'dimension_unknown' }] },
        { outcome: 'held', findings: [{ code: 'json_not_an_object' }] },
        { outcome: 'ignored', reason: 'unchanged', externalId: 'F-2' },
      ],
    });
    assert.deepEqual((await hub.ask('GET', '/api/v1/records?externalId=D-1')).body, {
      items: [],
      next: null,
    });
  });

  await t.test('a dry run takes a flow that is not saved yet', async () => {
    const source = SALES_FLOW.replace('flow: sales', 'flow: unborn');
    const asked = { body: { source, samples: [sale('D-3')] } };
    assert.partialDeepStrictEqual(await hub.ask('POST', '/api/v1/flows/unborn/dry-run', asked), {
      status: 200,
      body: { results: [{ outcome: 'posted' }] },
    });
    assert.equal((await hub.ask('GET', '/api/v1/flows/unborn')).status, 404);
  });
});

test('exceptions and replays', async (t) => {
  const hub = await testHub(t);
  const hold = async (number: string, more: object) => {
    const { body } = await hub.ask('POST', DOCUMENTS, { body: sale(number, { ...more }) });
    return `/api/v1/exceptions/${valueAt(body, 'exceptionId')}`;
  };
  const stateOf = async (url: string) => valueAt((await hub.ask('GET', url)).body, 'state');

  const ahead = await hold('E-1', { date: '2026-03-20' });
  const blocked = await hold('E-2', { customer: 'C9' });

  await t.test('counted by code, listed by filter', async () => {
    const counts = await hub.ask('GET', '/api/v1/exceptions/counts?book=demo', {
      headers: { 'accept-language': 'en' },
    });
    assert.partialDeepStrictEqual(counts.body, {
      items: [
        { code: 'dimension_unknown', count: 1 },
        { code: 'future_date', count: 1 },
      ],
    });
    const listed = await hub.ask('GET', '/api/v1/exceptions?code=future_date&state=open&flow=sales');
    assert.equal((valueAt(listed.body, 'items') as unknown[]).length, 1);
    assert.equal((await hub.ask('GET', '/api/v1/exceptions?flow=none')).status, 404);
  });

  await t.test('a hold is released, a block is not', async () => {
    const refused = await hub.ask('POST', `${blocked}/release`, { body: { note: '已核对' } });
    assert.deepEqual([refused.status, valueAt(refused.body, 'code')], [422, 'exception_not_releasable']);
    assert.equal(
      (await hub.ask('POST', `${ahead}/release`, { body: { codes: ['future_date'], note: '预售' } })).status,
      202,
    );
    assert.equal((await hub.ask('POST', `${ahead}/release`, { body: {} })).status, 400);
    const [entry] = await hub.database.query<{ note: string }>(
      "select details ->> 'note' as note from audit_log where action = 'exception.release'",
    );
    assert.equal(entry?.note, '预售');
    await hub.work();
    assert.equal(await stateOf(ahead), 'resolved');
    assert.equal((await hub.ask('POST', `${ahead}/release`, { body: { note: '预售' } })).status, 409);
  });

  await t.test('a repair and a replay post it', async () => {
    await hub.ask('PUT', '/api/v1/books/demo/dimensions/customer', {
      body: { values: [{ code: 'C9', name: '九' }] },
    });
    const { body } = await hub.ask('POST', `${blocked}/replay`);
    await hub.work();
    await finishRuns(hub.database);
    assert.equal(await stateOf(blocked), 'resolved');
    assert.partialDeepStrictEqual((await hub.ask('GET', `/api/v1/runs/${valueAt(body, 'runId')}`)).body, {
      kind: 'replay',
      state: 'done',
      posted: 1,
    });
  });

  await t.test('dismissed with a note, for good', async () => {
    const url = await hold('E-3', { customer: 'C8' });
    assert.equal((await hub.ask('POST', `${url}/dismiss`, { body: { note: '' } })).status, 400);
    const dismissed = await hub.ask('POST', `${url}/dismiss`, { body: { note: '测试数据' } });
    assert.partialDeepStrictEqual(dismissed.body, {
      state: 'dismissed',
      closedBy: 'client:test',
      note: '测试数据',
    });
  });

  await t.test('a record tells its whole way', async () => {
    const records = await hub.ask('GET', '/api/v1/records?externalId=E-1');
    const id = valueAt(records.body, 'items', 0, 'id');
    const { status, body } = await hub.ask('GET', `/api/v1/records/${id}/trace`);
    assert.equal(status, 200);
    assert.partialDeepStrictEqual(body, { record: { externalId: 'E-1' }, documents: [{ number: 'E-1' }] });
    assert.equal((await hub.ask('POST', `/api/v1/records/${id}/replay`)).status, 202);
    assert.equal((await hub.ask('GET', '/api/v1/records/999/trace')).status, 404);
  });

  await t.test('a run of a system that cannot be polled fails and says why', async () => {
    const { status, body } = await hub.ask('POST', '/api/v1/flows/sales/runs');
    assert.equal(status, 202);
    const url = `/api/v1/runs/${valueAt(body, 'runId')}`;
    let run = (await hub.ask('GET', url)).body;
    while (valueAt(run, 'state') === 'running') run = (await hub.ask('GET', url)).body;
    assert.partialDeepStrictEqual(run, { state: 'failed', error: { code: 'collect_unsupported' } });
  });

  await t.test('metrics count what waits for a person', async () => {
    const { body } = await hub.ask('GET', '/metrics');
    assert.match(String(body), /tongzhang_lane_waiting 1/);
  });
});
