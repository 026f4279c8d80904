import assert from 'node:assert/strict';
import { createServer, type ServerResponse } from 'node:http';
import { type TestContext, test } from 'node:test';
import { Fault } from '#core/trouble/trouble.ts';
import { contractPorts } from './contract-subject.ts';
import { requestJson } from './http.ts';

async function serve(t: TestContext, answer: (response: ServerResponse) => void): Promise<string> {
  const server = createServer((_request, response) => answer(response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/?key=topsecret`;
}

const respond =
  (status: number, body: string, headers: Record<string, string> = {}) =>
  (response: ServerResponse) => {
    response.writeHead(status, headers);
    response.end(body);
  };

// What the other side does, and what comes out for a write: code, advice, whether it may have been done.
for (const [title, answer, code, retry, outcomeUnknown] of [
  [
    '429 with seconds',
    respond(429, 'x', { 'retry-after': '3' }),
    'throttled',
    { kind: 'wait', waitMs: 3000 },
    false,
  ],
  ['429 without a time', respond(429, 'x'), 'throttled', { kind: 'wait', waitMs: 5000 }, false],
  [
    '429 for a year',
    respond(429, 'x', { 'retry-after': '31536000' }),
    'throttled',
    { kind: 'wait', waitMs: 900_000 },
    false,
  ],
  [
    '503 with seconds',
    respond(503, 'x', { 'retry-after': '2' }),
    'target_failed',
    { kind: 'wait', waitMs: 2000 },
    true,
  ],
  ['500', respond(500, 'x'), 'target_failed', { kind: 'retry' }, true],
  [
    'a page instead of JSON',
    respond(200, '<!DOCTYPE html><p>Login'),
    'answer_not_understood',
    { kind: 'retry' },
    true,
  ],
  ['an answer without end', respond(200, 'x'.repeat(2000)), 'answer_too_large', { kind: 'never' }, true],
  [
    'no answer',
    (response: ServerResponse) => response.socket?.destroy(),
    'connection_lost',
    { kind: 'retry' },
    true,
  ],
  ['silence', () => undefined, 'answer_late', { kind: 'retry' }, true],
] as const) {
  test(`http: ${title} → ${code}`, async (t) => {
    const url = await serve(t, answer);
    const logged: unknown[] = [];
    const secrets = ['topsecret'];
    const request = requestJson(contractPorts(logged), {
      url,
      body: '{}',
      timeoutMs: 150,
      answerBytesMax: 1000,
      secrets,
    });
    await assert.rejects(request, (error) => {
      assert.ok(error instanceof Fault);
      assert.deepEqual([error.code, error.retry, error.outcomeUnknown], [code, retry, outcomeUnknown]);
      assert.doesNotMatch(JSON.stringify([error.params, logged]), /topsecret/);
      return true;
    });
  });
}

test('http: nobody listens → target_unreachable, and surely nothing was done', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`;
  await new Promise((resolve) => server.close(resolve));
  await assert.rejects(requestJson(contractPorts([]), { url, body: '{}' }), (error) => {
    assert.ok(error instanceof Fault);
    assert.deepEqual([error.code, error.outcomeUnknown], ['target_unreachable', false]);
    return true;
  });
});

test('http: a stop from outside is told apart from a timeout', async (t) => {
  const url = await serve(t, () => undefined);
  const signal = AbortSignal.timeout(20);
  await assert.rejects(requestJson(contractPorts([]), { url, signal }), (error) => {
    assert.ok(error instanceof Fault);
    assert.deepEqual([error.code, error.outcomeUnknown], ['request_stopped', false]);
    return true;
  });
});

test('http: every other status is the caller’s to read', async (t) => {
  for (const [status, body, parsed] of [
    [200, '{"a":1}', { a: 1 }],
    [404, 'gone', 'gone'],
    [200, '', null],
  ] as const) {
    const answer = await requestJson(contractPorts([]), { url: await serve(t, respond(status, body)) });
    assert.deepEqual([answer.status, answer.body], [status, parsed]);
  }
});
