/** Files and uploads that are not what they should be: what can be read is kept and posted, the rest is explained. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import type { FileRecord } from '#connectors/kit/connector.ts';
import { spreadsheet } from '#connectors/spreadsheet/connector.ts';
import { RefusalError } from '#core/trouble/trouble.ts';
import { importRecords } from '#pipeline/collect/import-file.ts';
import { readUpload } from '#pipeline/collect/upload/read-upload.ts';
import { assertBookHolds } from '#pipeline/testing/assert-book-holds.ts';
import { assertTexts } from '#pipeline/testing/assert-texts.ts';
import { showBook, showVouchers } from '#pipeline/testing/show-book.ts';
import { testWorld, type World } from '#pipeline/testing/test-world.ts';
import { listExceptions } from '#storage/exceptions.ts';
import { findRun, type RunRow } from '#storage/runs.ts';
import { freshDatabase } from '#storage/testing/fresh-database.ts';

const database = await freshDatabase({ after });

const TILL_ROWS = `
flow: rows
title: { zh: 流水, en: Rows, ja: 明細 }
book: demo
source: { connection: shop, kind: row }
trigger: { manual: true }
documents:
  - kind: sale
    fields: { number: 单号, doc_date: 日期, paid_amount: 金额, remark: 备注 }
template:
  - document: sale
    word: 记
    summary: "{remark}"
    lines:
      - { side: debit, account: "1001", amount: paid_amount }
      - { side: credit, account: "6001", amount: paid_amount }
targets: []
`;

const HEADER = '单号,日期,金额,备注\n';
const row = (i: number, note = '茶') => `P${i},2026-03-10,${i}.00,${note}\n`;
const TABLE = HEADER + Array.from({ length: 3_000 }, (_, i) => row(i + 1, `茶 ${i * 7919}`)).join('');

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}

interface Imported {
  readonly thrown: unknown;
  readonly run: RunRow | null;
}

/** Imports a file through the spreadsheet connector; gives what broke it off. */
async function importSheet(world: World, name: string, bytes: AsyncIterable<Uint8Array>): Promise<Imported> {
  const settings = spreadsheet.settings.parse({});
  assert.ok(settings.ok && spreadsheet.files);
  return importAs(world, spreadsheet.files({ name, bytes }, settings.value, AbortSignal.timeout(30_000)));
}

async function importAs(world: World, records: AsyncIterable<FileRecord>): Promise<Imported> {
  let runId = 0n;
  const started = (id: bigint) => {
    runId = id;
  };
  const work = { connectionId: world.shopId, startedBy: 'test', records, started };
  const thrown = await importRecords(world, work).then(
    () => null,
    (error: unknown) => error,
  );
  return { thrown, run: await findRun(world.database, runId) };
}

test('bad input: a truncated gzip → file_truncated, and what came before the cut is posted', async (t) => {
  const world = await testWorld(t, { database, flows: [TILL_ROWS] });
  const cut = gzipSync(Buffer.from(TABLE)).subarray(0, 12_000);
  await assertBroken(world, await importSheet(world, 't.csv.gz', once(cut)), 'file_truncated');
  assert.ok((await showVouchers(world)).length > 100);
});

const line = (i: number) =>
  `${JSON.stringify({ no: `U${i}`, date: '2026-03-10', customer: 'C1', total: '1.13' })}\n`;

/** A sender who hangs up in the middle of what was to be ten gigabytes. */
async function* hangsUp(): AsyncIterable<Uint8Array> {
  yield Buffer.from(line(1) + line(2));
  yield Buffer.from('{"no":"U3","da');
  throw Object.assign(new Error('aborted'), { code: 'ECONNRESET' });
}

const BYTES_MAX = 10_000;

function linesWithin(bytes: number): number {
  let count = 0;
  for (let left = bytes - line(1).length; left >= 0; left -= line(count + 1).length) count += 1;
  return count;
}

/** A sender who never stops. */
async function* endless(): AsyncIterable<Uint8Array> {
  for (let i = 1; ; i += 1) yield Buffer.from(line(i));
}

for (const [what, bytes, code, count] of [
  ['ten gigabytes of which the sender hangs up early', hangsUp(), 'upload_interrupted', 2],
  ['an upload without end', endless(), 'body_too_large', linesWithin(BYTES_MAX)],
] as const) {
  test(`bad input: ${what} → ${code}, and the whole lines before are posted`, async (t) => {
    const world = await testWorld(t, { database });
    const upload = {
      bytes,
      format: 'ndjson' as const,
      charset: 'utf-8',
      isGzip: false,
      kind: 'order',
      nameOf: (raw: Uint8Array) => /U\d+/.exec(Buffer.from(raw).toString())?.[0] ?? '',
      bytesMax: BYTES_MAX,
      lineMax: 1_000,
      position: { line: 0 },
    };
    await assertBroken(world, await importAs(world, readUpload(upload)), code);
    assert.equal((await showVouchers(world)).length, count);
  });
}

async function assertBroken(world: World, { thrown, run }: Imported, code: string): Promise<void> {
  assert.ok(thrown instanceof RefusalError);
  assert.deepEqual([run?.state, thrown.refusal.code], ['failed', code]);
  const { at = '', params } = thrown.refusal;
  assertTexts(code, { ...params, at }, []);
  await world.post();
  await assertBookHolds(world);
}

test('bad input: bytes of another encoding in one cell hold that row and no other', async (t) => {
  const world = await testWorld(t, { database, flows: [TILL_ROWS] });
  const bytes = Buffer.concat([
    Buffer.from(TABLE),
    iconv.encode(row(9_999, '龙井'), 'gbk'),
    Buffer.from(row(10_000)),
  ]);
  const { thrown } = await importSheet(world, 't.csv', once(bytes));
  assert.equal(thrown, null);
  await world.post();
  const open = await listExceptions(database, { bookId: world.bookId, state: 'open', limit: 10 });
  assert.deepEqual(
    open.map(({ codes }) => codes),
    [['text_undecodable']],
  );
  const [finding] = open[0]!.findings;
  assertTexts(finding!.code, { ...finding!.params, at: finding!.at }, ['3002']);
  assert.equal((await showVouchers(world)).length, 3_001);
});

test('bad input: SQL and spreadsheet formulas in cells are text, and stay it', async (t) => {
  const world = await testWorld(t, { database, flows: [TILL_ROWS] });
  const notes = [`'); drop table records; --`, `=cmd|'/c calc'!A1`, '@SUM(1+1)', '{1;2}', '\\', '茶 😀'];
  const table = HEADER + notes.map((note, i) => row(i + 1, note)).join('');
  await importSheet(world, 't.csv', once(Buffer.from(table)));
  await world.post();
  const book = await showBook(world);
  assert.deepEqual(
    book.map((line) => /'(.*)' \|/.exec(line)?.[1]),
    notes,
  );
});
