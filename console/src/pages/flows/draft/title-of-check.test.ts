import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Language, Text } from '#core/trouble/message.ts';
import { withTitle } from './title-of-check.ts';

const same = { zh: '合计', en: '合计', ja: '合计' };
const own = { zh: '合计', en: 'Total', ja: '合计' };

// before, written by a reader of Chinese → after
for (const [name, before, [language, text], after] of [
  ['the first word is said in all', undefined, ['zh', '合计'], same],
  [
    'what is not translated follows',
    own,
    ['zh', '合计不符'],
    { zh: '合计不符', en: 'Total', ja: '合计不符' },
  ],
  ['a translation stands alone', same, ['en', 'Total'], own],
  ['a translation taken away', own, ['en', ''], same],
  ['nothing is left', same, ['zh', ''], undefined],
  ['the first word is a translation', undefined, ['en', 'Total'], { zh: 'Total', en: 'Total', ja: 'Total' }],
] as const satisfies readonly (readonly [string, Text | undefined, readonly [Language, string], unknown])[]) {
  test(`title of a check: ${name}`, () => {
    assert.deepEqual(withTitle(before, { language, text, reader: 'zh' }), after);
  });
}
