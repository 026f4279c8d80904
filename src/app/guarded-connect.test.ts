import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { Fault } from '#core/trouble/trouble.ts';
import { guardedConnect } from './guarded-connect.ts';

const timeoutMs = 2_000;

// Whatever way an inside address is written.
for (const host of ['127.0.0.1', '::1', 'localhost', '0x7f.1', '169.254.169.254', '0.0.0.0', '224.0.0.1']) {
  test(`outward: ${host} is not connected to`, async () => {
    const connecting = guardedConnect({ loopback: false })({ host, port: 65_000, timeoutMs });
    await assert.rejects(connecting, (error) => error instanceof Fault && error.code === 'address_refused');
  });
}

test('outward: with simulators this machine may be connected to', async (t) => {
  const server = createServer((socket) => socket.end());
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  t.after(() => server.close());
  const address = server.address();
  assert.ok(typeof address === 'object' && address !== null);
  const to = { host: 'localhost', port: address.port, timeoutMs };
  const socket = await guardedConnect({ loopback: true })(to);
  socket.destroy();
});
