import assert from 'node:assert/strict';
import { test } from 'node:test';
import { administrator, somebody } from '#api/testing/people-at-work.ts';
import { sale } from '#api/testing/sales-flow.ts';
import { fetchToken, makeTestClient } from '#api/testing/test-client.ts';
import { testHub } from '#api/testing/test-hub.ts';
import { valueAt } from '#connectors/kit/json.ts';
import { makeWorld, type World } from '../access-matrix/world.ts';
import { everyRow } from './every-row.ts';

const names = { zh: '甲', en: 'A', ja: '甲' };

/** Changes of every kind that succeed as long as nothing is broken, and readings that leave a mark. */
const asked = ({ granted }: World['things']) =>
  [
    ['POST', '/books', { code: 'n1', name: 'n', baseCurrency: 'CNY', standard: 'cas', years: [2026] }],
    ['PUT', '/books/demo/dimensions/project', { values: [{ code: 'P1', name: 'p' }] }],
    ['PUT', '/books/demo/crosswalks/buyers', { pairs: [{ from: '77', to: 'C1' }] }],
    ['POST', '/connections', { code: 'c9', connector: 'till', title: 'c', settings: { password: 'x' } }],
    ['POST', '/clients', { id: 'n-client', name: 'n', scopes: ['books:read'] }],
    ['PATCH', '/clients/shop', { name: 'renamed' }],
    ['POST', '/clients/shop/secret', undefined],
    ['DELETE', '/clients/shop', undefined],
    ['POST', '/people', { login: 'n.person', name: 'n' }],
    ['PATCH', `/people/${granted.person}`, { name: 'renamed' }],
    ['POST', `/people/${granted.person}/link`, undefined],
    ['POST', '/grants', { principal: { kind: 'person', id: granted.person }, role: 'auditor' }],
    ['POST', '/roles', { code: 'n-role', names, permissions: ['books:read'], basedOn: null }],
    ['POST', '/webhooks', { title: 'n', url: 'https://hooks.test/', events: ['voucher.posted'] }],
    ['POST', `/exceptions/${granted.exception}/dismiss`, { note: 'n' }],
    ['POST', `/books/demo/vouchers/${granted.voucher}/reverse`, { note: 'n' }],
    ['POST', '/books/demo/documents?flow=sales', sale('N-1')],
    ['GET', `/records/${granted.record}/raw`, undefined],
    ['GET', '/books/demo/trial-balance/export?from=202601&to=202612&format=csv', undefined],
    ['GET', '/audit/export', undefined],
  ] as const;

/** What goes wrong in the middle of every one of them: at the very entry that would tell of it. */
const FAILURES = [
  ['the audit log cannot be written', `raise exception 'attack'`, 500],
  ['the database goes away in the middle', 'perform pg_terminate_backend(pg_backend_pid())', 503],
] as const;

for (const [failure, statement, status] of FAILURES) {
  test(`never open: ${failure} → nothing is done and nothing is told (ASVS v5.0.0-16.5.3)`, async (t) => {
    const world = await makeWorld(t);
    const { database } = world.hub;
    await database.script(
      `create function attack() returns trigger language plpgsql as $$ begin ${statement}; return new; end $$;
       create trigger attack before insert on audit_log for each row execute function attack()`,
    );
    const before = await everyRow(database);
    for (const [method, path, body] of asked(world.things)) {
      if (path.includes('/documents')) continue;
      await t.test(`never open: ${method} ${path.replace(/\d+/g, '…')}`, async () => {
        const told = await world.hub.ask(method, `/api/v1${path}`, { body });
        assert.equal(told.status, status, JSON.stringify(told.body));
        assert.match(String(told.headers['content-type']), /problem\+json/);
        assert.doesNotMatch(JSON.stringify(told.body), /attack|audit_log|pg_|src\/|"secret":/);
        assert.deepEqual(await everyRow(database), before);
      });
    }
    await database.script('drop trigger attack on audit_log');
    for (const [method, path, body] of asked(world.things)) {
      const { status: done } = await world.hub.ask(method, `/api/v1${path}`, { body });
      assert.ok(done < 300, `without the failure: ${method} ${path} → ${done}`);
    }
  });
}

test('never open: who cannot be looked up is nobody', async (t) => {
  const hub = await testHub(t);
  const admin = await administrator(hub, 'admin');
  await somebody(hub, 'li');
  const client = await makeTestClient(hub.database, { scopes: ['books:read'] });
  const authorization = `Bearer ${await fetchToken(hub.app, client)}`;
  for (const table of ['grants', 'roles', 'sessions', 'people', 'api_clients']) {
    await t.test(`never open: without ${table}`, async () => {
      await hub.database.script(`alter table ${table} rename to gone`);
      hub.context.sessions.forget();
      hub.context.forgetClients();
      const asPerson = await admin.send('GET', '/people');
      const asClient = await hub.app.inject({ url: '/api/v1/books', headers: { authorization } });
      await hub.database.script(`alter table gone rename to ${table}`);
      hub.context.sessions.forget();
      hub.context.forgetClients();
      if (table === 'api_clients') assert.equal(asClient.statusCode, 500, asClient.body);
      else assert.equal(asPerson.status, 500, JSON.stringify(asPerson.body));
      assert.equal(valueAt(asPerson.body, table === 'api_clients' ? 'code' : 'items'), undefined);
      assert.equal((await admin.send('GET', '/people')).status, 200, 'all is well again');
    });
  }
});
