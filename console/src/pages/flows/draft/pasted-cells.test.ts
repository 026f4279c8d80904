import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPasted } from './pasted-cells.ts';

// as it stands on the clipboard → rows
for (const [text, rows] of [
  [
    'a\tb\r\nc\td\r\n',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['a\t\tc', [['a', '', 'c']]],
  ['"a ""x""\nb"\tc', [['a "x"\nb', 'c']]],
  ['\n\n', []],
  ['001', [['001']]],
] as const) {
  test(`pasted cells: ${JSON.stringify(text)}`, () => assert.deepEqual(readPasted(text), rows));
}
