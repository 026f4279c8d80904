import assert from 'node:assert/strict';
import { test } from 'node:test';
import ExcelJS from 'exceljs';
import { gzipSync, zipSync } from 'fflate';
import { makeXlsx, read, textRow, valuesOf, type XlsxParts } from './testing.ts';

const HEADER = textRow(1, ['单号', '值']);
/** One data row: the cell under 值 is what is being tested. */
const cell = (xml: string): XlsxParts => ({
  sheets: { 明细: `${HEADER}<row r="2"><c r="A2" t="str"><v>A</v></c>${xml}</row>` },
  strings:
    '<si><t>文字</t></si><si><r><t>粗</t></r><r><t xml:space="preserve"> 体</t></r><rPh sb="0" eb="1"><t>クソ</t></rPh></si>',
  styles: `<numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="165" formatCode="00000"/>
    <numFmt numFmtId="166" formatCode="#,##0.00_);[Red]\\(#,##0.00\\)"/><numFmt numFmtId="167" formatCode="yyyy-mm-dd hh:mm"/>
    <numFmt numFmtId="168" formatCode="[h]:mm"/><numFmt numFmtId="169" formatCode="&quot;day&quot; 0.00E+00"/></numFmts>
    <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
    <cellXfs>${[0, 14, 164, 165, 166, 167, 168, 169, 20, 22].map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs>`,
});

// the XML of the cell, the text it becomes (or the refusal)
for (const [xml, seen] of [
  ['<c r="B2" t="s"><v>0</v></c>', '文字'],
  ['<c r="B2" t="s"><v>1</v></c>', '粗 体'],
  ['<c r="B2" t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r></is></c>', 'ab'],
  ['<c r="B2" t="inlineStr"><is><t><![CDATA[<x>&]]></t></is></c>', '<x>&'],
  ['<c r="B2" t="inlineStr"><is><t>&lt;&#x4E2D;&#25991;&amp;</t></is></c>', '<中文&'],
  ['<c r="B2" t="inlineStr"><is><t>a_x000D_b_x005F_</t></is></c>', 'a\rb_'],
  ['<c r="B2"><v>0.30000000000000004</v></c>', '0.3'],
  ['<c r="B2"><v>1234.5599999999999</v></c>', '1234.56'],
  ['<c r="B2"><v>1.2E+5</v></c>', '120000'],
  ['<c r="B2"><v>1E-7</v></c>', '0.0000001'],
  ['<c r="B2"><v>-5.0000000000000001E-2</v></c>', '-0.05'],
  ['<c r="B2"><v>6.2220202000012345E+18</v></c>', '6222020200001230000'],
  ['<c r="B2" s="4"><v>-1234.5</v></c>', '-1234.5'],
  ['<c r="B2" s="7"><v>12</v></c>', '12'],
  ['<c r="B2" s="3"><v>42</v></c>', '00042'],
  ['<c r="B2" s="1"><v>45296</v></c>', '2024-01-05'],
  ['<c r="B2" s="2"><v>45296</v></c>', '2024-01-05'],
  ['<c r="B2" s="1"><v>45296.5</v></c>', '2024-01-05T12:00:00'],
  ['<c r="B2" s="5"><v>45296</v></c>', '2024-01-05T00:00:00'],
  ['<c r="B2" s="9"><v>45296.999999999993</v></c>', '2024-01-06T00:00:00'],
  ['<c r="B2" s="1"><v>59</v></c>', '1900-02-28'],
  ['<c r="B2" s="1"><v>61</v></c>', '1900-03-01'],
  ['<c r="B2" s="8"><v>0.4375</v></c>', '10:30:00'],
  ['<c r="B2" s="6"><v>1.0625</v></c>', '25:30:00'],
  ['<c r="B2" s="1"><v>-1</v></c>', '-1'],
  ['<c r="B2" t="b"><v>1</v></c>', 'TRUE'],
  ['<c r="B2" t="e"><v>#N/A</v></c>', '#N/A'],
  ['<c r="B2" t="d"><v>2024-01-05</v></c>', '2024-01-05'],
  ['<c r="B2"><f>1+1</f><v>2</v></c>', '2'],
  ['<c r="B2" t="str"><f>""</f><v></v></c>', ''],
  ['<c r="B2"><f>1+1</f></c>', 'formula_without_value 明细: row 2, "值"'],
  ['<c><v>7</v></c>', '7'],
  ['<x:c r="B2"><x:v>7</x:v></x:c>', '7'],
  ["<c r='B2'  t = 's' ><v>0</v></c>", '文字'],
  ['<c r="B2" s="4"/>', ''],
  ['', ''],
] as const) {
  test(`excel: ${xml} → ${seen}`, async () => {
    const { rows, refused, stopped } = await read(makeXlsx(cell(xml)));
    assert.equal(stopped, null);
    assert.equal(refused[0] ?? rows[0]?.值, seen);
  });
}

const SHEETS: XlsxParts = {
  sheets: {
    说明: `${textRow(3, ['本工作簿由系统导出'])}<row r="4"><c r="A4"><v>1</v></c></row>`,
    一月: HEADER + textRow(2, ['A', '1']) + textRow(9, ['B', '2', '旁注']),
    空: '',
    二月: HEADER + textRow(2, ['C', '3']) + textRow(3, ['合计', '']),
  },
};

// sheet, ids, what stopped it
for (const [sheet, ids, stopped] of [
  ['一月', ['f.csv!一月!2', 'f.csv!一月!9'], null],
  ['4', ['f.csv!二月!2'], null],
  ['*', ['f.csv!说明!4', 'f.csv!一月!2', 'f.csv!一月!9', 'f.csv!二月!2'], null],
  ['三月', [], 'sheet_not_found'],
  ['9', [], 'sheet_not_found'],
] as const) {
  test(`excel: sheet ${sheet}`, async () => {
    const found = await read(makeXlsx(SHEETS), { sheet });
    assert.deepEqual([found.ids, found.stopped], [ids, stopped]);
  });
}

test('excel: one summary for each sheet, the empty one too; a note beside the table is kept under its letter', async () => {
  const { rows, refused, summaries } = await read(makeXlsx(SHEETS), { sheet: '*' });
  assert.deepEqual(
    summaries.map(({ sheet, records, blankRows }) => [sheet, records, blankRows]),
    [
      ['说明', 1, 2],
      ['一月', 2, 6],
      ['空', 0, 0],
      ['二月', 1, 0],
    ],
  );
  assert.deepEqual(
    [rows[2], refused],
    [{ 单号: 'B', 值: '2', C: '旁注', _row: 9, _sheet: '一月', _file: 'f.csv' }, []],
  );
});

test('excel: a sheet that is no table is reported and does not stop the others', async () => {
  const found = await read(makeXlsx(SHEETS), { sheet: '*', headerContains: '单号' });
  assert.deepEqual([found.ids.length, found.refused, found.stopped], [3, ['header_not_found 说明'], null]);
});

test('excel: dates from 1904', async () => {
  const found = await read(makeXlsx({ ...cell('<c r="B2" s="1"><v>43834</v></c>'), is1904: true }));
  assert.equal(found.rows[0]?.值, '2024-01-05');
});

test('excel: also inside a zip, inside gzip', async () => {
  const book = makeXlsx(cell('<c r="B2"><v>7</v></c>'));
  assert.deepEqual(valuesOf(await read(gzipSync(zipSync({ '明细.xlsx': book })))), ['A|7']);
});

test('excel: what another program wrote', async () => {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('明细');
  sheet.addRow(['某某公司销售明细']);
  sheet.mergeCells('A1:D1');
  sheet.addRow(['日期', '金额', '备注', '税']);
  sheet.addRow([
    new Date(Date.UTC(2024, 0, 5)),
    0.1 + 0.2,
    { richText: [{ text: '富' }, { text: '文本🍵' }] },
    null,
  ]);
  sheet.addRow([new Date(Date.UTC(2024, 0, 6)), { formula: 'B3*2', result: 0.6 }, '=cmd|x', 1]);
  const found = await read(new Uint8Array(await book.xlsx.writeBuffer()));
  assert.deepEqual(valuesOf(found), ['2024-01-05|0.3|富文本🍵|', '2024-01-06|0.6|=cmd|x|1']);
});
