import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { parse } from 'yaml';
import type { Ports } from '#connectors/kit/connector.ts';
import { newBook } from '#core/ledger/new-book.ts';
import { setUpBook } from '#pipeline/books/set-up-book.ts';
import { collectFlow } from '#pipeline/collect/collect-flow.ts';
import { configureConnection } from '#pipeline/configure-connection.ts';
import { Connections } from '#pipeline/connections.ts';
import { deliverBatch } from '#pipeline/deliver/deliver.ts';
import { publishFlow, saveFlowVersion } from '#pipeline/flows/flow-versions.ts';
import { BookCache } from '#pipeline/post/book-cache.ts';
import { LaneWorker } from '#pipeline/post/post-lane.ts';
import { switchRehearsal } from '#pipeline/switch-rehearsal.ts';
import { saveCrosswalk } from '#storage/book-data.ts';
import { findConnection, readCursor } from '#storage/connections.ts';
import type { Database } from '#storage/database.ts';
import { type FlowRow, findFlow } from '#storage/flows.ts';
import { freshDatabase } from '#storage/testing/fresh-database.ts';
import { connectors, simulators } from './connectors.ts';
import { readTemplates } from './flow-templates.ts';
import { onlyTo } from './only-to.ts';
import { HubRehearsals } from './rehearsals.ts';

const templates = readTemplates();
const now = () => new Date('2026-03-15T08:00:00Z');

test('a shop rehearses: orders arrive, are posted into the rehearsal book, and the shop hears of it', async (t) => {
  const stage = await openStage(t, { rehearsal: true });
  const { database, rehearsals, connections } = stage;
  assert.equal(await stage.rehearse(), 'on');
  assert.equal(await rehearsals.feed('shop', 6), 6);
  await stage.collect();
  await stage.post();
  // Of every second order the book does not know the customer.
  assert.deepEqual(await figures(database), { records: 6, posted: 3, owed: 3, done: 0 });
  const context = { database, connections, random: () => 0, callTimeoutMs: 10_000 };
  const tell = () => deliverBatch(context, { connectionId: stage.flow.connection_id, kind: 'write-back' });
  assert.equal(await tell(), 3);
  assert.deepEqual(await figures(database), { records: 6, posted: 3, owed: 0, done: 3 });

  await rehearsals.feed('shop', 2);
  await stage.collect();
  await stage.post();
  // Whatever went wrong in between: what a rehearsing book owes is not even tried at the real system.
  await database.query("update connections set rehearsal = null where code = 'shop'");
  assert.equal(await tell(), 0);
  await stage.endRehearsal();
  assert.partialDeepStrictEqual(await findConnection(database, 'shop'), { rehearsal: null });
  assert.equal(await readCursor(database, stage.flow.connection_id, 'order'), null);
  assert.equal((await figures(database))?.owed, 0);
});

test('after a restart the simulator is there again, with what it held, on another port', async (t) => {
  const stage = await openStage(t, { rehearsal: true });
  await stage.rehearse();
  await stage.rehearsals.feed('shop', 3);
  const before = (await findConnection(stage.database, 'shop'))?.rehearsal?.url;
  await stage.rehearsals.close();
  const again = stage.openRehearsals();
  await again.resume();
  const after = (await findConnection(stage.database, 'shop'))?.rehearsal?.url;
  assert.notEqual(after, before);
  await stage.collect();
  assert.equal((await figures(stage.database))?.records, 3);
});

test('a connection of a real book does not rehearse, and one that rehearses is of no use to a real book', async (t) => {
  const stage = await openStage(t, { rehearsal: false });
  assert.equal(await stage.rehearse(), 'rehearsal_book_needed');
  assert.partialDeepStrictEqual(await findConnection(stage.database, 'shop'), { rehearsal: null });

  await stage.database.query('update flows set published_version_id = null');
  assert.equal(await stage.rehearse(), 'on');
  await assert.rejects(stage.publish(), /rehearsal_book_needed/);
});

test('what a rehearsing connection is told reaches the simulator and nothing else', async () => {
  const guarded = onlyTo('http://127.0.0.1:9/');
  await assert.rejects(guarded('http://127.0.0.1:10/'), /address_refused/);
  await assert.rejects(guarded('https://shop.example/'), /address_refused/);
});

for (const connector of connectors) {
  const simulator = simulators.find(({ name }) => name === connector.name);
  test(`${connector.name}: its simulator's settings are settings of the connector`, async () => {
    if (!simulator?.rehearse) return assert.equal(connector.name, 'spreadsheet');
    const running = await simulator.start({});
    const parsed = connector.settings.parse({ ...simulator.rehearse(running, {}) });
    await running.close();
    assert.ok(parsed.ok, JSON.stringify(parsed));
  });
}

async function openStage(t: TestContext, { rehearsal }: { rehearsal: boolean }) {
  const database = await freshDatabase(t);
  const folder = await mkdtemp(join(tmpdir(), 'rehearsal-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const openRehearsals = () => {
    const opened = new HubRehearsals({
      database,
      simulators,
      templates,
      folder,
      now,
      report: (error) => assert.fail(String(error)),
    });
    t.after(() => opened.close());
    return opened;
  };
  const rehearsals = openRehearsals();
  const ports: Ports = { fetch, now, sleep: async () => undefined, random: () => 0, log: () => undefined };
  const connections = new Connections({
    database,
    connectors,
    ports,
    reveal: (row) => row.settings,
    rehearsalPorts: (url) => ({ ...ports, fetch: onlyTo(url) }),
  });
  t.after(() => connections.close());
  const flow = await seed(database, rehearsal);
  return {
    database,
    rehearsals,
    connections,
    flow,
    openRehearsals,
    publish: () => database.transaction((tx) => publish(tx)),
    rehearse: () => rehearse(database, rehearsals),
    endRehearsal: async () => {
      const connection = (await findConnection(database, 'shop'))!;
      await database.transaction((tx) =>
        switchRehearsal(tx, { connection, to: null, by: 'test', now: now() }),
      );
      await rehearsals.stop('shop');
    },
    collect: () =>
      collectFlow(
        { database, connections },
        { flow, startedBy: 'test', signal: new AbortController().signal },
      ),
    post: async () => {
      const lane = new LaneWorker({
        database,
        cache: new BookCache(),
        today: () => '2026-12-31',
        postedBy: 'test',
        report: (error) => assert.fail(String(error)),
      });
      while ((await lane.round()) > 0);
    },
  };
}

async function rehearse(database: Database, rehearsals: HubRehearsals): Promise<string> {
  const connection = (await findConnection(database, 'shop'))!;
  const connector = connectors.find(({ name }) => name === 'shopify')!;
  const to = await rehearsals.start('shop', { connector, own: connection.settings });
  const begun = await database.transaction((tx) =>
    switchRehearsal(tx, { connection, to, by: 'test', now: now() }),
  );
  return begun.ok ? 'on' : begun.refusal.code;
}

const template = templates.find(({ code }) => code === 'web-shop')!;

async function seed(database: Database, rehearsal: boolean): Promise<FlowRow> {
  return database.transaction(async (tx) => {
    const { details, dimensions, crosswalks } = template.needs;
    const customer = ['C001', 'C002'].map((code) => ({
      code,
      name: code,
      enabled: true,
      creditLimitMinor: null,
    }));
    const book = newBook({
      id: 0,
      code: 'demo',
      name: '演练',
      standard: 'cas',
      baseCurrency: 'CNY',
      years: [2026],
      chart: { details, dimensions },
      dimensions: { customer },
    });
    const bookId = await setUpBook(tx, { book, by: 'test', rehearsal });
    const pairs = Object.entries(crosswalks['shop-customer'] ?? {});
    await saveCrosswalk(
      tx,
      bookId,
      pairs
        .slice(0, 1)
        .map(([from, to]) => ({ name: 'shop-customer', from, to, confidence: 1, confirmedBy: 'test' })),
    );
    await configureConnection(tx, {
      code: 'shop',
      connector: connectors.find(({ name }) => name === 'shopify')!,
      title: '网店',
      settings: { baseUrl: 'https://shop.example', accessToken: 'real' },
      by: 'test',
      seal: (plain) => Buffer.from(JSON.stringify(plain)),
    });
    await publish(tx);
    return (await findFlow(tx, 'shop-orders'))!;
  });
}

async function publish(tx: Parameters<typeof saveFlowVersion>[0]): Promise<void> {
  const { source } = template;
  const saved = await saveFlowVersion(tx, { source, definition: parse(source), by: 'test' });
  assert.ok(saved.ok, JSON.stringify(saved));
  await publishFlow(tx, { ...saved, by: 'test', now: now() });
}

async function figures(database: Database) {
  const [row] = await database.query<{ records: number; posted: number; owed: number; done: number }>(
    `select (select count(*)::int from records) as records,
            (select count(*)::int from documents where state = 'posted') as posted,
            (select count(*)::int from deliveries where state = 'owed') as owed,
            (select count(*)::int from deliveries where state = 'done') as done`,
  );
  return row;
}
