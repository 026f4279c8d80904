import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { type TestContext, test } from 'node:test';
import { Fault } from '#core/trouble/trouble.ts';
import { guardedConnect } from '../../src/app/guarded-connect.ts';
import { type FetchGuard, guardedFetch } from '../../src/app/guarded-fetch.ts';

// Whatever a setting may say: an address of a system, an issuer, a webhook. All go by the same guard.
const HOSTS = [
  ...[
    '127.0.0.1',
    '127.1',
    '127.0.0.1.',
    '2130706433',
    '017700000001',
    '0x7f000001',
    '0x7f.0.0.1',
    '127.0.1.3',
  ],
  ...[
    '0.0.0.0',
    '0',
    '[::]',
    '[::1]',
    '[0:0:0:0:0:0:0:1]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[::127.0.0.1]',
  ],
  ...[
    '169.254.169.254',
    '[::ffff:169.254.169.254]',
    '2852039166',
    '100.100.100.200',
    '[fd00:ec2::254]',
    '[fe80::1]',
  ],
  ...['[64:ff9b::169.254.169.254]', '[2002:7f00:1::]', '①②⑦.0.0.1', 'localhost', 'LOCALHOST', 'x@127.0.0.1'],
];
for (const host of HOSTS) {
  test(`outward: http://${host} is refused before a byte leaves`, async (t) => {
    const inside = await insideServer(t);
    await assert.rejects(guarded(t, { loopback: false })(`http://${host}:${inside.port}/`), isRefused);
    assert.equal(inside.calls, 0);
  });
}

for (const url of [
  'file:///etc/passwd',
  'data:text/plain,x',
  'ftp://127.0.0.1/',
  'gopher://127.0.0.1:70/_x',
  'blob:x',
]) {
  test(`outward: ${url} is no address`, (t) =>
    assert.rejects(guarded(t, { loopback: false })(url), isRefused));
}

test('outward: a name that means another address each time it is asked (DNS rebinding)', async (t) => {
  const inside = await insideServer(t);
  let asked = 0;
  const resolve = resolver(() => (asked++ === 0 ? ['127.0.0.1'] : ['127.0.0.1', '::1']));
  const fetch = guarded(t, { loopback: false, resolve });
  for (const _ of [1, 2, 3]) await assert.rejects(fetch(`http://rebind.test:${inside.port}/`), isRefused);
  assert.deepEqual([inside.calls, asked], [0, 3]);
  const to = { host: 'rebind.test', port: inside.port, timeoutMs: 1_000 };
  await assert.rejects(guardedConnect({ loopback: false, resolve })(to), isRefused);
});

test('outward: what was judged is what is connected to, without asking again', async (t) => {
  const inside = await insideServer(t);
  let asked = 0;
  const resolve = resolver(() => [asked++ === 0 ? '127.0.0.1' : '203.0.113.1']);
  const answer = await guarded(t, { loopback: true, resolve })(`http://once.test:${inside.port}/`);
  assert.deepEqual([answer.status, asked, inside.calls], [302, 1, 1]);
});

test('outward: a redirect to the inside is not followed', async (t) => {
  const inside = await insideServer(t);
  const answer = await guarded(t, { loopback: true })(`http://127.0.0.1:${inside.port}/`);
  assert.deepEqual([answer.status, inside.calls], [302, 1]);
});

function guarded(t: TestContext, guard: FetchGuard): typeof fetch {
  const made = guardedFetch(guard);
  t.after(made.close);
  return made.fetch;
}

/** Stands where no call may arrive, and would lead on to where keys are given away. */
async function insideServer(t: TestContext): Promise<{ readonly port: number; readonly calls: number }> {
  let calls = 0;
  const server = createServer((_, answer) => {
    calls += 1;
    answer.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data/' }).end();
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  t.after(() => server.close());
  const address = server.address();
  assert.ok(typeof address === 'object' && address !== null);
  return {
    port: address.port,
    get calls() {
      return calls;
    },
  };
}

function resolver(addressesOf: () => readonly string[]): NonNullable<FetchGuard['resolve']> {
  return (_name, _options, done) =>
    done(
      null,
      addressesOf().map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
}

/** Told by its code, however deep `fetch` wraps it. */
function isRefused(error: unknown): boolean {
  for (let one = error; one instanceof Error; one = one.cause) {
    if (one instanceof Fault) return one.code === 'address_refused';
  }
  return (
    error instanceof TypeError && /Invalid URL|unknown scheme|not implemented/i.test(String(error.message))
  );
}
