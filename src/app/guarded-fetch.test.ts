import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { type TestContext, test } from 'node:test';
import { Fault } from '#core/trouble/trouble.ts';
import { guardedFetch, isAllowed } from './guarded-fetch.ts';

// address                       simulators  allowed
for (const [address, loopback, allowed] of [
  ['8.8.8.8', false, true],
  ['192.168.1.20', false, true], // ERPs live in private networks
  ['10.1.2.3', false, true],
  ['127.0.0.1', false, false],
  ['127.0.0.1', true, true],
  ['::1', false, false],
  ['::1', true, true],
  ['::ffff:127.0.0.1', false, false],
  ['169.254.169.254', true, false], // metadata services of clouds
  ['fe80::1', true, false],
  ['0.0.0.0', true, false],
  ['224.0.0.1', true, false],
  ['255.255.255.255', true, false],
  ['100.100.100.200', true, false], // of Alibaba Cloud
  ['::ffff:100.100.100.200', true, false],
  ['fd00:ec2::254', true, false], // of Amazon
  ['168.63.129.16', true, false], // of Azure
  ['64:ff9b::7f00:1', true, false], // 127.0.0.1 by way of NAT64
  ['2002:7f00:1::', true, false],
  ['::127.0.0.1', false, false],
  ['::ffff:0:127.0.0.1', true, false],
  ['fd12:3456::1', false, true],
] as const) {
  test(`outward: ${address}${loopback ? ' with simulators' : ''} is ${allowed ? 'allowed' : 'refused'}`, () => {
    assert.equal(isAllowed(address, { loopback }), allowed);
  });
}

// Whatever way an inside address is written.
const INSIDE = ['127.0.0.1', '[::1]', '0x7f.1', '2130706433', 'localhost'].map(
  (host) => `http://${host}:65000/`,
);
for (const url of [...INSIDE, 'file:///etc/passwd']) {
  test(`outward: ${url} never leaves the process`, async (t) => {
    const { fetch } = guard(t, { loopback: false });
    await assert.rejects(fetch(url), (error: Error) => {
      const cause = error instanceof Fault ? error : error.cause;
      assert.ok(cause instanceof Fault);
      assert.equal(cause.code, 'address_refused');
      return true;
    });
  });
}

const ELSEWHERE = 'https://elsewhere.example/';

test('outward: a redirect is handed back, not followed', async (t) => {
  const server = createServer((_, answer) => answer.writeHead(302, { location: ELSEWHERE }).end());
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  t.after(() => server.close());
  const address = server.address();
  assert.ok(typeof address === 'object' && address !== null);
  const { fetch } = guard(t, { loopback: true });
  const answer = await fetch(`http://127.0.0.1:${address.port}/`);
  assert.equal(answer.headers.get('location'), ELSEWHERE);
});

function guard(t: TestContext, options: { loopback: boolean }) {
  const guarded = guardedFetch(options);
  t.after(guarded.close);
  return guarded;
}
