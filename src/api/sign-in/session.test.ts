import assert from 'node:assert/strict';
import { test } from 'node:test';
import { giveGrant } from '#access/give-grant.ts';
import { administrator, PASSWORD, somebody } from '#api/testing/people-at-work.ts';
import { TestBrowser } from '#api/testing/test-browser.ts';
import { type TestHub, testHub } from '#api/testing/test-hub.ts';
import { textAt, valueAt } from '#connectors/kit/json.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

async function signedIn(hub: TestHub, login: string): Promise<TestBrowser> {
  const browser = new TestBrowser(hub);
  assert.equal(await browser.tell('POST', '/session', { login, password: PASSWORD }), '200 complete');
  return browser;
}

test('a session ends when it is not used for half an hour, and after twelve hours whatever happens', async (t) => {
  const hub = await testHub(t);
  await somebody(hub, 'li.na', ['auditor']);

  await t.test('idle', async () => {
    const browser = await signedIn(hub, 'li.na');
    for (let i = 0; i < 3; i++) {
      hub.pass(29 * MINUTE);
      assert.equal(await browser.tell('GET', '/books'), '200');
    }
    hub.pass(30 * MINUTE);
    assert.equal(await browser.tell('GET', '/books'), '401 unauthorized');
  });

  for (const [name, headers] of [
    ['a page that asks by itself', { 'x-tongzhang-background': '1' }],
    ['a page that listens', { accept: 'text/event-stream' }],
  ] as const) {
    await t.test(`idle: ${name} does not keep it alive`, async () => {
      const browser = await signedIn(hub, 'li.na');
      hub.pass(20 * MINUTE);
      assert.equal((await browser.send('GET', '/books', undefined, headers)).status, 200);
      hub.pass(10 * MINUTE);
      assert.equal(await browser.tell('GET', '/books'), '401 unauthorized');
    });
  }

  await t.test('absolute', async () => {
    const browser = await signedIn(hub, 'li.na');
    for (let i = 0; i < 23; i++) {
      hub.pass(HOUR / 2 - 1_000);
      assert.equal(await browser.tell('GET', '/books'), '200');
    }
    hub.pass(HOUR / 2);
    assert.equal(await browser.tell('GET', '/books'), '401 unauthorized');
  });
});

test('whatever happens to a session happens at once', async (t) => {
  const hub = await testHub(t);
  const li = await somebody(hub, 'li.na', ['auditor']);
  const admin = await administrator(hub);
  const path = `/people/${li.person_id}`;

  await t.test('switched off and on again', async () => {
    const browser = await signedIn(hub, 'li.na');
    assert.equal(await browser.tell('GET', '/books'), '200');
    assert.equal(await admin.tell('PATCH', path, { state: 'disabled' }), '200 disabled');
    assert.equal(await browser.tell('GET', '/books'), '401 unauthorized');
    const again = new TestBrowser(hub);
    assert.equal(
      await again.tell('POST', '/session', { login: 'li.na', password: PASSWORD }),
      '401 sign_in_refused',
    );
    assert.equal(await admin.tell('POST', `${path}/link`), '409 person_disabled');
    assert.equal(await admin.tell('PATCH', path, { state: 'active' }), '200 active');
    await signedIn(hub, 'li.na');
  });

  await t.test('signed out everywhere', async () => {
    const [one, other] = [await signedIn(hub, 'li.na'), await signedIn(hub, 'li.na')];
    assert.equal((await admin.send('DELETE', `${path}/sessions`)).status, 200);
    assert.deepEqual(
      [await one.tell('GET', '/books'), await other.tell('GET', '/books')],
      ['401 unauthorized', '401 unauthorized'],
    );
  });

  await t.test('one of my sessions revoked by another', async () => {
    const [one, other] = [await signedIn(hub, 'li.na'), await signedIn(hub, 'li.na')];
    const { body } = await one.send('GET', '/me/sessions');
    assert.deepEqual(
      [valueAt(body, 'items', 0, 'current'), valueAt(body, 'items', 1, 'current')],
      [false, true],
    );
    const id = String(valueAt(body, 'items', 0, 'id'));
    assert.equal(await one.tell('DELETE', `/me/sessions/${id}`), '204');
    assert.equal(await other.tell('GET', '/books'), '401 unauthorized');
    assert.equal(await admin.tell('DELETE', `/me/sessions/${id}`), '404 not_found', 'nobody else’s');
  });

  await t.test('another role: what more it allows waits for the second factor', async () => {
    const browser = await signedIn(hub, 'li.na');
    assert.equal(await browser.tell('GET', '/session'), '200 complete');
    const principal = { kind: 'person', id: String(li.person_id) } as const;
    await hub.database.transaction((tx) => giveGrant(tx, { principal, role: 'accountant', by: 'test' }));
    const deadline = Date.now() + 5_000;
    let told = '';
    while (told !== '200 set-up-second-factor' && Date.now() < deadline)
      told = await browser.tell('GET', '/session');
    assert.equal(told, '200 set-up-second-factor');
    assert.equal(await browser.tell('GET', '/books'), '401 second_factor_required');
  });

  await t.test('a new password ends every other session', async () => {
    const hu = await somebody(hub, 'hu', ['auditor']);
    const [one, other] = [await signedIn(hub, 'hu'), await signedIn(hub, 'hu')];
    const next = 'another long and quiet sentence';
    assert.equal(await one.tell('PUT', '/me/password', { current: 'wrong', next }), '422 password_wrong');
    assert.equal(
      await one.tell('PUT', '/me/password', { current: PASSWORD, next: 'short' }),
      '422 password_short',
    );
    assert.equal(await one.tell('PUT', '/me/password', { current: PASSWORD, next }), '200 complete');
    assert.equal(await other.tell('GET', '/books'), '401 unauthorized');
    assert.equal(await one.tell('GET', '/books'), '200');
    assert.equal(await admin.tell('GET', `/people/${hu.person_id}/sessions`), '200');
  });
});

test('the token changes whenever something is proved, and the earlier one is worth nothing', async (t) => {
  const hub = await testHub(t);
  await somebody(hub, 'li.na');
  const browser = await signedIn(hub, 'li.na');
  const before = new Map(browser.cookies);
  assert.equal(await browser.tell('POST', '/session/prove', { password: PASSWORD }), '200 complete');
  assert.notEqual(browser.cookies.get('tongzhang'), before.get('tongzhang'));
  const thief = new TestBrowser(hub);
  for (const [name, value] of before) thief.cookies.set(name, value);
  assert.equal(await thief.tell('GET', '/session'), '401 unauthorized');

  await t.test('a sign-in ends the session the browser had', async () => {
    const old = browser.cookies.get('tongzhang')!;
    assert.equal(
      await browser.tell('POST', '/session', { login: 'li.na', password: PASSWORD }),
      '200 complete',
    );
    thief.cookies.set('tongzhang', old);
    assert.equal(await thief.tell('GET', '/session'), '401 unauthorized');
  });
});

test('sensitive changes take a proof of the last five minutes', async (t) => {
  const hub = await testHub(t);
  const li = await somebody(hub, 'li.na');
  const admin = await administrator(hub, 'admin', ['integration-admin']);
  hub.pass(5 * MINUTE + 1_000);
  for (const [method, path, body] of [
    ['PATCH', '/me', { email: 'a@example.com' }],
    ['POST', '/me/totp', undefined],
    ['POST', '/me/totp/confirm', { code: '123456' }],
    ['POST', '/me/recovery-codes', undefined],
    ['POST', '/me/passkeys/options', undefined],
    ['DELETE', '/me/passkeys/1', undefined],
    ['POST', '/people', { login: 'x', name: 'x' }],
    ['PATCH', `/people/${li.person_id}`, { name: 'x' }],
    ['POST', `/people/${li.person_id}/link`, undefined],
    ['POST', `/people/${li.person_id}/reset-factors`, undefined],
    ['POST', '/connections', { code: 'x', connector: 'till', title: 'x', settings: {} }],
    ['PUT', '/connections/till', { title: 'x', settings: {} }],
  ] as const) {
    await t.test(`${method} ${path} → prove again`, async () => {
      assert.equal(await admin.tell(method, path, body), '403 prove_again');
    });
  }
  assert.equal(
    await admin.tell('PATCH', '/me', { name: '管理员' }),
    '200 complete',
    'a name is not sensitive',
  );
  assert.equal(await admin.tell('POST', '/session/prove', { password: 'wrong' }), '422 password_wrong');
  assert.equal(await admin.tell('POST', '/session/prove', { password: PASSWORD }), '200 complete');
  assert.equal(await admin.tell('PATCH', '/me', { email: 'a@example.com' }), '200 complete');
});

test('nothing is changed by a page of another site', async (t) => {
  const hub = await testHub(t);
  await somebody(hub, 'li.na');
  const browser = await signedIn(hub, 'li.na');
  for (const [headers, told] of [
    [{ 'sec-fetch-site': 'cross-site' }, '403 cross_site'],
    [{ 'sec-fetch-site': 'same-site' }, '403 cross_site'],
    [{ 'sec-fetch-site': 'none' }, '403 cross_site'],
    [{ 'sec-fetch-site': 'cross-site', origin: 'http://localhost:7070' }, '403 cross_site'],
    [{ origin: 'http://evil.test' }, '403 cross_site'],
    [{ origin: 'null' }, '403 cross_site'],
    [{}, '403 cross_site'],
    [{ origin: 'http://localhost:7070' }, '200 complete'],
    [{ 'sec-fetch-site': 'same-origin' }, '200 complete'],
  ] as const) {
    await t.test(`PATCH with ${JSON.stringify(headers)} → ${told}`, async () => {
      const answer = await browser.send('PATCH', '/me', { name: 'x' }, headers);
      assert.equal(`${answer.status} ${valueAt(answer.body, 'code') ?? valueAt(answer.body, 'state')}`, told);
    });
  }
  assert.equal(
    (await browser.send('GET', '/session', undefined, { 'sec-fetch-site': 'cross-site' })).status,
    200,
  );
  const body = { login: 'li.na', password: PASSWORD };
  const forced = await new TestBrowser(hub).send('POST', '/session', body, {
    'sec-fetch-site': 'cross-site',
  });
  assert.equal(textAt(forced.body, 'code'), 'cross_site', 'nor is anybody signed in by one');
});

for (const [origin, name, secure] of [
  ['http://localhost:7070', 'tongzhang', false],
  ['https://hub.example.com', '__Host-tongzhang', true],
] as const) {
  test(`cookie: ${name} at ${origin}`, async (t) => {
    const hub = await testHub(t, { listening: { tls: null, isTrustedProxy: () => true } });
    await somebody(hub, 'li.na');
    const browser = new TestBrowser(hub, { origin });
    const told = await browser.send(
      'POST',
      '/session',
      { login: 'li.na', password: PASSWORD },
      {
        origin,
        ...(secure ? { 'x-forwarded-proto': 'https', 'x-forwarded-for': '192.0.2.1' } : {}),
      },
    );
    const [cookie] = [told.headers['set-cookie'] ?? []].flat();
    assert.match(
      String(cookie),
      new RegExp(`^${name}=[\\w-]{43}; Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}$`),
    );
  });
}
