import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type DiffLine, diffTexts } from './text-diff.ts';

const long = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

for (const [what, before, after, shown] of [
  ['nothing differs', 'a\nb', 'a\nb', '…2'],
  ['a line came', 'a\nc', 'a\nb\nc', ' a+b c'],
  ['a line changed', 'a', 'b', '-a+b'],
  ['what is far from a change is left out', long.join('\n'), [...long, 'i'].join('\n'), '…5 f g h+i'],
] as const) {
  test(`text diff: ${what}`, () => assert.equal(diffTexts(before, after).map(show).join(''), shown));
}

function show(line: DiffLine): string {
  if (line.type === 'skipped') return `…${line.count}`;
  return { same: ' ', added: '+', removed: '-' }[line.type] + line.text;
}
