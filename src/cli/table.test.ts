import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { renderPairs, renderTable } from './table.ts';
import { clip, oneLine, pad, widthOf } from './width.ts';

// text, columns on a terminal
for (const [text, width] of [
  ['', 0],
  ['abc', 3],
  ['科目', 4],
  ['ＡＢ', 4],
  ['かな漢字', 8],
  ['한글', 4],
  ['é', 1],
  ['e\u0301', 1],
  ['😀', 2],
  ['1,234.50', 8],
] as const) {
  test(`width: ${JSON.stringify(text)} takes ${width}`, () => assert.equal(widthOf(text), width));
}

test('width: padding and clipping keep to the width whatever the script', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 20 }), (text, width) => {
      const plain = oneLine(text);
      assert.ok(widthOf(clip(plain, width)) <= width);
      assert.ok(widthOf(pad(clip(plain, width), width)) >= Math.min(width, widthOf(plain)));
    }),
  );
});

test('table: columns line up, amounts on the right, long texts are cut', () => {
  const text = renderTable(
    'zh',
    [
      { title: 'account', value: (row: string[]) => row[0]! },
      { title: 'debit', value: (row: string[]) => row[1]!, right: true },
      { title: 'summary', value: (row: string[]) => row[2]!, widthMax: 6 },
    ],
    [
      ['1122 应收账款', '9.00', 'short'],
      ['6001', '1234.50', '很长很长的摘要'],
    ],
  );
  assert.deepEqual(text.split('\n'), [
    '科目              借方  摘要',
    '─────────────  ───────  ─────',
    '1122 应收账款     9.00  short',
    '6001           1234.50  很长…',
  ]);
});

test('table: what comes from outside cannot command the terminal', () => {
  const text = renderTable('en', [{ title: 'name', value: (row: string) => row }], ['a\u001b[2Jb\r\nc']);
  assert.equal(text.split('\n').at(-1), 'a [2Jb c');
});

test('table: nothing is said to be nothing, and empty pairs are left out', () => {
  assert.equal(renderTable('en', [{ title: 'name', value: String }], []), '(nothing)');
  assert.equal(
    renderPairs('ja', [
      ['run', '1'],
      ['held', null],
      ['posted', '2'],
    ]),
    '実行  1\n記帳  2',
  );
});
