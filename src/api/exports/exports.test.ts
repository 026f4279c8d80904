import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { test } from 'node:test';
import excel from 'exceljs';
import { sale } from '#api/testing/sales-flow.ts';
import { type TestHub, testHub } from '#api/testing/test-hub.ts';
import { listAt } from '#connectors/kit/json.ts';
import type { Sheet } from './sheet.ts';
import { writeCsv, writeXlsx } from './write-sheet.ts';

const BOOK = '/api/v1/books/demo';

test('what is written reads back: numbers as numbers, texts as texts, nothing is run', async () => {
  const title = (name: string) => ({ zh: name, en: name, ja: name });
  const sheet = (): Sheet => ({
    name: '凭证 [1]',
    language: 'zh',
    columns: [
      { title: title('摘要'), kind: 'text' },
      { title: title('金额'), kind: 'decimal' },
    ],
    rows: Readable.from([
      ["=cmd|' /C calc'!A0", '-1234567.80'],
      ['+86 21', '123456789012345678.90'],
      ['a,"b"\n换行', ''],
      [null, '0.10'],
    ]),
  });
  const csv = (await buffer(writeCsv(sheet()))).toString();
  assert.equal(
    csv,
    [
      '\ufeff摘要,金额',
      "'=cmd|' /C calc'!A0,-1234567.80",
      "'+86 21,123456789012345678.90",
      '"a,""b""\n换行",',
      ',0.10',
      '',
    ].join('\r\n'),
  );
  const page = (await workbook(await buffer(writeXlsx(sheet())))).worksheets[0]!;
  const cell = (row: number, column: number) => page.getCell(row, column);
  assert.deepEqual([cell(2, 1).value, cell(2, 1).type], ["=cmd|' /C calc'!A0", excel.ValueType.String]);
  assert.deepEqual([cell(2, 2).value, cell(2, 2).numFmt], [-1234567.8, '#,##0.00']);
  assert.deepEqual([cell(3, 2).value, cell(3, 2).type], ['123456789012345678.90', excel.ValueType.String]);
  assert.equal(cell(5, 2).value, 0.1);
});

test('exports', async (t) => {
  const hub = await testHub(t);
  for (const [number, amount] of [
    ['=E-1', '100.00'],
    ['E-2', '0.10'],
  ] as const) {
    await hub.ask('POST', `${BOOK}/documents?flow=sales`, { body: sale(number, { amount }) });
  }
  await hub.ask('POST', `${BOOK}/documents?flow=sales`, { body: sale('E-3', { customer: 'nobody' }) });
  await hub.ask('PUT', `${BOOK}/crosswalks/buyers`, { body: { pairs: [{ from: '8812', to: 'C1' }] } });

  // path                                         lines of the CSV, in order
  for (const [path, lines] of [
    [
      `${BOOK}/trial-balance/export?by=customer`,
      [
        '科目编码,科目名称,级次,辅助编码,辅助名称,期初借方,期初贷方,借方金额,贷方金额,期末借方,期末贷方',
        '1122,应收账款,1,,,0.00,,100.10,0.00,100.10,',
        '1122,应收账款,1,C1,C1,0.00,,100.10,0.00,100.10,',
        '6001,主营业务收入,1,,,0.00,,0.00,100.10,,100.10',
        '6001,主营业务收入,1,,,0.00,,0.00,100.10,,100.10',
        ',合计,,,,0.00,,100.10,100.10,0.00,',
      ],
    ],
    [
      `${BOOK}/ledger/export?account=1122&from=202603&to=202603`,
      [
        '会计期间,日期,凭证号,科目编码,辅助核算,摘要,借方金额,贷方金额,方向,余额',
        '202603,,,,,期初余额,,,平,0.00',
        '202603,2026-03-01,记-1,1122,customer=C1,销售 =E-1,100.00,0.00,借,100.00',
        '202603,2026-03-01,记-2,1122,customer=C1,销售 E-2,0.10,0.00,借,100.10',
        '202603,,,,,本期合计,100.10,0.00,借,100.10',
        '202603,,,,,本年累计,100.10,0.00,借,100.10',
      ],
    ],
    [
      `${BOOK}/vouchers/export?number=2`,
      [
        '会计期间,日期,凭证号,行,摘要,科目编码,科目名称,辅助核算,借方金额,贷方金额,币种,原币金额,汇率,数量,制单',
        '202603,2026-03-01,记-2,1,销售 E-2,1122,应收账款,customer=C1,0.10,,CNY,0.10,1,,tongzhang',
        '202603,2026-03-01,记-2,2,销售 E-2,6001,主营业务收入,,,0.10,CNY,0.10,1,,tongzhang',
      ],
    ],
    [`${BOOK}/crosswalks/buyers/export`, ['对方编码,我方编码,置信度,确认人', '8812,C1,1,client:test']],
  ] as const) {
    await t.test(`CSV of ${path}`, async () => {
      const text = await csvOf(hub, path);
      assert.deepEqual(text.trimEnd().split('\r\n'), lines);
    });
  }

  await t.test('the work list in Excel', async () => {
    const { rawPayload, headers } = await fetchFile(hub, '/api/v1/exceptions/export?state=open');
    assert.match(
      String(headers['content-disposition']),
      /filename="export\.xlsx"; filename\*=UTF-8''%E5%BC%82/,
    );
    const page = (await workbook(rawPayload)).worksheets[0]!;
    assert.equal(page.getCell(2, 3).value, 'sale E-3');
    assert.equal(page.getCell(2, 6).value, 100);
  });

  await t.test('each of them is in the audit log', async () => {
    const rows = await hub.database.query<{ details: unknown }>(
      "select details from audit_log where action = 'export' order by entry_id",
    );
    assert.equal(rows.length, 5);
    assert.partialDeepStrictEqual(listAt(rows, 0), []);
    assert.partialDeepStrictEqual(rows[2]?.details, { format: 'csv', query: { number: 2 } });
  });
});

async function fetchFile(hub: TestHub, url: string) {
  const authorization = await hub.tokenFor();
  const answer = await hub.app.inject({ method: 'GET', url, headers: { authorization } });
  assert.equal(answer.statusCode, 200, answer.body);
  return answer;
}

async function csvOf(hub: TestHub, path: string): Promise<string> {
  const { body } = await fetchFile(hub, `${path}${path.includes('?') ? '&' : '?'}format=csv`);
  return body.replace('\ufeff', '');
}

async function workbook(bytes: Buffer): Promise<excel.Workbook> {
  const book = new excel.Workbook();
  await book.xlsx.read(Readable.from(bytes));
  return book;
}
