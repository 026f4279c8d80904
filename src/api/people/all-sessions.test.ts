import assert from 'node:assert/strict';
import { test } from 'node:test';
import { administrator, PASSWORD, somebody } from '#api/testing/people-at-work.ts';
import { TestBrowser } from '#api/testing/test-browser.ts';
import { testHub } from '#api/testing/test-hub.ts';
import { listAt, textAt, valueAt } from '#connectors/kit/json.ts';

const HOUR = 3_600_000;

test('sessions: everybody’s, found by name, ended one by one, and gone when their time is over', async (t) => {
  const hub = await testHub(t);
  const admin = await administrator(hub);
  await somebody(hub, 'wang.wei', ['cashier']);
  const wang = new TestBrowser(hub, { ip: '192.0.2.7' });
  await wang.send('POST', '/session', { login: 'wang.wei', password: PASSWORD });
  assert.equal(await wang.tell('GET', '/sessions'), '401 second_factor_required');

  const { body } = await admin.send('GET', '/sessions');
  assert.deepEqual(
    listAt(body, 'items').map((one) => [valueAt(one, 'person', 'login'), valueAt(one, 'current')]),
    [
      ['wang.wei', false],
      ['admin', true],
    ],
  );
  for (const [search, found] of [
    ['WANG', 1],
    ['192.0.2.', 1],
    ['%', 0],
  ] as const) {
    const told = await admin.send('GET', `/sessions?search=${encodeURIComponent(search)}`);
    assert.equal(listAt(told.body, 'items').length, found, search);
  }
  const id = textAt(body, 'items', 0, 'id');
  assert.equal(await admin.tell('DELETE', `/sessions/${id}`), '204');
  assert.equal(await admin.tell('DELETE', `/sessions/${id}`), '404 not_found');
  assert.equal(await wang.tell('GET', '/session'), '401 unauthorized');

  const people = await admin.send('GET', '/people?role=cashier');
  assert.deepEqual(valueAt(people.body, 'items', 0, 'roles'), ['cashier']);
  assert.equal(valueAt(people.body, 'items', 0, 'seenAt'), null);
  assert.match(textAt(people.body, 'items', 0, 'signedInAt'), /^\d{4}-/);

  hub.pass(13 * HOUR);
  const later = await administrator(hub, 'admin2');
  const standing = await later.send('GET', '/sessions');
  assert.equal(listAt(standing.body, 'items').length, 1);
});
