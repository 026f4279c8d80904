import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spreadsheet } from './connector.ts';

const MIB = 1024 ** 2;
const ROWS = 270_000;
const NOTE = '普通备注，'.repeat(20);
const ROWS_PER_PIECE = 250;

/** 100 MB that are never in memory at once. */
async function* bigFile(count: { bytes: number }): AsyncIterable<Uint8Array> {
  yield Buffer.from('日期,门店,单号,支付方式,金额,备注\n');
  for (let start = 0; start < ROWS; start += ROWS_PER_PIECE) {
    let text = '';
    for (let row = start; row < start + ROWS_PER_PIECE; row += 1)
      text += `2026-10-05,北京朝阳门店,POS-2026-${row},支付宝当面付,${row}.50,第 ${row} 单，${NOTE}\n`;
    const piece = Buffer.from(text);
    count.bytes += piece.length;
    yield piece;
  }
}

test('memory: a 100 MB file streams through within 512 MiB, all of the process included', async () => {
  const settings = spreadsheet.settings.parse({ amounts: 'signed', amountColumn: '金额' });
  assert.ok(settings.ok && spreadsheet.files);
  const count = { bytes: 0 };
  let records = 0;
  const source = { name: 'big.csv', bytes: bigFile(count) };
  for await (const { refusal } of spreadsheet.files(source, settings.value, AbortSignal.timeout(60_000))) {
    if (refusal === undefined) records += 1;
  }
  const peakMib = process.resourceUsage().maxRSS / 1024;
  assert.equal(records, ROWS + 1);
  assert.ok(count.bytes > 95 * MIB, `${count.bytes} bytes`);
  assert.ok(peakMib < 512, `${peakMib} MiB`);
});

test('memory: who stops reading early stops the source', async () => {
  const settings = spreadsheet.settings.parse({});
  assert.ok(settings.ok && spreadsheet.files);
  const count = { bytes: 0 };
  const source = { name: 'big.csv', bytes: bigFile(count) };
  for await (const _ of spreadsheet.files(source, settings.value, AbortSignal.timeout(60_000))) break;
  assert.ok(count.bytes < 2 * MIB, `${count.bytes} bytes`);
});

test('memory: a signal stops the reading', async () => {
  const settings = spreadsheet.settings.parse({});
  assert.ok(settings.ok && spreadsheet.files);
  const stop = new AbortController();
  const records = spreadsheet.files(
    { name: 'big.csv', bytes: bigFile({ bytes: 0 }) },
    settings.value,
    stop.signal,
  );
  await assert.rejects(
    async () => {
      for await (const _ of records) stop.abort();
    },
    { name: 'AbortError' },
  );
});
