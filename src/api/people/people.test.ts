import assert from 'node:assert/strict';
import { test } from 'node:test';
import { administrator, PASSWORD, setUpTotp, somebody, tokenIn } from '#api/testing/people-at-work.ts';
import { TestBrowser } from '#api/testing/test-browser.ts';
import { testHub } from '#api/testing/test-hub.ts';
import { textAt, valueAt } from '#connectors/kit/json.ts';
import { readAuditChain } from '#storage/audit-log.ts';

const HOUR = 3_600_000;

test('people: made, invited, changed; nobody reaches above themselves', async (t) => {
  const hub = await testHub(t);
  const admin = await administrator(hub);
  const made = await admin.send('POST', '/people', {
    login: ' Wang.Wei ',
    name: '王伟',
    email: 'w@example.com',
  });
  assert.equal(made.status, 201);
  const id = textAt(made.body, 'id');
  assert.partialDeepStrictEqual(made.body, { login: 'wang.wei', state: 'invited', seenAt: null });
  assert.equal(await admin.tell('POST', '/people', { login: 'WANG.wei', name: 'x' }), '409 already_exists');
  assert.equal(await admin.tell('POST', '/people', { login: 'a b', name: 'x' }), '422 login_invalid');
  assert.equal(await admin.tell('POST', '/people', { login: 'ab\u0007', name: 'x' }), '422 login_invalid');
  assert.equal(await admin.tell('POST', '/people', { login: 'ab', name: 'x\ny' }), '400 request_invalid');

  const link = await admin.send('POST', `/people/${id}/link`);
  assert.match(textAt(link.body, 'url'), /^http:\/\/localhost:7070\/link#[\w-]{43}$/);
  hub.pass(72 * HOUR - 1_000);
  const wang = new TestBrowser(hub);
  const token = tokenIn(textAt(link.body, 'url'));
  assert.equal(
    await wang.tell('POST', '/links/redeem', { token, password: 'Wang.Wei 王伟 12' }),
    '422 password_is_name',
  );
  assert.equal(await wang.tell('POST', '/links/redeem', { token, password: PASSWORD }), '200');
  assert.equal(
    await wang.tell('POST', '/session', { login: 'WANG.WEI', password: PASSWORD }),
    '200 complete',
  );
  assert.equal(await wang.tell('GET', '/people'), '403 forbidden');

  const again = await administrator(hub, 'admin2');
  const found = await again.send('GET', '/people?search=王&state=active');
  assert.deepEqual(valueAt(found.body, 'items', 0, 'login'), 'wang.wei');
  const { headers } = await again.send('GET', `/people/${id}`);
  const stale = { 'if-match': '"old"', 'sec-fetch-site': 'same-origin' };
  assert.equal((await again.send('PATCH', `/people/${id}`, { name: 'W' }, stale)).status, 412);
  const fresh = { ...stale, 'if-match': String(headers.etag) };
  assert.equal((await again.send('PATCH', `/people/${id}`, { name: 'W' }, fresh)).status, 200);
  for (const [method, path, told] of [
    ['GET', '/people/999999999999999999', '404 not_found'],
    ['GET', '/people/x', '400 request_invalid'],
    ['GET', '/people/999999999999999999/sessions', '404 not_found'],
  ] as const) {
    assert.equal(await again.tell(method, path), told);
  }
});

test('whoever administers less cannot become somebody who administers more', async (t) => {
  const hub = await testHub(t);
  const root = await somebody(hub, 'root', ['system-admin']);
  await hub.database.query(
    "insert into roles (code, names, permissions) values ('clerk', '{}', '{people:read,people:write}')",
  );
  const self = await somebody(hub, 'clerk', ['clerk']);
  const clerk = new TestBrowser(hub);
  await clerk.send('POST', '/session', { login: 'clerk', password: PASSWORD });
  await setUpTotp(hub, clerk);
  assert.equal(await clerk.tell('POST', `/people/${root.person_id}/link`), '403 person_outranks');
  assert.equal(await clerk.tell('POST', `/people/${root.person_id}/reset-factors`), '403 person_outranks');
  assert.equal(
    await clerk.tell('PATCH', `/people/${root.person_id}`, { state: 'disabled' }),
    '403 person_outranks',
  );
  assert.equal(
    await clerk.tell('PATCH', `/people/${self.person_id}`, { state: 'disabled' }),
    '409 person_self',
  );
  assert.equal(await clerk.tell('POST', `/people/${self.person_id}/reset-factors`), '409 person_self');
  const log = await readAuditChain(hub.database, { after: 0n, limit: 1_000 });
  assert.ok(log.some(({ action, subject }) => action === 'factor.add' && subject === 'person:clerk'));
});
