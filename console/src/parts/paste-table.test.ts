import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pasteTable } from './paste-table.ts';

// what is pasted → rows as line:cell|cell
for (const [text, expected] of [
  ['', []],
  ['SH01\tD10', ['1:SH01|D10']],
  ['SH01\tD10\nSH02\tD20\n', ['1:SH01|D10', '2:SH02|D20']],
  ['SH01\tD10\r\n\r\nSH02\tD20\r\n', ['1:SH01|D10', '3:SH02|D20']],
  [' SH01 , D10 ', ['1:SH01|D10']],
  ['a,b\tD10', ['1:a,b|D10']],
  ['"旗舰店\n一楼"\tD10\nSH02\tD20', ['1:旗舰店\n一楼|D10', '3:SH02|D20']],
  ['"a ""b"""\tD10', ['1:a "b"|D10']],
  ['"open\tD10', ['1:"open|D10']],
  ['SH01\t\tC', ['1:SH01||C']],
] as const) {
  test(`paste: ${JSON.stringify(text)}`, () => {
    assert.deepEqual(
      pasteTable(text).map(({ line, cells }) => `${line}:${cells.join('|')}`),
      [...expected],
    );
  });
}
