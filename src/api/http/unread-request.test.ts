import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { test } from 'node:test';
import { listeningHub } from '#api/testing/listening-hub.ts';

const ADDRESS = 'GET /接口 HTTP/1.1\r\nHost: h\r\n';

// name, the bytes sent, status, code, what the title says
const UNREAD: readonly [string, string, number, string, RegExp][] = [
  ['an address that is not encoded', `${ADDRESS}\r\n`, 400, 'address_invalid', /编码/],
  ['in English', `${ADDRESS}Accept-Language: en\r\n\r\n`, 400, 'address_invalid', /encoded/],
  ['in Japanese', `${ADDRESS}accept-language: ja\r\n\r\n`, 400, 'address_invalid', /符号化/],
  ['no HTTP at all', 'hello 你好\r\n\r\n', 400, 'request_unreadable', /HTTP/],
  [
    'headers without end',
    `GET / HTTP/1.1\r\nHost: h\r\nX-A: ${'a'.repeat(20_000)}\r\n\r\n`,
    431,
    'headers_too_big',
    /请求头过大/,
  ],
];

test('what is no request is told why, in the language of the reader, and repeated nowhere', async (t) => {
  const { port, hub } = await listeningHub(t);
  for (const [name, bytes, status, code, title] of UNREAD) {
    await t.test(`unread: ${name} → ${status} ${code}`, async () => {
      const socket = connect(port, '127.0.0.1');
      socket.write(bytes);
      assertTold(await whatComes(socket), { status, code, title });
    });
  }
  await t.test('unread: half a request, and then nothing → 408 request_too_slow', async () => {
    const { server } = hub.app;
    const arrived = once(server, 'connection');
    const socket = connect(port, '127.0.0.1');
    const [there] = (await arrived) as [Socket];
    // As Node says it when its own clock has run out.
    server.emit('clientError', Object.assign(new Error(), { code: 'ERR_HTTP_REQUEST_TIMEOUT' }), there);
    assertTold(await whatComes(socket), { status: 408, code: 'request_too_slow', title: /请求/ });
  });
});

async function whatComes(socket: Socket): Promise<string> {
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  socket.on('error', () => undefined);
  await once(socket, 'close');
  return Buffer.concat(chunks).toString();
}

function assertTold(answer: string, expected: { status: number; code: string; title: RegExp }): void {
  const [head = '', body = ''] = answer.split('\r\n\r\n');
  assert.match(head, new RegExp(`^HTTP/1\\.1 ${expected.status} `));
  assert.match(head, /^content-type: application\/problem\+json/m);
  assert.match(head, /^x-content-type-options: nosniff/m);
  const told = JSON.parse(body) as { status: number; code: string; title: string };
  assert.partialDeepStrictEqual(told, { status: expected.status, code: expected.code });
  assert.match(told.title, expected.title);
  assert.doesNotMatch(body, /接口|hello|aaaa/);
}
