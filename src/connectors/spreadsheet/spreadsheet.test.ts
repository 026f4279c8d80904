import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync, strToU8, zipSync } from 'fflate';
import iconv from 'iconv-lite';
import { read, valuesOf } from './testing.ts';

const gbk = (text: string): Uint8Array => iconv.encode(text, 'gb18030');
const utf16 = (text: string): Uint8Array => iconv.encode(text, 'utf-16le', { addBOM: true });

const BANK_GBK = `账号:\t6222020200001234\t,户名:某某商贸有限公司
起始日期:20240101,终止日期:20240131

交易日期,摘要,交易金额(收入),交易金额(支出),余额,对方户名
2024-01-05\t,货款 ,"1,234.50",-,"11,234.50",北京客户\t
2024-01-06\t,手续费,-,12.00,"11,222.50",
合计,,"1,234.50",12.00,,
人民币合计,,"1,234.50",,,
`;

const WECHAT = `\uFEFF交易时间,商户订单号,交易状态,应结订单金额,备注
\`2024-01-01 10:00:00,\`POS-1,\`SUCCESS,\`12.50,\`
\`2024-01-01 11:00:00,\`POS-2,\`SUCCESS,\`7.00,\`午餐
总交易单数,应结订单总金额,退款总金额
\`2,\`19.50,\`0.00
`;

const ALIPAY = `#支付宝业务明细查询
#账号：[20881234]
#起始日期：[2024年01月01日 00:00:00]   终止日期：[2024年01月02日 00:00:00]
#-----------------------------------------业务明细列表----------------------------------------
支付宝交易号,商户订单号,业务类型,商品名称,商家实收（元）
2024010122001\t,A-1\t,交易\t,茶杯\t,30.00
2024010122002\t,A-2\t,退款\t,茶杯\t,-30.00
#-----------------------------------------业务明细列表结束------------------------------------
#交易合计：1笔，商家实收共30.00元
#退款合计：1笔，商家实收退款共-30.00元
`;

const T = (rows: string): string => `单号,金额\n${rows}`;
// what, file, settings, the values of each row, the refused rows, what stopped it
const CASES: readonly (readonly [
  string,
  Uint8Array | string,
  object,
  string[],
  string[]?,
  (string | null)?,
])[] = [
  ['plain', T('A,1.00\nB,2.00\n'), {}, ['A|1.00', 'B|2.00']],
  ['no line break at the end', T('A,1.00'), {}, ['A|1.00']],
  ['cut off in the last row', T('A,1.00\nB'), {}, ['A|1.00', 'B|'], ['row_cut_off row 3']],
  ['Windows line breaks and blank rows', '单号,金额\r\n\r\nA,1.00\r\n,\r\nB,2\r\n', {}, ['A|1.00', 'B|2']],
  ['old Macintosh line breaks', '单号,金额\rA,1.00\rB,2\r', {}, ['A|1.00', 'B|2']],
  ['quotes', T('"a ""b"", c","1\n2"\n'), {}, ['a "b", c|1\n2']],
  ['quote inside a cell is text', T('5" pipe,1\n'), {}, ['5" pipe|1']],
  ['padding after a closing quote', T('"A"\t,"1.00" \n'), {}, ['A|1.00']],
  [
    'text after a closing quote',
    T('"A"b,1\nC,2\n'),
    {},
    ['"A"b|1', 'C|2'],
    ['csv_quote_misplaced row 2, "单号"'],
  ],
  ['a quote without end', T('A,1\nB,"2\nC,3\n'), {}, ['A|1'], [], 'csv_quote_unclosed row 3'],
  ['an unquoted thousands comma', T('A,1,234.50\nB,2\n'), {}, ['A|1|234.50', 'B|2'], ['row_too_wide row 2']],
  ['empty cells beyond the header', T('A,1,,\n'), {}, ['A|1']],
  ['four-byte emoji', T('茶杯🍵,1\n'), {}, ['茶杯🍵|1']],
  ['four-byte emoji in GB18030', gbk(T('茶杯🍵和很多其他的文字,1\n')), {}, ['茶杯🍵和很多其他的文字|1']],
  ['UTF-8 with a mark', `\uFEFF${T('A,1\n')}`, {}, ['A|1']],
  ['UTF-16 with a mark, tabs', utf16('单号\t金额\nA\t1\n'), {}, ['A|1']],
  [
    'UTF-16 without a mark',
    iconv.encode('no,amount\nA-001,100\n', 'utf-16be', { addBOM: false }),
    {},
    ['A-001|100'],
  ],
  [
    'ASCII for long, then GBK',
    gbk(`no,name\n${'A,plain\n'.repeat(9_000)}B,中文名称\n`),
    {},
    [...Array(9_000).fill('A|plain'), 'B|中文名称'],
  ],
  [
    'Latin-1 is not Chinese',
    iconv.encode('no,name\nA,Müller Größe\n', 'latin1'),
    {},
    [],
    [],
    'encoding_unknown byte 12',
  ],
  [
    'Shift-JIS is not Chinese',
    iconv.encode('番号,金額\nあいうえお,1\n', 'shift_jis'),
    {},
    [],
    [],
    'encoding_unknown byte 1',
  ],
  [
    'Shift-JIS when stated',
    iconv.encode('番号,金額\nあいうえお,1\n', 'shift_jis'),
    { encoding: 'shift_jis' },
    ['あいうえお|1'],
  ],
  ['GBK stated as UTF-8', gbk(T('中文,1\n')), { encoding: 'utf-8' }, [], [], 'encoding_unknown byte 1'],
  [
    'one broken byte after the sample',
    Buffer.concat([Buffer.from(T('中文,1\n').repeat(6_000)), Buffer.from([0x41, 0xff, 0x2c, 0x32, 10])]),
    { headerRow: 1, footerContains: ['单号'] },
    [...Array(6_000).fill('中文|1'), 'A\uFFFD|2'],
    ['text_undecodable row 12001, "单号"'],
  ],
  ['a zero byte', T('A\0B,1\nC,2\n'), {}, ['A\0B|1', 'C|2'], ['text_undecodable row 2, "单号"']],
  [
    'a cell beyond the limit',
    T(`${'x'.repeat(32_768)},1\n`),
    {},
    [`${'x'.repeat(32_768)}|1`],
    ['cell_too_long row 2, "单号"'],
  ],
  ['semicolons', 'no;name\nA;x,y\nB;z\n', {}, ['A|x,y', 'B|z']],
  ['bars', 'no|name\nA|x\n', {}, ['A|x']],
  [
    'tabs with commas in every amount',
    '日期\t摘要\t金额\n2024-01-01\t a\t1,234.50\n2024-01-02\tb\t2,000.00\n',
    {},
    ['2024-01-01|a|1,234.50', '2024-01-02|b|2,000.00'],
  ],
  ['Excel hint', 'sep=;\nno;name\nA;x\n', {}, ['A|x']],
  ['one column', 'name\nA\nB\n', {}, ['A', 'B']],
  [
    'bank: GBK, preamble, footer, padding',
    gbk(BANK_GBK),
    {},
    ['2024-01-05|货款|1,234.50|-|11,234.50|北京客户', '2024-01-06|手续费|-|12.00|11,222.50|'],
  ],
  [
    'WeChat: mark, back-ticks, totals with a header',
    WECHAT,
    {},
    ['2024-01-01 10:00:00|POS-1|SUCCESS|12.50|', '2024-01-01 11:00:00|POS-2|SUCCESS|7.00|午餐'],
  ],
  [
    'Alipay: GBK, # lines, trailing tabs',
    gbk(ALIPAY),
    {},
    ['2024010122001|A-1|交易|茶杯|30.00', '2024010122002|A-2|退款|茶杯|-30.00'],
  ],
  ['Taobao guards', T('="00123",1\n'), {}, ['00123|1']],
  ['guards kept', T('`A,1\n'), { guards: false }, ['`A|1']],
  ['blanks kept', T(' A\t,1\n'), { trim: false }, [' A\t|1']],
  ['a customer called Total', '客户,单号,金额\nTotal,INV-1,100\n', {}, ['Total|INV-1|100']],
  [
    'subtotals between the data',
    '门店,单号,金额\n甲,A,1\n小计,,1\n乙,B,2\n共 2 笔,,\nTotal:,,3\n',
    {},
    ['甲|A|1', '乙|B|2'],
  ],
  [
    'footers by settings',
    T('A,1\n制表人：张三,\n合计,1\n'),
    { footerContains: ['制表人'] },
    ['A|1', '合计|1'],
  ],
  ['no footer at all', T('合计,\n'), { footerContains: [] }, ['合计|']],
  ['header repeated on every page', T('A,1\n单号,金额\nB,2\n'), {}, ['A|1', 'B|2']],
  ['header by row', '甲,乙\n单号,金额\nA,1\n', { headerRow: 2 }, ['A|1']],
  ['header by content', '甲,乙\n单号,金额\nA,1\n', { headerContains: ['金额'] }, ['A|1']],
  ['no header', 'A,1\nB,2\n', { headerRow: 0 }, ['A|1', 'B|2']],
  ['header not there', T('A,1\n'), { headerContains: ['税额'] }, [], [], 'header_not_found'],
  ['only numbers', '1,2\n3,4\n', {}, [], [], 'header_not_found'],
  [
    'SQL and formulas are text',
    T(`"=cmd|' /C calc'!A0","'; DROP TABLE lines;--"\n@SUM(A1),+1+1\n`),
    {},
    ["=cmd|' /C calc'!A0|'; DROP TABLE lines;--", '@SUM(A1)|+1+1'],
  ],
  ['gzip', gzipSync(strToU8(T('A,1\n'))), {}, ['A|1']],
  ['zip', zipSync({ '明细.csv': strToU8(T('A,1\n')), '__MACOSX/._明细.csv': strToU8('x') }), {}, ['A|1']],
  [
    'zip with several',
    zipSync({ 'a.csv': strToU8('x'), 'b.csv': strToU8('y') }),
    {},
    [],
    [],
    'zip_several_files',
  ],
  [
    'zip with several, one chosen',
    zipSync({ '明细.csv': strToU8(T('A,1\n')), '明细(汇总).csv': strToU8('y') }),
    { zipEntry: '明细.csv' },
    ['A|1'],
  ],
  ['zip without it', zipSync({ 'a.csv': strToU8('x') }), { zipEntry: 'b' }, [], [], 'zip_without_the_file'],
  ['empty', '', {}, [], [], 'file_empty'],
  ['blank rows only', '\n\n,,\n', {}, []],
  [
    'a web page named .xls',
    '<html><table><tr><td>1</td></tr></table></html>',
    {},
    [],
    [],
    'file_not_a_table',
  ],
  [
    'an old .xls',
    Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
    {},
    [],
    [],
    'excel_old_or_locked',
  ],
];

for (const [what, file, settings, rows, refused = [], stopped = null] of CASES) {
  test(`spreadsheet: ${what}`, async () => {
    const found = await read(file, { ...settings });
    assert.deepEqual(
      { rows: valuesOf(found), refused: found.refused, stopped: found.stopped },
      { rows, refused, stopped },
    );
  });
}
