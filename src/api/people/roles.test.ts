import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'yaml';
import { administrator, PASSWORD, setUpTotp, somebody } from '#api/testing/people-at-work.ts';
import { SALES_FLOW } from '#api/testing/sales-flow.ts';
import { TestBrowser } from '#api/testing/test-browser.ts';
import { type TestHub, testHub } from '#api/testing/test-hub.ts';
import { textAt, valueAt } from '#connectors/kit/json.ts';

const names = { zh: '应付', en: 'Payables', ja: '買掛' };

/** The status, and of a refusal its code. */
async function told(
  browser: TestBrowser,
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  body?: unknown,
): Promise<string> {
  const { status, body: said } = await browser.send(method, path, body);
  return status < 400 ? String(status) : `${status} ${valueAt(said, 'code')}`;
}

async function signedIn(hub: TestHub, login: string): Promise<TestBrowser> {
  const browser = new TestBrowser(hub);
  await browser.send('POST', '/session', { login, password: PASSWORD });
  return browser;
}

test('roles: made, changed, granted and taken; each holds from the next request', async (t) => {
  const hub = await testHub(t);
  const admin = await administrator(hub);
  const li = await somebody(hub, 'li');
  const browser = await signedIn(hub, 'li');
  const principal = { kind: 'person', id: String(li.person_id) };
  const grant = (more: object) => ({ principal, ...more });

  const role = { code: 'payables', names, permissions: ['books:read', 'books:read'], basedOn: null };
  for (const [method, path, body, expected] of [
    ['POST', '/roles', { ...role, permissions: ['books:burn'] }, '422 permission_unknown'],
    ['POST', '/roles', { ...role, code: 'auditor' }, '409 already_exists'],
    ['POST', '/roles', { ...role, basedOn: 'nothing' }, '404 not_found'],
    ['POST', '/roles', role, '201'],
    ['POST', '/roles', role, '409 already_exists'],
    ['PUT', '/roles/auditor', { names, permissions: [] }, '409 role_shipped'],
    ['DELETE', '/roles/auditor', undefined, '409 role_shipped'],
    ['PUT', '/roles/nothing', { names, permissions: [] }, '404 not_found'],
    ['POST', '/grants', grant({ role: 'nothing' }), '404 not_found'],
    ['POST', '/grants', grant({ role: 'payables', books: ['nothing'] }), '404 not_found'],
    ['POST', '/grants', grant({ role: 'payables', books: [] }), '400 request_invalid'],
    ['POST', '/grants', { role: 'payables', principal: { ...principal, id: '99' } }, '404 not_found'],
    [
      'POST',
      '/grants',
      { role: 'payables', principal: { kind: 'client', id: 'shop' } },
      '422 client_has_scopes',
    ],
    [
      'POST',
      '/grants',
      { role: 'payables', principal: { kind: 'person', id: 'shop' } },
      '400 request_invalid',
    ],
  ] as const) {
    assert.equal(
      await told(admin, method, path, body),
      expected,
      `${method} ${path} ${JSON.stringify(body)}`,
    );
  }

  assert.equal(await told(browser, 'GET', '/books/demo'), '403 forbidden');
  const given = await admin.send('POST', '/grants', grant({ role: 'payables', books: ['demo'] }));
  assert.partialDeepStrictEqual(given.body, { role: 'payables', books: ['demo'], grantedBy: 'person:admin' });
  assert.equal(await told(browser, 'GET', '/books/demo'), '200');
  assert.equal(await told(admin, 'DELETE', '/roles/payables'), '409 role_held');
  assert.equal(await told(admin, 'PUT', '/roles/payables', { names, permissions: ['flows:read'] }), '200');
  assert.equal(await told(browser, 'GET', '/books/demo'), '403 forbidden');
  assert.equal(await told(browser, 'GET', '/flows'), '200');
  const listed = await admin.send('GET', `/grants?person=${li.person_id}`);
  assert.deepEqual(valueAt(listed.body, 'items', 0, 'id'), valueAt(given.body, 'id'));
  assert.equal(await told(admin, 'DELETE', `/grants/${textAt(given.body, 'id')}`), '200');
  assert.equal(await told(browser, 'GET', '/flows'), '403 forbidden');
  assert.equal(await told(admin, 'DELETE', '/roles/payables'), '200');
});

test('roles: somebody always stays who may maintain them', async (t) => {
  const hub = await testHub(t);
  const admin = await administrator(hub);
  const own = await admin.send('GET', '/grants?role=system-admin');
  const path = `/grants/${textAt(own.body, 'items', 0, 'id')}`;
  assert.equal(await told(admin, 'DELETE', path), '409 last_administrator');
  await somebody(hub, 'second', ['system-admin']);
  assert.equal(await told(admin, 'DELETE', path), '200');
  assert.equal(await told(admin, 'GET', '/roles'), '403 forbidden');
});

test('duties: who holds one does not get the other, until the rule is switched off', async (t) => {
  const hub = await testHub(t);
  const admin = await administrator(hub);
  const li = await somebody(hub, 'li', ['accountant']);
  const principal = { kind: 'person', id: String(li.person_id) };
  const reviewer = { principal, role: 'finance-manager' };
  assert.equal(await told(admin, 'POST', '/grants', reviewer), '409 duties_conflict');
  const off = { rules: [{ code: 'prepare-review', on: false }] };
  assert.equal(await told(admin, 'PUT', '/duties', off), '200');
  assert.equal(await told(admin, 'POST', '/grants', reviewer), '201');
  const duties = await admin.send('GET', '/duties');
  assert.partialDeepStrictEqual(duties.body, {
    rules: [
      { code: 'prepare-review', on: false },
      { code: 'prepare-map', on: true },
    ],
  });
  const self = await admin.send('GET', '/people?search=admin');
  const own = { kind: 'person', id: textAt(self.body, 'items', 0, 'id') };
  assert.equal(
    await told(admin, 'POST', '/grants', { principal: own, role: 'auditor' }),
    '403 duty_of_other',
  );
});

test('duties: who saved a version does not publish it; a program does', async (t) => {
  const hub = await testHub(t);
  const people = [];
  for (const login of ['maker', 'other']) {
    await somebody(hub, login, ['integration-admin']);
    const browser = await signedIn(hub, login);
    await setUpTotp(hub, browser);
    people.push(browser);
  }
  const [maker, other] = people;
  assert.ok(maker && other);
  assert.equal(await told(maker, 'POST', '/flows', parse(SALES_FLOW)), '201');
  assert.equal(await told(maker, 'POST', '/flows/sales/versions/2/publish'), '403 duty_of_other');
  assert.equal(await told(other, 'POST', '/flows/sales/versions/2/publish'), '200');
  assert.equal((await hub.ask('POST', '/api/v1/flows', { body: SALES_FLOW })).status, 201);
  assert.equal((await hub.ask('POST', '/api/v1/flows/sales/versions/3/publish')).status, 200);
});

test('clients: nobody lets a program do what they may not', async (t) => {
  const hub = await testHub(t);
  await somebody(hub, 'maker', ['integration-admin']);
  const maker = await signedIn(hub, 'maker');
  await setUpTotp(hub, maker);
  const client = (id: string, ...scopes: string[]) => ({ id, name: id, scopes });
  for (const [body, expected] of [
    [client('ledger', 'balances:read'), '403 client_outranks'],
    [client('shop', 'documents:post', 'records:read'), '201'],
  ] as const) {
    assert.equal(await told(maker, 'POST', '/clients', body), expected);
  }
  assert.equal(
    await told(maker, 'PATCH', '/clients/shop', { scopes: ['people:write'] }),
    '403 client_outranks',
  );
  assert.equal(await told(maker, 'POST', '/clients/shop/secret'), '200');
  assert.equal(await told(maker, 'POST', '/clients/test/secret'), '403 client_outranks');
});
