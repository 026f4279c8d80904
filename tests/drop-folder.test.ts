import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { parse } from 'yaml';
import type { Connector } from '#connectors/kit/connector.ts';
import { spreadsheet } from '#connectors/spreadsheet/connector.ts';
import { newBook } from '#core/ledger/new-book.ts';
import { setUpBook } from '#pipeline/books/set-up-book.ts';
import { configureConnection } from '#pipeline/configure-connection.ts';
import { Connections } from '#pipeline/connections.ts';
import { publishFlow, saveFlowVersion } from '#pipeline/flows/flow-versions.ts';
import { Worker } from '#pipeline/worker.ts';
import type { Database } from '#storage/database.ts';
import { freshDatabase } from '#storage/testing/fresh-database.ts';

const FLOW = `
flow: sheets
title: { zh: 表格, en: Sheets, ja: 表 }
book: demo
source: { connection: sheets, kind: row }
trigger: { folder: { path: FOLDER, pattern: "*.{csv,gz}" } }
documents:
  - kind: sale
    fields: { number: 单号, doc_date: 日期, amount: { path: 金额, type: amount } }
template:
  - document: sale
    word: 记
    summary: 销售 {number}
    lines:
      - { side: debit, account: "1001", amount: amount }
      - { side: credit, account: "6001", amount: amount }
targets: []
`;

test('drop folder: a file is imported once, moved aside, and a broken one is named', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'tongzhang-drop-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const database = await freshDatabase(t);
  await setUp(database, folder);
  await drop(folder, 'march.csv', sheet(['A1,2026-03-01,10.00', 'A2,2026-03-02,20.00']));
  await drop(folder, 'notes.txt', Buffer.from('not for us'));
  startWorker(t, database);

  await until(database, 'select count(*) as n from vouchers', 2);
  await until(database, "select count(*) as n from runs where state = 'done'", 1);
  await untilHolds(join(folder, 'processed'), (names) => names.length === 1);

  // The same rows under another name are repeats; a file that breaks off keeps the rows before the break.
  await drop(folder, 'again.csv', sheet(['A1,2026-03-01,10.00', 'A3,2026-03-03,30.00']));
  await until(database, 'select count(*) as n from vouchers', 3);
  const rows = Array.from({ length: 20_000 }, (_, i) => `B${i},2026-03-04,${i + 1}.00`);
  const broken = gzipSync(sheet(rows));
  await drop(folder, 'broken.csv.gz', broken.subarray(0, Math.floor(broken.length / 2)));
  await until(database, "select count(*) as n from runs where state = 'failed'", 1);
  const [run] = await database.query<{ error: { code: string }; collected: bigint }>(
    "select error, collected from runs where state = 'failed'",
  );
  assert.equal(run!.error.code, 'file_truncated');
  assert.ok(run!.collected > 0n);
  // A file is put aside after its run has ended.
  await untilHolds(folder, (names) => names.join() === 'failed,notes.txt,processed');
});

async function setUp(database: Database, folder: string): Promise<void> {
  await database.transaction(async (tx) => {
    const book = newBook({
      id: 0,
      code: 'demo',
      name: '演示',
      standard: 'cas',
      baseCurrency: 'CNY',
      years: [2026],
    });
    await setUpBook(tx, { book, by: 'test' });
    const seal = () => new Uint8Array();
    const settings = { idColumns: ['单号'] };
    const connector: Connector = anyConnector(spreadsheet);
    await configureConnection(tx, { code: 'sheets', connector, title: 'sheets', settings, by: 'test', seal });
    const source = FLOW.replace('FOLDER', JSON.stringify(folder));
    const saved = await saveFlowVersion(tx, { source, definition: parse(source), by: 'test' });
    assert.ok(saved.ok, JSON.stringify(saved));
    // Due at once.
    await publishFlow(tx, { ...saved, by: 'test', now: new Date(Date.now() - 60_000) });
  });
}

function startWorker(t: TestContext, database: Database): void {
  const nap = (ms: number, signal?: AbortSignal) => sleep(ms, undefined, signal ? { signal } : {});
  const now = () => new Date();
  const ports = { fetch, now, sleep: nap, random: Math.random, log: () => undefined };
  const connections = new Connections({
    database,
    connectors: [anyConnector(spreadsheet)],
    ports,
    reveal: (row) => row.settings,
  });
  const worker = new Worker({
    database,
    connections,
    now,
    today: () => '2026-03-15',
    random: Math.random,
    sleep: nap,
    report: () => undefined,
    name: 'test',
  });
  worker.start();
  t.after(async () => {
    await worker.stop();
    await connections.close();
  });
}

function anyConnector(connector: object): Connector {
  return connector as Connector;
}

const sheet = (rows: readonly string[]) => Buffer.from(`单号,日期,金额\n${rows.join('\n')}\n`);

/** Written some time ago: a file that still changes is left alone. */
async function drop(folder: string, name: string, bytes: Uint8Array): Promise<void> {
  const file = join(folder, name);
  await writeFile(file, bytes);
  const then = new Date(Date.now() - 10_000);
  await utimes(file, then, then);
}

async function until(database: Database, question: string, expected: number): Promise<void> {
  for (const deadline = Date.now() + 30_000; ; await sleep(50)) {
    const [row] = await database.query<{ n: bigint }>(question);
    if (row!.n >= BigInt(expected)) return;
    assert.ok(Date.now() < deadline, `${question} is ${row!.n}, not ${expected}`);
  }
}

async function untilHolds(folder: string, isRight: (names: readonly string[]) => boolean): Promise<void> {
  for (const deadline = Date.now() + 30_000; ; await sleep(50)) {
    const names = (await readdir(folder)).sort();
    if (isRight(names)) return;
    assert.ok(Date.now() < deadline, `${folder} holds ${names.join()}`);
  }
}
