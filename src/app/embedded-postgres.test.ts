import assert from 'node:assert/strict';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { openDatabase } from '#storage/database.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.ts';

test('embedded PostgreSQL: data survive a restart; a second start finds the running server and leaves it alone', async (t) => {
  const folder = await temporaryFolder();
  const first = await startEmbeddedPostgres({ folder });
  await run(first.url, 'create table kept (n int); insert into kept values (7)');
  const second = await startEmbeddedPostgres({ folder });
  assert.equal(second.url, first.url);
  assert.ok(second.shared);
  await second.stop();
  await run(first.url, 'select n from kept');
  await first.stop();

  const again = await startEmbeddedPostgres({ folder });
  stopAtEnd(t, again);
  const database = openDatabase({ url: again.url });
  assert.deepEqual(await database.query('select n from kept'), [{ n: 7 }]);
  await database.close();
});

test('embedded PostgreSQL: works below a folder that its account cannot enter', async (t) => {
  const outer = await temporaryFolder();
  await chmod(outer, 0o700);
  const said: string[] = [];
  const server = await startEmbeddedPostgres({
    folder: join(outer, 'postgres'),
    say: (line) => said.push(line),
  });
  stopAtEnd(t, server);
  await run(server.url, 'select 1');
  // Only under root does the server run as somebody else; then it says where the data went.
  assert.equal(said.length, process.getuid?.() === 0 ? 1 : 0);
});

test('embedded PostgreSQL: a taken port is named', async (t) => {
  const listener = createServer();
  await new Promise<void>((ready) => listener.listen(0, '127.0.0.1', ready));
  t.after(() => listener.close());
  const address = listener.address();
  assert.ok(typeof address === 'object' && address !== null);
  const folder = await temporaryFolder();
  await assert.rejects(
    startEmbeddedPostgres({ folder, port: address.port }),
    new RegExp(`port ${address.port} is taken`),
  );
});

test('embedded PostgreSQL: the pid file of a server that was killed does not stop the next one', async (t) => {
  const folder = await temporaryFolder();
  const first = await startEmbeddedPostgres({ folder });
  await first.stop();
  await writeFile(join(first.home, 'data', 'postmaster.pid'), '999999\n/nowhere\n0\n1\n');
  const next = await startEmbeddedPostgres({ folder });
  stopAtEnd(t, next);
  await run(next.url, 'select 1');
});

/** Registered hooks run in their order, so the folder is removed here, after the server has left it. */
function stopAtEnd(t: TestContext, server: EmbeddedPostgres): void {
  t.after(async () => {
    await server.stop();
    await rm(server.home, { recursive: true, force: true });
  });
}

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tongzhang-pg-'));
  await chmod(folder, 0o755);
  return folder;
}

async function run(url: string, script: string): Promise<void> {
  const database = openDatabase({ url, connectionsMax: 1 });
  await database.script(script);
  await database.close();
}
