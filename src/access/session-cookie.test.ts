import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deviceToken, sessionCookie, sessionToken } from './session-cookie.ts';

const PLAIN = 'http://localhost:7070';
const TLS = 'https://hub.example.com';

for (const [origin, cookie, token] of [
  [PLAIN, undefined, null],
  [PLAIN, 'tongzhang=abc', 'abc'],
  [PLAIN, 'a=b; tongzhang=abc; c=d', 'abc'],
  [PLAIN, 'a=b;tongzhang=abc', 'abc'],
  [PLAIN, 'xtongzhang=abc; tongzhang-device=d', null],
  [PLAIN, 'tongzhang=', null],
  [PLAIN, '__Host-tongzhang=abc', null],
  [TLS, '__Host-tongzhang=abc', 'abc'],
  // Another site of the same domain can set a cookie of the plain name, and none of the other.
  [TLS, 'tongzhang=planted', null],
  [TLS, 'tongzhang=planted; __Host-tongzhang=abc', 'abc'],
] as const) {
  test(`cookie: ${cookie} at ${origin} → ${token}`, () => {
    assert.equal(sessionToken({ origin, headers: { cookie } }), token);
  });
}

test('cookie: what is written is read', () => {
  const [pair = ''] = sessionCookie({ origin: TLS }, 'token').split(';');
  assert.equal(sessionToken({ origin: TLS, headers: { cookie: pair } }), 'token');
  assert.equal(deviceToken({ origin: TLS, headers: { cookie: pair } }), null);
});
