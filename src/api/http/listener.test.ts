import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseRanges } from '#access/ip-ranges.ts';
import { type ListeningHub, listeningHub } from '#api/testing/listening-hub.ts';
import { fetchToken, makeTestClient } from '#api/testing/test-client.ts';

test('every answer carries the headers that keep browsers from mistakes', async (t) => {
  const { url } = await listeningHub(t);
  for (const [path, status] of [
    ['/health', 200],
    ['/api/v1/books', 401],
    ['/api/v1/nothing', 401],
    ['/hooks/nobody', 404],
    ['/oauth/jwks', 200],
    ['/oauth/token', 404],
    ['/%zz', 404],
  ] as const) {
    await t.test(`headers: ${path} → ${status}`, async () => {
      const answer = await fetch(url + path, {
        headers: { accept: 'application/json', origin: 'https://evil.test' },
      });
      await answer.arrayBuffer();
      assert.equal(answer.status, status);
      const header = (name: string) => answer.headers.get(name);
      assert.equal(header('x-content-type-options'), 'nosniff');
      assert.equal(header('referrer-policy'), 'no-referrer');
      assert.match(header('content-security-policy') ?? '', /default-src 'none'/);
      assert.equal(header('cross-origin-resource-policy'), 'same-origin');
      assert.equal(header('access-control-allow-origin'), null);
      assert.equal(header('strict-transport-security'), null);
    });
  }
});

test('a client’s address counts, and what it says of itself does not (ASVS v5.0.0-4.1.3)', async (t) => {
  const hubs = new Map<string, Promise<ListeningHub>>();
  const behind = (proxies: readonly string[]) => {
    const known = hubs.get(proxies.join()) ?? listeningHub(t, { isTrustedProxy: parseRanges(proxies)! });
    hubs.set(proxies.join(), known);
    return known;
  };
  const loopback = ['127.0.0.1'];
  const office = ['203.0.113.0/24'];
  const forwarded = { 'x-forwarded-for': '203.0.113.9' };
  for (const [name, proxies, addresses, headers, status] of [
    ['from where it may', [], loopback, {}, 200],
    ['from where it may not', [], office, {}, 403],
    ['a forwarded address nobody trusts', [], office, forwarded, 403],
    [
      'other headers of that kind',
      [],
      office,
      { 'x-real-ip': '203.0.113.9', forwarded: 'for=203.0.113.9', 'x-client-ip': '203.0.113.9' },
      403,
    ],
    ['a forwarded address from another proxy', ['192.0.2.1'], office, forwarded, 403],
    ['through the trusted proxy', ['127.0.0.0/8'], office, forwarded, 200],
    [
      'through the trusted proxy, from elsewhere',
      ['127.0.0.0/8'],
      office,
      { 'x-forwarded-for': '198.51.100.1' },
      403,
    ],
    [
      'an address put in front',
      ['127.0.0.0/8'],
      office,
      { 'x-forwarded-for': '203.0.113.9, 198.51.100.1' },
      403,
    ],
    ['through the proxy without a word', ['127.0.0.0/8'], office, {}, 403],
    ['the proxy itself is not the client', ['127.0.0.0/8'], loopback, forwarded, 403],
    ['no address', ['127.0.0.0/8'], office, { 'x-forwarded-for': 'unknown' }, 403],
  ] as const) {
    await t.test(`ip: ${name} → ${status}`, async () => {
      const { hub, url } = await behind(proxies);
      const client = await makeTestClient(hub.database, { scopes: ['books:read'] });
      const authorization = `Bearer ${await fetchToken(hub.app, client)}`;
      await hub.ask('PATCH', `/api/v1/clients/${client.id}`, { body: { addresses } });
      const answer = await fetch(`${url}/api/v1/books`, { headers: { authorization, ...headers } });
      assert.equal(answer.status, status, await answer.text());
      const basic = Buffer.from(`${client.id}:${client.secret}`).toString('base64');
      const token = await fetch(`${url}/oauth/token`, {
        method: 'POST',
        headers: { authorization: `Basic ${basic}`, ...headers },
        body: new URLSearchParams({ grant_type: 'client_credentials' }),
      });
      await token.arrayBuffer();
      assert.equal(token.status, status === 200 ? 200 : 400);
    });
  }
});

test('rate: what is over is told to wait, others are not touched', async (t) => {
  const { hub, url } = await listeningHub(t);
  const authorization = await hub.tokenFor({ scopes: ['books:read'], requests_per_minute: 3 });
  const get = (token: string) => fetch(`${url}/api/v1/books`, { headers: { authorization: token } });
  const answers = [];
  for (let i = 0; i < 5; i++) answers.push(await get(authorization));
  assert.deepEqual(
    answers.map(({ status, headers }) => `${status} ${headers.get('ratelimit')?.replace(/t=\d+/, 't')}`),
    [
      '200 "client";r=2;t',
      '200 "client";r=1;t',
      '200 "client";r=0;t',
      '429 "client";r=0;t',
      '429 "client";r=0;t',
    ],
  );
  const last = answers.at(-1)!;
  assert.equal(last.headers.get('ratelimit-policy'), '"client";q=3;w=60');
  assert.ok(Number(last.headers.get('retry-after')) > 0 && Number(last.headers.get('retry-after')) <= 20);
  assert.equal(((await last.json()) as { code: string }).code, 'rate_exceeded');
  assert.equal((await get(await hub.tokenFor({ scopes: ['books:read'] }))).status, 200);
});

test('rate: an address that asks for tokens without end is told to wait', async (t) => {
  const { hub } = await listeningHub(t);
  const ask = async () => (await hub.app.inject({ method: 'POST', url: '/oauth/token' })).statusCode;
  const statuses = new Set(await Promise.all(Array.from({ length: 500 }, ask)));
  assert.deepEqual([...statuses], [400, 429]);
});
