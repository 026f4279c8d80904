import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SALES_FLOW, sale } from '#api/testing/sales-flow.ts';
import { testHub } from '#api/testing/test-hub.ts';
import { listAt, textAt, valueAt } from '#connectors/kit/json.ts';

const DOCUMENTS = '/api/v1/books/demo/documents?flow=sales';
const YAML = { 'content-type': 'application/yaml' };
const OTHER_SUMMARY = SALES_FLOW.replace('销售 {number}', '门店销售 {number}');

test('a flow is previewed while it is written', async (t) => {
  const hub = await testHub(t);
  const preview = async (body: object) => (await hub.ask('POST', '/api/v1/flows/preview', { body })).body;

  await t.test('documents, vouchers and every step to every field; nothing is kept', async () => {
    const source = SALES_FLOW.replace(
      'amount: { path: amount, type: amount, required: true }',
      'amount: { formula: number(amount) * 2, type: amount, required: true }',
    );
    const body = await preview({ source, samples: [sale('P-1')] });
    assert.partialDeepStrictEqual(body, {
      refusals: [],
      results: [
        {
          outcome: 'posted',
          documents: [{ number: 'P-1', fields: { amount: { amount: '200.00' } } }],
          provenance: [[{ field: 'amount', by: 'formula' }]],
          vouchers: [{ total: '200.00' }],
          drafts: [{ word: '记', date: '2026-03-01', total: '200.00', lines: [{ debit: '200.00' }, {}] }],
        },
      ],
    });
    const fields = listAt(body, 'results', 0, 'explained', 0, 'fields');
    assert.partialDeepStrictEqual(
      fields.find((field) => textAt(field, 'at') === 'amount'),
      {
        value: '200.00',
        steps: [
          { text: 'amount', value: '100.00' },
          { text: 'number(amount)', value: '100' },
          { text: 'number(amount) * 2', value: '200' },
        ],
      },
    );
    assert.equal((await hub.ask('GET', '/api/v1/flows/sales/versions/2')).status, 404);
  });

  await t.test('a flow that is not right yet says why, without an error', async () => {
    const body = await preview({ flow: { flow: 'half' }, samples: [sale('P-2')] });
    assert.partialDeepStrictEqual(body, { results: [] });
    assert.ok(listAt(body, 'refusals').length > 3);
  });

  await t.test('a stored record that is posted already still shows what would be written', async () => {
    const { body: posted } = await hub.ask('POST', DOCUMENTS, { body: sale('P-3') });
    const records = [textAt(posted, 'recordId')];
    assert.partialDeepStrictEqual(await preview({ source: SALES_FLOW, records }), {
      results: [{ outcome: 'ignored', reason: 'unchanged', drafts: [{ total: '100.00' }] }],
    });
  });
});

test('versions of a flow are compared', async (t) => {
  const hub = await testHub(t);
  for (const number of ['V-1', 'V-2']) await hub.ask('POST', DOCUMENTS, { body: sale(number) });
  await hub.ask('POST', '/api/v1/flows', { body: OTHER_SUMMARY, headers: YAML });

  await t.test('part by part and line by line', async () => {
    const { body } = await hub.ask('GET', '/api/v1/flows/sales/versions/1/diff/2');
    assert.partialDeepStrictEqual(body, {
      changes: [
        { change: 'changed', part: 'template', at: 'template.sale.summary', after: '门店销售 {number}' },
      ],
    });
    const changed = listAt(body, 'lines').filter((line) => textAt(line, 'type') !== 'same');
    assert.deepEqual(
      changed.map((line) => textAt(line, 'type')),
      ['removed', 'added'],
    );
    assert.equal((await hub.ask('GET', '/api/v1/flows/sales/versions/1/diff/9')).status, 404);
  });

  await t.test('on stored records: which documents and vouchers come out differently', async () => {
    const compare = async (body: object) =>
      (await hub.ask('POST', '/api/v1/flows/sales/compare', { body })).body;
    assert.partialDeepStrictEqual(await compare({ version: 2 }), {
      looked: 2,
      differing: 2,
      records: [{ documents: [], vouchers: { isChanged: true } }, {}],
    });
    const source = SALES_FLOW.replace('doc_date: date', 'doc_date: { value: "2026-03-09" }');
    assert.partialDeepStrictEqual(await compare({ source, records: 1 }), {
      looked: 1,
      differing: 1,
      records: [
        {
          documents: [
            {
              number: 'V-2',
              change: 'changed',
              fields: [{ at: 'doc_date', before: '2026-03-01', after: '2026-03-09' }],
            },
          ],
        },
      ],
    });
    assert.partialDeepStrictEqual(await compare({ version: 1 }), { looked: 2, differing: 0, records: [] });
  });
});

test('the trigger of a flow', async (t) => {
  const hub = await testHub(t);
  const path = '/api/v1/flows/sales/trigger';
  const schedule = '/api/v1/flows/sales/schedule';
  const { body, headers } = await hub.ask('GET', schedule);
  assert.partialDeepStrictEqual(body, { version: 1, trigger: { api: true }, next: [] });
  const match = { 'if-match': String(headers.etag) };
  const patch = (trigger: unknown) => hub.ask('PATCH', path, { body: { trigger }, headers: match });
  assert.partialDeepStrictEqual(await patch({ cron: 'every day' }), {
    status: 422,
    body: { findings: [{ code: 'flow_cron_invalid', at: 'trigger.cron' }] },
  });
  assert.partialDeepStrictEqual(await patch({ cron: '0 9 * * *', zone: 'Asia/Shanghai' }), {
    status: 201,
    body: { version: 2, definition: { trigger: { cron: '0 9 * * *' } } },
  });
  const { body: version } = await hub.ask('GET', '/api/v1/flows/sales/versions/2');
  assert.match(textAt(version, 'source'), /^trigger: \{ cron: 0 9 \* \* \*, zone: Asia\/Shanghai \}$/m);
  await hub.ask('POST', '/api/v1/flows/sales/versions/2/publish');
  assert.partialDeepStrictEqual((await hub.ask('GET', schedule)).body, {
    next: ['2026-03-16T01:00:00.000Z', '2026-03-17T01:00:00.000Z'],
  });
});

test('templates, samples, suggestions, vocabulary', async (t) => {
  const hub = await testHub(t);

  await t.test('a template is taken over with other names, and saved', async () => {
    assert.partialDeepStrictEqual((await hub.ask('GET', '/api/v1/flow-templates')).body, {
      items: [{ code: 'till-sales', connector: 'till' }],
    });
    assert.partialDeepStrictEqual((await hub.ask('GET', '/api/v1/flow-templates/till-sales')).body, {
      notes: { amount: { zh: '金额' } },
      samples: [{ number: 'T-1' }, { number: 'T-2' }],
      fields: [{ path: 'number', examples: ['T-1', 'T-2'] }],
    });
    const names = { flow: 'my-sales', book: 'demo', connection: 'till', target: 'till' };
    const filled = await hub.ask('POST', '/api/v1/flow-templates/till-sales/fill', { body: names });
    const source = textAt(filled.body, 'source');
    assert.match(source, /^flow: my-sales$/m);
    assert.equal((await hub.ask('POST', '/api/v1/flows', { body: source, headers: YAML })).status, 201);
    assert.equal((await hub.ask('GET', '/api/v1/flow-templates/none')).status, 404);
  });

  await t.test('samples are of the template until records came', async () => {
    const path = '/api/v1/flows/sales/samples';
    assert.partialDeepStrictEqual((await hub.ask('GET', path)).body, {
      template: 'till-sales',
      recordIds: [],
      samples: [{ number: 'T-1' }, {}],
    });
    await hub.ask('POST', DOCUMENTS, { body: sale('X-1') });
    assert.partialDeepStrictEqual((await hub.ask('GET', path)).body, {
      template: null,
      recordIds: ['1'],
      samples: [{ number: 'X-1' }],
    });
  });

  await t.test('fields are suggested with a reason', async () => {
    const samples = [{ order_no: 'A', items: [{ sku: 'S', qty: 1 }] }];
    const { body } = await hub.ask('POST', '/api/v1/flows/suggest', { body: { samples } });
    const told = listAt(body, 'suggestions').map((one) =>
      [textAt(one, 'scope'), textAt(one, 'path'), textAt(one, 'field')].join(' '),
    );
    assert.deepEqual(told, [' order_no number', 'items sku sku', 'items qty quantity']);
    const { body: vocabulary } = await hub.ask('GET', '/api/v1/vocabulary');
    const field = listAt(vocabulary, 'items').find((one) => valueAt(one, 'id') === 'order_total');
    assert.partialDeepStrictEqual(field, { title: { zh: '订单总额' }, type: 'amount', group: 'order' });
  });
});
