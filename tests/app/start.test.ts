import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { textAt } from '#connectors/kit/json.ts';
import { ended, placeFor, run } from './run-command.ts';

test('start: says where it is, answers clients only, and two quick signals end it cleanly', async (t) => {
  const place = await placeFor(t);
  const hub = await run(t, place, 'start');
  const url = textAt(hub.ready, 'url');
  assert.ok(Number(textAt(hub.ready, 'startedMs')) > 0);
  const { ready: client } = await run(t, place, 'client', 'create', 'shop', '--scope', 'books:read');
  const answer = await fetch(`${url}/oauth/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`shop:${textAt(client, 'secret')}`)}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  const token = textAt(await answer.json(), 'access_token');
  const ask = (bearer: string) =>
    fetch(`${url}/api/v1/books`, { headers: { authorization: `Bearer ${bearer}` } });
  assert.equal((await ask(token)).status, 200);
  assert.equal((await ask('other')).status, 401);
  hub.child.kill('SIGINT');
  hub.child.kill('SIGINT');
  assert.equal(await ended(hub), 0, hub.errors());
  const again = await run(t, place, 'start');
  assert.notEqual(textAt(again.ready, 'url'), '', again.errors());
  again.child.kill('SIGTERM');
  assert.equal(await ended(again), 0, again.errors());
});

test('start: a folder or a port that is taken is said at once, and a killed hub takes neither', async (t) => {
  const place = await placeFor(t);
  const hub = await run(t, place, 'start');
  const second = await run(t, place, 'start');
  assert.equal(await ended(second), 1);
  assert.match(second.errors(), /cli_folder_taken/);
  hub.child.kill('SIGKILL');
  await ended(hub);

  const busy = createServer().listen(0, '127.0.0.1');
  await once(busy, 'listening');
  const address = busy.address();
  const port = typeof address === 'object' && address ? String(address.port) : '';
  const third = await run(t, place, 'start', '--port', port);
  assert.equal(await ended(third), 1);
  assert.match(third.errors(), /cli_port_taken/);
  busy.close();

  const fourth = await run(t, place, 'start');
  assert.notEqual(textAt(fourth.ready, 'url'), '', fourth.errors());
  fourth.child.kill('SIGTERM');
  assert.equal(await ended(fourth), 0);
});

test('worker and simulate: ready in one line, ended by a signal', async (t) => {
  const place = await placeFor(t);
  const worker = await run(t, place, 'worker');
  assert.match(textAt(worker.ready, 'worker'), /:\d+$/);
  const simulator = await run(t, place, 'simulate', 'kingdee-k3cloud');
  assert.match(textAt(simulator.ready, 'url'), /^http:\/\/127\.0\.0\.1:\d+\/k3cloud\/$/);
  assert.notEqual(textAt(simulator.ready, 'credentials', 'appSecret'), '');
  for (const one of [worker, simulator]) {
    one.child.kill('SIGTERM');
    assert.equal(await ended(one), 0, one.errors());
  }
});

test('a wrong setting stops the start and names itself', async (t) => {
  const place = await placeFor(t);
  const hub = await run(t, { ...place, env: { ...place.env, TONGZHANG_PORT: 'many' } }, 'start');
  assert.equal(await ended(hub), 1);
  assert.match(hub.errors(), /TONGZHANG_PORT=many/);
});

test('start: other machines are not offered plain HTTP', async (t) => {
  const place = await placeFor(t);
  const open = { ...place, env: { ...place.env, TONGZHANG_HOST: '0.0.0.0' } };
  const refused = await run(t, open, 'start');
  assert.equal(await ended(refused), 1);
  assert.match(refused.errors(), /cli_plain_http/);
  const proxied = await run(
    t,
    { ...open, env: { ...open.env, TONGZHANG_PLAIN_HTTP: 'behind-proxy' } },
    'start',
  );
  assert.notEqual(textAt(proxied.ready, 'url'), '', proxied.errors());
  proxied.child.kill('SIGTERM');
  assert.equal(await ended(proxied), 0);
});
