import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pastePairs } from './paste-pairs.ts';

// pasted → pairs, troubles
for (const [text, pairs, troubles] of [
  ['8812\tC001\n8813\tC002', ['8812>C001', '8813>C002'], []],
  ['对方编码\t我方编码\n8812\tC001', ['8812>C001'], []],
  ['8812\n\tC002', [], ['1 pasteNoTo', '2 pasteNoFrom']],
  ['8812\tC001\n8812\tC009', ['8812>C009'], ['2 pasteTwice']],
  [`${'x'.repeat(201)}\tC1`, [], ['1 pasteTooLong']],
] as const) {
  test(`pairs of ${JSON.stringify(text.slice(0, 30))}`, () => {
    const pasted = pastePairs(text);
    assert.deepEqual(
      pasted.pairs.map(({ from, to }) => `${from}>${to}`),
      [...pairs],
    );
    assert.deepEqual(
      pasted.troubles.map(({ line, why }) => `${line} ${why}`),
      [...troubles],
    );
  });
}
