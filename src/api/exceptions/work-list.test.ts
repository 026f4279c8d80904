import assert from 'node:assert/strict';
import { test } from 'node:test';
import { somebody } from '#api/testing/people-at-work.ts';
import { SALES_FLOW, sale } from '#api/testing/sales-flow.ts';
import { type TestHub, testHub } from '#api/testing/test-hub.ts';
import { listAt, textAt, valueAt } from '#connectors/kit/json.ts';
import { insertPerson } from '#storage/people.ts';
import { finishRuns } from '#storage/runs.ts';

const DOCUMENTS = '/api/v1/books/demo/documents?flow=sales';
const LIST = '/api/v1/exceptions';
const ACTOR = 'client:test';
const YAML = { 'content-type': 'application/yaml' };

test('the work list', async (t) => {
  const hub = await testHub(t);
  const other = { code: 'other', connector: 'till', title: '另一台', settings: { branch: '杭州' } };
  await hub.ask('POST', '/api/v1/connections', { body: other });
  await held(hub, 'L-1', { amount: '50.00' });
  await held(hub, 'L-2', { amount: '900.00' });
  await held(hub, 'L-3', { amount: '7.00', customer: 'C8' });

  // query                                          document numbers, in order
  for (const [query, numbers] of [
    ['', 'L-3 L-2 L-1'],
    ['?sort=opened', 'L-1 L-2 L-3'],
    ['?sort=-impact', 'L-2 L-1 L-3'],
    ['?sort=impact', 'L-3 L-1 L-2'],
    ['?sort=-priority', 'L-2 L-1 L-3'],
    ['?impactMin=40', 'L-2 L-1'],
    ['?search=l-2', 'L-2'],
    ['?search=C8', 'L-3'],
    ['?code=dimension_unknown&effect=block&state=open', 'L-3 L-2 L-1'],
    ['?assignee=-', 'L-3 L-2 L-1'],
    ['?assignee=li.na', ''],
    ['?openedBefore=2026-01-01T00:00:00Z', ''],
    ['?openedTo=2026-01-01', ''],
    ['?openedFrom=2026-01-01', 'L-3 L-2 L-1'],
    ['?openedFrom=2999-01-01', ''],
    ['?connection=till', 'L-3 L-2 L-1'],
    ['?connection=other', ''],
  ] as const) {
    await t.test(`list ${query || 'as it comes'}: ${numbers || 'nothing'}`, async () => {
      assert.equal(await numbersOf(hub, `${LIST}${query}`), numbers);
    });
  }

  await t.test('pages of every sort follow each other', async () => {
    for (const [sort, numbers] of [
      ['-impact', 'L-2 L-1 L-3'],
      ['-priority', 'L-2 L-1 L-3'],
      ['opened', 'L-1 L-2 L-3'],
    ]) {
      const seen: string[] = [];
      let next: unknown = `${LIST}?sort=${sort}&limit=1`;
      for (; typeof next === 'string'; ) {
        seen.push(await numbersOf(hub, next));
        next = valueAt((await hub.ask('GET', next)).body, 'next');
      }
      assert.equal(seen.join(' '), numbers);
    }
    assert.equal((await hub.ask('GET', `${LIST}?after=x`)).status, 400);
  });

  await t.test('what is at stake stands beside it', async () => {
    const { body } = await hub.ask('GET', `${LIST}?search=L-2`);
    const [item] = listAt(body, 'items');
    assert.partialDeepStrictEqual(item, {
      impact: '900.00',
      currency: 'CNY',
      date: '2026-03-01',
      partner: 'C9',
      assignedTo: null,
    });
  });

  await t.test('given to a person who can do it, and talked about', async () => {
    const id = await idOf(hub, 'L-1');
    const assign = (login: string | null) => hub.ask('PUT', `${LIST}/${id}/assignee`, { body: { login } });
    assert.equal(textAt((await assign('li.na')).body, 'code'), 'assignee_unknown');
    await person(hub, 'li.na');
    await somebody(hub, 'wang.wu', ['accountant']);
    await somebody(hub, 'zhao.liu', ['auditor']);
    const able = await hub.ask('GET', `${LIST}/assignees`);
    assert.deepEqual(
      listAt(able.body, 'items').map((one) => textAt(one, 'login')),
      ['wang.wu'],
    );
    assert.partialDeepStrictEqual((await assign('li.na')).body, { assignedTo: 'li.na', assignedBy: ACTOR });
    assert.equal(await numbersOf(hub, `${LIST}?assignee=li.na`), 'L-1');
    const comment = await hub.ask('POST', `${LIST}/${id}/comments`, { body: { text: '客户已确认' } });
    assert.equal(comment.status, 201);
    assert.partialDeepStrictEqual((await hub.ask('GET', `${LIST}/${id}/comments`)).body, {
      items: [{ writtenBy: ACTOR, text: '客户已确认' }],
    });
  });
});

test('many at once', async (t) => {
  const hub = await testHub(t);
  await person(hub, 'li.na');
  for (const number of ['M-1', 'M-2', 'M-3', 'M-4']) await held(hub, number);
  const many = async (action: string, body: object) =>
    (await hub.ask('POST', `${LIST}/${action}`, { body })).body;

  await t.test('naming nothing is not naming all', async () => {
    assert.partialDeepStrictEqual(await many('replay', {}), { code: 'choice_needed' });
    assert.partialDeepStrictEqual(await many('replay', { ids: ['1'], filter: {} }), {
      code: 'choice_needed',
    });
  });

  await t.test('assigned by filter', async () => {
    const filter = { code: 'dimension_unknown' };
    assert.partialDeepStrictEqual(await many('assign', { filter, login: 'li.na' }), { matched: 4, done: 4 });
    assert.equal(await numbersOf(hub, `${LIST}?assignee=li.na`), 'M-4 M-3 M-2 M-1');
  });

  await t.test('what blocks is not released', async () => {
    assert.partialDeepStrictEqual(await many('release', { filter: {}, note: '已核对' }), {
      matched: 4,
      done: 0,
      skipped: [{ code: 'exception_not_releasable', count: 4 }],
    });
  });

  await t.test('dismissed by id, the others tried again as a run with its progress', async () => {
    const ids = [await idOf(hub, 'M-1')];
    assert.partialDeepStrictEqual(await many('dismiss', { ids, note: '重复' }), { matched: 1, done: 1 });
    await newCustomer(hub, 'C9');
    const done = await many('replay', { filter: { search: 'M-' } });
    assert.partialDeepStrictEqual(done, { matched: 3, done: 3, runs: [{ flow: 'sales', count: 3 }] });
    await hub.work();
    await finishRuns(hub.database);
    const run = await hub.ask('GET', `/api/v1/runs/${textAt(done, 'runs', 0, 'runId')}`);
    assert.partialDeepStrictEqual(run.body, { state: 'done', expected: 3, posted: 3 });
    assert.equal(await numbersOf(hub, `${LIST}?state=open`), '');
  });
});

test('the document itself is corrected', async (t) => {
  const hub = await testHub(t);
  await held(hub, 'K-1');
  const id = await idOf(hub, 'K-1');
  let correction = '';
  const correct = (changes: unknown, reason = '客户更名') =>
    hub.ask('POST', `${LIST}/${id}/correct`, { body: { changes, reason } });

  await t.test('a place that is not there and a value that does not fit are refused', async () => {
    for (const [change, code] of [
      [{ at: 'lines[3].sku', value: 'A' }, 'correction_without_place'],
      [{ at: 'amount', value: '1,000' }, 'amount_not_a_number'],
      [{ at: 'customer', value: 'C1', kind: 'refund' }, 'correction_kind_needed'],
    ] as const) {
      const refused = await correct([change]);
      assert.deepEqual([refused.status, textAt(refused.body, 'code')], [422, code]);
    }
    assert.partialDeepStrictEqual((await hub.ask('GET', '/api/v1/records/1/corrections')).body, {
      items: [],
    });
  });

  await t.test('with a reason it is tried again, posted, and the trace says who said so', async () => {
    const answer = await correct([{ at: 'customer', value: 'C1' }]);
    correction = textAt(answer.body, 'corrections', 0, 'id');
    assert.partialDeepStrictEqual(answer, {
      status: 202,
      body: {
        corrections: [{ at: 'customer', before: 'C9', value: 'C1', madeBy: ACTOR, reason: '客户更名' }],
      },
    });
    await hub.work();
    const trace = (await hub.ask('GET', '/api/v1/records/1/trace')).body;
    assert.partialDeepStrictEqual(trace, {
      exceptions: [{ state: 'resolved' }],
      corrections: [{ place: 'customer', value: 'C1', madeBy: ACTOR }],
    });
    const fields = listAt(trace, 'documents', 0, 'fields');
    const customer = fields.find((field) => textAt(field, 'field') === 'customer');
    assert.partialDeepStrictEqual(customer, {
      value: 'C1',
      origins: [{ by: 'person', name: ACTOR, rule: correction }],
    });
    assert.deepEqual(textAt(trace, 'record', 'raw', 'text'), JSON.stringify(sale('K-1', { customer: 'C9' })));
  });

  await t.test('taken back, the record says what it says', async () => {
    const path = `/api/v1/records/1/corrections/${correction}/revoke`;
    const revoked = await hub.ask('POST', path, { body: { reason: '弄错了' } });
    assert.partialDeepStrictEqual(revoked, {
      status: 202,
      body: { correction: { revokedBy: ACTOR, revokeReason: '弄错了' } },
    });
    await hub.work();
    assert.equal(await numbersOf(hub, `${LIST}?state=open`), 'K-1');
    assert.equal((await hub.ask('POST', path, { body: { reason: 'x' } })).status, 404);
  });
});

test('help: the very row that is missing, with suggestions by name', async (t) => {
  const hub = await testHub(t);
  const source = SALES_FLOW.replace(
    'customer: { path: customer, required: true }',
    'customer: { path: buyer.id, crosswalk: buyers, required: true }',
  );
  await hub.ask('POST', '/api/v1/flows', { body: source, headers: YAML });
  await hub.ask('POST', '/api/v1/flows/sales/versions/2/publish');
  await newCustomer(hub, 'C7', '杭州茶语');
  const { customer: _, ...plain } = sale('H-1');
  const buyer = { id: '8812', company: '杭州茶语餐饮有限公司' };
  await hub.ask('POST', DOCUMENTS, { body: { ...plain, buyer } });
  const id = await idOf(hub, 'H-1');
  const { body } = await hub.ask('GET', `${LIST}/${id}/help`);
  const repair = valueAt(body, 'findings', 0, 'repairs', 0);
  assert.partialDeepStrictEqual(repair, {
    kind: 'crosswalk',
    crosswalk: 'buyers',
    from: '8812',
    dimension: 'customer',
    request: { method: 'PUT', path: '/api/v1/books/demo/crosswalks/buyers/pairs/8812' },
    suggestions: [{ code: 'C7', name: '杭州茶语', because: '杭州茶语餐饮有限公司' }],
  });

  const path = textAt(repair, 'request', 'path');
  const put = await hub.ask('PUT', path, { body: { to: 'C7' }, headers: { 'if-match': '"x"' } });
  assert.equal(put.status, 412);
  assert.partialDeepStrictEqual(await hub.ask('PUT', path, { body: { to: 'C7' } }), {
    status: 201,
    body: { from: '8812', to: 'C7', confidence: 1, confirmedBy: ACTOR },
  });
  const suggested = await hub.ask(
    'GET',
    `/api/v1/books/demo/crosswalks/buyers/suggestions?from=1&name=${encodeURIComponent('茶语')}`,
  );
  assert.partialDeepStrictEqual(suggested.body, { dimension: 'customer', suggestions: [{ code: 'C7' }] });
  await hub.ask('POST', `${LIST}/${id}/replay`);
  await hub.work();
  assert.partialDeepStrictEqual((await hub.ask('GET', `${LIST}/${id}`)).body, { state: 'resolved' });
  const { headers } = await hub.ask('GET', path);
  const match = { 'if-match': String(headers.etag) };
  assert.equal((await hub.ask('DELETE', path, { headers: match })).status, 200);
  assert.equal((await hub.ask('GET', path)).status, 404);
});

/** A sale that is held, because nobody knows its customer. */
async function held(hub: TestHub, number: string, more: object = {}): Promise<void> {
  const { status } = await hub.ask('POST', DOCUMENTS, { body: sale(number, { customer: 'C9', ...more }) });
  assert.equal(status, 422);
}

async function numbersOf(hub: TestHub, url: string): Promise<string> {
  const { body, status } = await hub.ask('GET', url);
  assert.equal(status, 200, JSON.stringify(body));
  return listAt(body, 'items')
    .map((item) => textAt(item, 'document').replace('sale ', ''))
    .join(' ');
}

async function idOf(hub: TestHub, number: string): Promise<string> {
  const { body } = await hub.ask('GET', `${LIST}?search=${number}`);
  return textAt(body, 'items', 0, 'id');
}

async function person(hub: TestHub, login: string): Promise<void> {
  await insertPerson(hub.database, {
    login,
    name: login,
    email: null,
    language: 'zh',
    state: 'active',
    passwordHash: null,
    source: 'local',
  });
}

async function newCustomer(hub: TestHub, code: string, name = code): Promise<void> {
  const body = { values: [{ code, name }] };
  const { status } = await hub.ask('PUT', '/api/v1/books/demo/dimensions/customer', { body });
  assert.equal(status, 200);
}
