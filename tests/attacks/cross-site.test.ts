import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listeningHub } from '#api/testing/listening-hub.ts';
import { PASSWORD, somebody } from '#api/testing/people-at-work.ts';
import { everyRow } from './every-row.ts';

const JSON_BODY = JSON.stringify({ name: 'changed by another site' });

// What a page of another site can make a browser send without asking first, and what it would need to ask for.
const SENT: readonly (readonly [name: string, headers: Readonly<Record<string, string>>, body: string])[] = [
  ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 'name=changed'],
  ['a form as plain text', { 'content-type': 'text/plain' }, JSON_BODY],
  [
    'a form with a file',
    { 'content-type': 'multipart/form-data; boundary=x' },
    '--x\r\ncontent-disposition: form-data; name="name"\r\n\r\nchanged\r\n--x--\r\n',
  ],
  ['JSON from a form', { 'content-type': 'text/plain; application/json' }, JSON_BODY],
  ['a beacon', { 'content-type': 'application/json' }, JSON_BODY],
];

// Where it says it comes from, or does not say.
const FROM: readonly (readonly [name: string, headers: Readonly<Record<string, string>>])[] = [
  ['another site', { origin: 'https://evil.test', 'sec-fetch-site': 'cross-site' }],
  ['a neighbour', { origin: 'https://evil.localhost', 'sec-fetch-site': 'same-site' }],
  ['a sandbox', { origin: 'null' }],
  ['nowhere', {}],
  ['an old browser', { origin: 'http://127.0.0.1.evil.test', referer: 'http://127.0.0.1/' }],
  ['an address typed in', { 'sec-fetch-site': 'none' }],
  ['another port', { origin: 'http://127.0.0.1:1' }],
  ['another scheme', { origin: 'https://127.0.0.1' }],
];

test('cross-site: no page of another site changes anything by our cookie', async (t) => {
  const { hub, url } = await listeningHub(t);
  await somebody(hub, 'li', ['auditor']);
  const cookie = await signIn(url);
  const before = await everyRow(hub.database);
  for (const [what, headers, body] of SENT) {
    for (const [where, from] of FROM) {
      await t.test(`cross-site: ${what} from ${where}`, async () => {
        for (const [method, path] of [
          ['POST', '/me/totp'],
          ['PATCH', '/me'],
          ['PUT', '/me/password'],
          ['DELETE', '/session'],
        ] as const) {
          const answer = await fetch(`${url}/api/v1${path}`, {
            method,
            headers: { ...headers, ...from, cookie },
            body,
          });
          assert.ok([403, 415].includes(answer.status), `${method} ${path} → ${answer.status}`);
          assert.equal(answer.headers.get('set-cookie'), null);
          assert.equal(answer.headers.get('access-control-allow-origin'), null);
          await answer.arrayBuffer();
        }
      });
    }
  }
  await t.test('cross-site: a method hidden in a header or the address is none', async () => {
    const headers = { cookie, 'x-http-method-override': 'DELETE', 'x-method-override': 'DELETE' };
    const answer = await fetch(`${url}/api/v1/session?_method=DELETE`, { headers });
    assert.equal(answer.status, 200);
  });
  await t.test('cross-site: a preflight is told nothing that would let it through', async () => {
    const asked = { origin: 'https://evil.test', 'access-control-request-method': 'PATCH' };
    const answer = await fetch(`${url}/api/v1/me`, { method: 'OPTIONS', headers: asked });
    assert.ok(answer.status >= 400);
    for (const name of answer.headers.keys()) assert.doesNotMatch(name, /^access-control-allow/);
  });
  assert.deepEqual(await everyRow(hub.database), before);
  const still = await fetch(`${url}/api/v1/session`, { headers: { cookie } });
  assert.equal(still.status, 200, 'the session stands all the while');
});

test('cross-site: a session that somebody else put into the browser is not signed in (fixation)', async (t) => {
  const { hub, url } = await listeningHub(t);
  await somebody(hub, 'li', ['auditor']);
  const planted = 'A'.repeat(43);
  const cookie = await signIn(url, { cookie: `tongzhang=${planted}` });
  assert.doesNotMatch(cookie, new RegExp(planted));
  const shown = await fetch(`${url}/api/v1/session`, { headers: { cookie: `tongzhang=${planted}` } });
  assert.equal(shown.status, 401);
  const second = await signIn(url, { cookie });
  assert.notEqual(second, cookie);
  assert.equal(
    (await fetch(`${url}/api/v1/session`, { headers: { cookie } })).status,
    401,
    'the earlier one is over',
  );
});

test('cross-site: nobody is signed in as somebody else by another site', async (t) => {
  const { hub, url } = await listeningHub(t);
  await somebody(hub, 'li', ['auditor']);
  for (const [, from] of FROM.filter(([, headers]) => Object.keys(headers).length > 0)) {
    const answer = await fetch(`${url}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...from },
      body: JSON.stringify({ login: 'li', password: PASSWORD }),
    });
    assert.deepEqual([answer.status, answer.headers.get('set-cookie')], [403, null], JSON.stringify(from));
  }
});

async function signIn(url: string, headers: Readonly<Record<string, string>> = {}): Promise<string> {
  const answer = await fetch(`${url}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', ...headers },
    body: JSON.stringify({ login: 'li', password: PASSWORD }),
  });
  assert.equal(answer.status, 200, await answer.text());
  const [cookie = ''] = answer.headers.getSetCookie().filter((one) => one.startsWith('tongzhang='));
  assert.match(cookie, /HttpOnly; SameSite=Lax/);
  return cookie.split(';')[0] ?? '';
}
