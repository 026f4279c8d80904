import assert from 'node:assert/strict';
import { test } from 'node:test';
import iconv from 'iconv-lite';
import { type Read, read } from './testing.ts';

const gbk = (text: string): Uint8Array => iconv.encode(text, 'gb18030');
const BANK_GBK = `账号:\t6222020200001234\t,户名:某某商贸有限公司
起始日期:20240101,终止日期:20240131

交易日期,摘要,交易金额(收入),交易金额(支出),余额,对方户名
2024-01-05\t,货款 ,"1,234.50",-,"11,234.50",北京客户\t
2024-01-06\t,=1+1,-,12.00,"11,222.50",
合计,,"1,234.50",12.00,,
人民币合计,,"1,234.50",,,
`;

const T = (rows: string): string => `单号,金额\n${rows}`;

test('spreadsheet: names of columns are unique, ours are kept free, empty ones get letters', async () => {
  const { rows } = await read('金额,金额,,_row,No.,"客\n户",金额_2\na,b,c,d,e,f,g\n', {
    rename: { 'No.': 'no' },
  });
  assert.deepEqual(rows, [
    {
      金额: 'a',
      金额_2: 'b',
      C: 'c',
      _row_2: 'd',
      no: 'e',
      '客 户': 'f',
      金额_2_2: 'g',
      _row: 2,
      _sheet: '',
      _file: 'f.csv',
    },
  ]);
});

test('spreadsheet: a header of two rows with merged cells becomes one name for each column', async () => {
  const file = '日期,发生额,,备注\n,借方,贷方,\n2024-01-01,1,,x\n';
  const { rows } = await read(file, { headerRow: 1, headerRows: 2 });
  assert.deepEqual(Object.keys(rows[0] ?? {}).slice(0, 4), ['日期', '发生额 借方', '发生额 贷方', '备注']);
});

// idColumns, rows, ids, refused
for (const [idColumns, rows, ids, refused] of [
  ['', 'A,1\n\nB,2\n', ['f.csv!2', 'f.csv!4'], []],
  ['单号', 'A,1\nB,2\n', ['A', 'B'], []],
  ['单号,金额', 'a|b,c\na,b|c\n', ['a\\|b|c', 'a|b\\|c'], []],
  ['单号', ',1\nB,2\n', ['f.csv!2', 'B'], ['id_missing row 2, "单号"']],
] as const) {
  test(`spreadsheet: ids by "${idColumns}" → ${ids.join(' ')}`, async () => {
    const found: Read = await read(T(rows), { idColumns });
    assert.deepEqual([found.ids, found.refused], [ids, refused]);
  });
}

test('spreadsheet: a row with an id of its own is the same bytes wherever it stands', async () => {
  const first = await read(T('A,1\nB,2\n'), { idColumns: '单号' }, 'january.csv');
  const second = await read(T('B,2\n'), { idColumns: '单号' }, 'february.csv');
  assert.deepEqual(first.rows[1], second.rows[0]);
});

test('spreadsheet: the summary holds every row that was no data, and says what was detected', async () => {
  const { summaries } = await read(gbk(BANK_GBK));
  const [summary] = summaries;
  assert.equal(summaries.length, 1);
  assert.deepEqual(
    [summary?.encoding, summary?.delimiter, summary?.headerRow, summary?.rows, summary?.records],
    ['gb18030', ',', 4, 8, 2],
  );
  assert.deepEqual([summary?.blankRows, summary?.formulaLikeCells, summary?.isLast], [1, 1, true]);
  assert.deepEqual(summary?.skipped, [
    { row: 1, why: 'preamble', cells: ['账号:\t6222020200001234', '户名:某某商贸有限公司'] },
    { row: 2, why: 'preamble', cells: ['起始日期:20240101', '终止日期:20240131'] },
    {
      row: 4,
      why: 'header',
      cells: ['交易日期', '摘要', '交易金额(收入)', '交易金额(支出)', '余额', '对方户名'],
    },
    { row: 7, why: 'footer', cells: ['合计', '', '1,234.50', '12.00', '', ''] },
    { row: 8, why: 'footer', cells: ['人民币合计', '', '1,234.50', '', '', ''] },
  ]);
});

test('spreadsheet: many skipped rows come in several summaries, none is lost', async () => {
  const { rows, summaries } = await read(T('A,1\n小计,\n'.repeat(2_500)).replace('金额', '金额,数量'));
  const skipped = summaries.flatMap((summary) => (Array.isArray(summary.skipped) ? summary.skipped : []));
  assert.deepEqual([rows.length, skipped.length, summaries.length], [2_500, 2_501, 3]);
});
