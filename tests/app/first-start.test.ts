import assert from 'node:assert/strict';
import { test } from 'node:test';
import { URI } from 'otpauth';
import { textAt, valueAt } from '#connectors/kit/json.ts';
import { ended, placeFor, run } from './run-command.ts';

const PASSWORD = 'correct horse battery staple';
const tokenIn = (url: string) => url.slice(url.indexOf('#') + 1);

/** A browser as far as cookies go. */
function browserAt(url: string) {
  let cookie = '';
  return async (method: string, path: string, body?: unknown) => {
    const answer = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: { cookie, origin: url, ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    for (const one of answer.headers.getSetCookie())
      if (/^tongzhang=/.test(one)) cookie = one.split(';')[0] ?? '';
    const text = await answer.text();
    const read: unknown = text === '' ? null : JSON.parse(text);
    return { status: answer.status, body: read, word: valueAt(read, 'code') ?? valueAt(read, 'state') };
  };
}

test('the first start, a lost phone and a forgotten password, as an administrator meets them', async (t) => {
  const place = await placeFor(t);
  const hub = await run(t, place, 'start');
  const url = textAt(hub.ready, 'url');
  const printed = textAt(hub.ready, 'setUpUrl');
  assert.match(printed, /^http:\/\/127\.0\.0\.1:\d+\/set-up#[\w-]{43}$/);
  const { ready: second } = await run(t, place, 'set-up-link');
  const ask = browserAt(url);
  const first = { login: 'li.na', name: '李娜', password: PASSWORD, language: 'zh' };
  const early = await ask('POST', '/setup', { ...first, token: tokenIn(printed) });
  assert.equal(early.word, 'link_invalid', 'the newest link only');
  const made = await ask('POST', '/setup', { ...first, token: tokenIn(textAt(second, 'url')) });
  assert.equal(made.word, 'set-up-second-factor', JSON.stringify(made.body));
  const totp = URI.parse(textAt((await ask('POST', '/me/totp')).body, 'uri'));
  assert.equal((await ask('POST', '/me/totp/confirm', { code: totp.generate() })).status, 200);
  assert.equal((await ask('GET', '/people')).status, 200);

  const late = await run(t, place, 'set-up-link');
  assert.equal(await ended(late), 1);
  assert.match(late.errors(), /set_up_done/);
  const stranger = await run(t, place, 'person', 'link', 'nobody');
  assert.equal(await ended(stranger), 1);
  assert.match(stranger.errors(), /cli_person_unknown/);

  const { ready: reset } = await run(t, place, 'person', 'link', 'Li.Na');
  assert.equal(valueAt(reset, 'kind'), 'reset');
  const password = 'another long and quiet sentence';
  const back = browserAt(url);
  assert.equal(
    (await back('POST', '/links/redeem', { token: tokenIn(textAt(reset, 'url')), password })).status,
    200,
  );
  assert.equal((await ask('GET', '/session')).status, 401, 'signed out everywhere, by another process');
  assert.equal((await back('POST', '/session', { login: 'li.na', password })).word, 'second-factor');

  await run(t, place, 'person', 'link', 'li.na', '--reset-factors');
  assert.equal((await back('GET', '/session')).status, 401);
  assert.equal((await back('POST', '/session', { login: 'li.na', password })).word, 'set-up-second-factor');
  const { ready: listed } = await run(t, place, 'person', 'list');
  assert.partialDeepStrictEqual(listed, { people: [{ login: 'li.na', state: 'active', factors: [] }] });
  hub.child.kill('SIGTERM');
  assert.equal(await ended(hub), 0, hub.errors());
  const again = await run(t, place, 'start');
  assert.equal(valueAt(again.ready, 'setUpUrl'), undefined, 'somebody is there');
  again.child.kill('SIGTERM');
  assert.equal(await ended(again), 0);
});
