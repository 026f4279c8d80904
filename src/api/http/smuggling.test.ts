import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { test } from 'node:test';
import { listeningHub } from '#api/testing/listening-hub.ts';

// name, the bytes sent, what comes back
const SMUGGLED: readonly [string, string, RegExp][] = [
  [
    'CL and TE',
    'POST /health HTTP/1.1\r\nHost: h\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /ready HTTP/1.1\r\nHost: h\r\n\r\n',
    /^HTTP\/1\.1 400 /,
  ],
  [
    'two lengths',
    'POST /health HTTP/1.1\r\nHost: h\r\nContent-Length: 0\r\nContent-Length: 5\r\n\r\nhello',
    /^HTTP\/1\.1 400 /,
  ],
  [
    'a length with a sign',
    'POST /health HTTP/1.1\r\nHost: h\r\nContent-Length: +5\r\n\r\nhello',
    /^HTTP\/1\.1 400 /,
  ],
  [
    'TE that is not chunked',
    'POST /health HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n',
    /^HTTP\/1\.1 400 /,
  ],
  [
    'TE twice',
    'POST /health HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n',
    /^HTTP\/1\.1 400 /,
  ],
  [
    'a space before the colon',
    'POST /health HTTP/1.1\r\nHost: h\r\nContent-Length : 5\r\n\r\nhello',
    /^HTTP\/1\.1 400 /,
  ],
  ['a folded header', 'GET /health HTTP/1.1\r\nHost: h\r\nX-A: a\r\n b: c\r\n\r\n', /^HTTP\/1\.1 400 /],
  ['a bare line feed in a header', 'GET /health HTTP/1.1\nHost: h\n\n', /^HTTP\/1\.1 400 /],
  ['no host', 'GET /health HTTP/1.1\r\n\r\n', /^HTTP\/1\.1 400 /],
  [
    'a chunk of a wrong size',
    'POST /oauth/token HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n0\r\n\r\n',
    /^HTTP\/1\.1 400 /,
  ],
  [
    'a request as it should be',
    'GET /health HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n',
    /^HTTP\/1\.1 200 /,
  ],
];

test('smuggling: what two readers could read differently is refused whole (ASVS v5.0.0-4.2.1)', async (t) => {
  const { port } = await listeningHub(t);
  for (const [name, bytes, expected] of SMUGGLED) {
    await t.test(`smuggling: ${name}`, async () => {
      const answer = await exchange(port, bytes);
      assert.match(answer, expected);
      assert.equal(answer.match(/^HTTP\/1\.1 /gm)?.length, 1, 'one answer and no second request');
    });
  }
});

async function exchange(port: number, bytes: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  socket.on('error', () => undefined);
  socket.write(bytes);
  await once(socket, 'close');
  return Buffer.concat(chunks).toString();
}
