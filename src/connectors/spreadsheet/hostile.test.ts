import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync, strToU8, zipSync } from 'fflate';
import { escapeForSpreadsheet } from '#connectors/kit/escape-for-spreadsheet.ts';
import { makeXlsx, read, textRow } from './testing.ts';

const HEADER = textRow(1, ['单号', '值']);
const TABLE = strToU8(
  `单号,金额\n${Array.from({ length: 20_000 }, (_, i) => `POS-${i * 7919},${i}.50\n`).join('')}`,
);
/** More than is free, and hundreds of times its packed size. */
const BOMB = strToU8(`a,b\n${`x,${' '.repeat(30_000)}\n`.repeat(2_300)}`);
const sheetWith = (xml: string): Uint8Array => makeXlsx({ sheets: { S: HEADER + xml } });

function changed(bytes: Uint8Array, at: number): Uint8Array {
  const copy = bytes.slice();
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
}

/** The same bytes over and over, as a sender would who never stops. */
async function* endless(count: { sent: number }): AsyncIterable<Uint8Array> {
  yield strToU8('单号,金额\n');
  const piece = strToU8('POS-1,1.00\n'.repeat(95_325));
  for (;;) {
    count.sent += piece.length;
    yield piece;
  }
}

// what, the file, what stops it
for (const [what, file, stopped] of [
  ['a zip bomb', zipSync({ 'a.csv': BOMB }), 'file_unpacks_too_much'],
  ['a gzip bomb', gzipSync(BOMB), 'file_unpacks_too_much'],
  [
    'gzip in gzip in gzip in gzip',
    [1, 2, 3, 4].reduce((inner) => gzipSync(inner), TABLE),
    'file_nested_too_deep',
  ],
  ['a damaged gzip', changed(gzipSync(TABLE), 60_000), 'file_damaged'],
  ['a cut-off zip', zipSync({ 'a.csv': TABLE }).subarray(0, 60_000), 'file_truncated'],
  ['a damaged zip', changed(zipSync({ 'a.csv': TABLE }, { level: 0 }), 60_000), 'file_damaged'],
  ['an encrypted zip', encrypted(zipSync({ 'a.csv': TABLE })), 'file_encrypted'],
  ['a cut-off workbook', sheetWith(textRow(2, ['A', '1'])).subarray(0, 900), 'file_truncated'],
  [
    'an entity bomb',
    makeXlsx({ sheets: { S: HEADER }, prolog: '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' }),
    'xml_doctype',
  ],
  [
    'an outside entity',
    makeXlsx({ sheets: { S: HEADER }, prolog: '<!DOCTYPE x SYSTEM "file:///etc/passwd">' }),
    'xml_doctype',
  ],
  ['an unknown entity', sheetWith('<row r="2"><c r="A2" t="str"><v>&boom;</v></c></row>'), 'file_damaged'],
  [
    'a shared string that is not there',
    sheetWith('<row r="2"><c r="A2" t="s"><v>99</v></c></row>'),
    'file_damaged',
  ],
  ['tags that do not match', sheetWith('<row r="2"><c r="A2"></row></c>'), 'file_damaged'],
  ['XML that ends early', sheetWith('<row r="2">'), 'file_damaged'],
  ['rows that go backwards', sheetWith('<row r="9"/><row r="2"/>'), 'file_damaged'],
  ['a cell far to the right', sheetWith('<row r="2"><c r="XFD2"><v>1</v></c></row>'), 'too_many_columns'],
  [
    'a column that overflows',
    sheetWith(`<row r="2"><c r="${'Z'.repeat(400)}2"><v>1</v></c></row>`),
    'too_many_columns',
  ],
  ['XML without a tag', sheetWith('x'.repeat(2 * 1024 ** 2)), 'file_damaged'],
  ['XML without a floor', sheetWith('<a>'.repeat(200)), 'file_damaged'],
  ['a row of commas and text', strToU8(`a,b\n${'x,'.repeat(5_000)}\n`), 'too_many_columns'],
  ['a header without end', strToU8(`${'名称,'.repeat(5_000)}\n`), 'too_many_columns'],
  ['a row without end', strToU8(`a,b\n${'x'.repeat(5 * 1024 ** 2)}`), 'row_too_long'],
  ['a quote that swallows the file', strToU8(`a,b\n"${'x,1\n'.repeat(1_500_000)}`), 'csv_quote_unclosed'],
] as const) {
  test(`hostile: ${what} → ${stopped}`, async () => {
    const found = await read(file);
    assert.equal(found.stopped?.split(' ')[0], stopped);
  });
}

test('hostile: a truncated gzip gives every row before the cut, and says where it broke off', async () => {
  const packed = gzipSync(TABLE);
  const whole = await read(packed);
  for (const share of [0.9, 0.5, 0.05]) {
    const found = await read(packed.subarray(0, Math.floor(packed.length * share)));
    assert.ok(found.rows.length > share * 18_000 && found.rows.length < 20_000, `${found.rows.length} rows`);
    assert.deepEqual(found.rows, whole.rows.slice(0, found.rows.length));
    assert.equal(found.stopped, `file_truncated row ${found.rows.length + 1}`);
  }
});

test('hostile: an upload without end is stopped at the limit, not at its end', async () => {
  const count = { sent: 0 };
  const found = await read(endless(count), { sizeMaxMib: 4 });
  assert.match(found.stopped ?? '', /^file_too_large row \d{6}$/);
  assert.ok(count.sent <= 6 * 1024 ** 2, `${count.sent} bytes were taken`);
  assert.ok(found.rows.length > 300_000);
});

test('hostile: the rows before the damage are handed on, in text and in Excel', async () => {
  const text = await read(`a,b\nA,1\nB,2\n${'x,'.repeat(5_000)}\n`);
  assert.deepEqual([text.ids, text.stopped], [['f.csv!2', 'f.csv!3'], 'too_many_columns row 4']);
  const excel = await read(
    sheetWith(`${textRow(2, ['A', '1'])}<row r="3"><c r="A3" t="s"><v>99</v></c></row>`),
  );
  assert.deepEqual([excel.ids, excel.stopped], [['f.csv!S!2'], 'file_damaged S: row 2']);
});

test('hostile: headers named like parts of every object stay data', async () => {
  const { rows } = await read('__proto__,constructor\nA,B\n');
  assert.deepEqual(Object.entries(rows[0] ?? {}).slice(0, 2), [
    ['__proto__', 'A'],
    ['constructor', 'B'],
  ]);
});

// text, what goes into an export
for (const [text, escaped] of [
  ["=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"],
  ['+1+1', "'+1+1"],
  ['-2+3', "'-2+3"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['＝1+1', "'＝1+1"],
  ['\t=1', "'\t=1"],
  ['\r', "'\r"],
  ['-12.50', '-12.50'],
  ['-1,234.50', '-1,234.50'],
  ['-', '-'],
  ['货款', '货款'],
  ['', ''],
] as const) {
  test(`hostile: ${JSON.stringify(text)} is exported as ${JSON.stringify(escaped)}`, () => {
    assert.equal(escapeForSpreadsheet(text), escaped);
  });
}

/** Sets the flag in the central directory, which is all that tells. */
function encrypted(zip: Uint8Array): Uint8Array {
  const copy = Buffer.from(zip);
  const at = copy.indexOf(Buffer.from('PK\x01\x02', 'latin1'));
  copy.writeUInt16LE(copy.readUInt16LE(at + 8) | 1, at + 8);
  return copy;
}
