import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type TestContext, test } from 'node:test';
import { textAt } from '#connectors/kit/json.ts';
import { freshDatabaseUrl } from '#storage/testing/fresh-database.ts';

const MAIN = join(import.meta.dirname, '../../src/app/main.ts');

interface Running {
  readonly child: ChildProcess;
  /** Its first line of output, as JSON. */
  readonly ready: unknown;
  readonly errors: () => string;
}

interface Place {
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
}

async function placeFor(t: TestContext): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'tongzhang-start-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const url = await freshDatabaseUrl(t);
  return { folder, env: { DATABASE_URL: url, TONGZHANG_FOLDER: folder, TONGZHANG_PORT: '0' } };
}

async function run(t: TestContext, { env }: Place, ...args: string[]): Promise<Running> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', MAIN, ...args, '--json'], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  t.after(() => {
    child.kill('SIGKILL');
  });
  let errors = '';
  child.stderr?.on('data', (text) => {
    errors += String(text);
  });
  const lines = createInterface({ input: child.stdout! });
  const first = await Promise.race([once(lines, 'line'), once(child, 'exit').then(() => [null])]);
  const line: unknown = first[0];
  return { child, ready: typeof line === 'string' ? JSON.parse(line) : null, errors: () => errors };
}

async function ended({ child }: Running): Promise<number | null> {
  if (child.exitCode === null) await once(child, 'exit');
  return child.exitCode;
}

test('start: says where it is, answers with its token only, and two quick signals end it cleanly', async (t) => {
  const place = await placeFor(t);
  const hub = await run(t, place, 'start');
  const [url, token] = [textAt(hub.ready, 'url'), textAt(hub.ready, 'token')];
  assert.ok(Number(textAt(hub.ready, 'startedMs')) > 0);
  const ask = (bearer: string) =>
    fetch(`${url}/api/v1/books`, { headers: { authorization: `Bearer ${bearer}` } });
  assert.equal((await ask(token)).status, 200);
  assert.equal((await ask('other')).status, 401);
  hub.child.kill('SIGINT');
  hub.child.kill('SIGINT');
  assert.equal(await ended(hub), 0, hub.errors());
  const again = await run(t, place, 'start');
  assert.equal(textAt(again.ready, 'token'), token);
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
