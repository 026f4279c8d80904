import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseConsoleSource } from './console-source.ts';
import type { Rule } from './rule.ts';
import {
  componentsAreShort,
  consoleKnowsOnlyCore,
  pagesStandAlone,
  textsAreWords,
  wordsAreSaid,
} from './rules/console.ts';

/** rule, files by path, what it must say. */
const CASES: readonly [Rule, Readonly<Record<string, string>>, readonly string[]][] = [
  [
    consoleKnowsOnlyCore,
    {
      'console/src/parts/a.tsx': `import { b } from '#api/b.ts';\nimport { c } from '#core/c.ts';\nimport { Button } from 'antd';`,
    },
    ['console/src/parts/a.tsx:1: #api/b.ts'],
  ],
  [
    pagesStandAlone,
    {
      'console/src/pages/runs/a.ts': `import { b } from '#console/pages/books/b.ts';\nimport { c } from './c.ts';`,
    },
    ['console/src/pages/runs/a.ts:1: imports the page books'],
  ],
  [
    componentsAreShort,
    { 'console/src/parts/a.tsx': `export function Long() {\n${'x();\n'.repeat(81)}}` },
    ['console/src/parts/a.tsx:1: 83 lines'],
  ],
  [
    textsAreWords,
    {
      'console/src/parts/a.tsx': `const a = <b title="Name">Save {c} · {d}</b>;\nconst e = ['保存', 'plain'];`,
      'console/src/parts/words.ts': `const a = '保存';`,
    },
    [
      'console/src/parts/a.tsx:1: title="Name"',
      'console/src/parts/a.tsx:1: Save',
      'console/src/parts/a.tsx:2: 保存',
    ],
  ],
  [
    wordsAreSaid('state: "done" | "failed"'),
    {
      'console/src/pages/runs/words.ts': `export const words = defineWords({ title: t, done: t, lost: t });`,
      'console/src/pages/runs/page.ts': `page({ title: words.title });`,
      'console/src/pages/books/page.ts': `say('lost');`,
    },
    ['console/src/pages/runs/words.ts:1: lost'],
  ],
];

for (const [rule, files, expected] of CASES) {
  test(`tidy rules of the console: ${rule.name}`, () => {
    const sources = Object.entries(files).map(([path, text]) => parseConsoleSource(path, text));
    assert.deepEqual(rule.check(sources), [...expected]);
  });
}
