import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Message } from '#core/trouble/message.ts';
import { completeLock, findUnlocked, type LockFile } from '../../tools/complete-lock.ts';
import type { Rule } from './rule.ts';
import { codesAreListed, codesAreUsed, paramsAreGiven, textsAgree } from './rules/codes.ts';
import {
  connectorsStandAlone,
  importsGoDown,
  noCycles,
  noTwoWayFolders,
  pathsStayInside,
} from './rules/imports.ts';
import * as places from './rules/places.ts';
import { nothingIsDead, unknownDecisions } from './rules/project.ts';
import { filesAreShort, functionsAreShort, median } from './rules/sizes.ts';
import * as words from './rules/words.ts';
import { parseSource } from './source.ts';

const same = (text: string) => ({ zh: text, en: text, ja: text });
const catalogue = new Map<string, Message>([
  ['sum_wrong', { title: same('{at}: {sum}'), advice: same('Correct it.') }],
  ['Odd', { title: { ...same('{sum}'), ja: '{summe}' }, advice: { ...same('x'), en: ' ' } }],
]);
const long = 'x();\n'.repeat(51);

/** rule, files by path, what it must say; an empty list where it must keep quiet. */
const CASES: readonly [Rule, Readonly<Record<string, string>>, readonly string[]][] = [
  [
    importsGoDown,
    { 'src/core/a.ts': `import { b } from '#storage/b.ts';` },
    ['src/core/a.ts:1: core must not import storage'],
  ],
  [
    importsGoDown,
    { 'src/core/a.ts': `import type { b } from '#api/b.ts';` },
    ['src/core/a.ts:1: core must not import api'],
  ],
  [
    importsGoDown,
    { 'src/storage/a.ts': `import { b } from '#connectors/kit/b.ts';` },
    ['src/storage/a.ts:1: storage must not import connectors'],
  ],
  [
    importsGoDown,
    { 'src/app/a.ts': `import { b } from '../../tools/b.ts';` },
    ['src/app/a.ts:1: src does not import tools/b.ts'],
  ],
  [
    importsGoDown,
    { 'src/new/a.ts': `import { b } from '#core/b.ts';` },
    ['src/new/a.ts:1: new → core: a folder without a floor'],
  ],
  [importsGoDown, { 'src/api/a.ts': `import { b } from '#pipeline/b.ts';\nimport { c } from './c.ts';` }, []],
  [
    connectorsStandAlone,
    { 'src/connectors/x/a.ts': `import { b } from '#connectors/y/b.ts';` },
    ['src/connectors/x/a.ts:1: imports the connector y'],
  ],
  [
    connectorsStandAlone,
    { 'src/pipeline/a.ts': `import { b } from '#connectors/y/b.ts';` },
    ['src/pipeline/a.ts:1: imports the connector y'],
  ],
  [
    connectorsStandAlone,
    {
      'src/app/a.ts': `import { b } from '#connectors/y/b.ts';`,
      'src/pipeline/a.ts': `import { b } from '#connectors/kit/b.ts';`,
    },
    [],
  ],
  [pathsStayInside, { 'src/core/x/a.ts': `import { b } from '../b.ts';` }, ['src/core/x/a.ts:1: ../b.ts']],
  [
    noCycles,
    { 'src/core/a.ts': `import { b } from './b.ts';`, 'src/core/b.ts': `import { a } from './a.ts';` },
    ['src/core/a.ts → src/core/b.ts → src/core/a.ts'],
  ],
  [
    noCycles,
    { 'src/core/a.ts': `import { b } from './b.ts';`, 'src/core/b.ts': `import type { a } from './a.ts';` },
    [],
  ],
  [
    noTwoWayFolders,
    {
      'src/core/x/a.ts': `import { b } from '#core/y/b.ts';`,
      'src/core/y/c.ts': `import { d } from '#core/x/d.ts';`,
    },
    ['src/core/x ↔ src/core/y'],
  ],

  [
    places.coreNeverWaits,
    { 'src/core/a.ts': `export async function a() {}` },
    ['src/core/a.ts:1: async function'],
  ],
  [
    places.coreNeverWaits,
    { 'src/core/a.ts': `const a = new Date();\nconst b = new Date(0);\nDate.now();\nMath.random();` },
    ['src/core/a.ts:1: new Date()', 'src/core/a.ts:3: Date.now', 'src/core/a.ts:4: Math.random'],
  ],
  [
    places.coreNeverWaits,
    { 'src/core/a.ts': `import { x } from 'node:fs';\nPromise.all([]);` },
    ['src/core/a.ts:2: Promise', 'src/core/a.ts:1: import of node:fs'],
  ],
  [places.coreNeverWaits, { 'src/core/a.test.ts': `await x;`, 'src/pipeline/a.ts': 'await x;' }, []],
  [
    places.sqlOnlyInStorage,
    { 'src/api/a.ts': 'query(`select id from vouchers where id = $1`)' },
    ['src/api/a.ts:1: select id from vouchers where id = $1'],
  ],
  [
    places.sqlOnlyInStorage,
    { 'src/api/a.ts': `query('DELETE FROM lines WHERE true')` },
    ['src/api/a.ts:1: DELETE FROM lines WHERE true'],
  ],
  [
    places.sqlOnlyInStorage,
    { 'src/api/a.ts': `db.selectFrom('x'); sql\`x\`;` },
    ['src/api/a.ts:1: .selectFrom()', 'src/api/a.ts:1: sql`…`'],
  ],
  [
    places.sqlOnlyInStorage,
    {
      'src/api/a.ts': `say('Select the account from the list')`,
      'src/storage/a.ts': `query('select 1 from a')`,
    },
    [],
  ],
  [
    places.urlsOnlyInClients,
    { 'src/connectors/x/codec.ts': `const a = 'https://api.shop.com/v1';` },
    ['src/connectors/x/codec.ts:1: https://api.shop.com/v1'],
  ],
  [
    places.urlsOnlyInClients,
    {
      'src/connectors/x/client.ts': `const a = 'https://api.shop.com/v1';`,
      'src/connectors/x/a.ts': `// https://docs.shop.com\nconst a = 'http://127.0.0.1:1/x https://shop.example';`,
    },
    [],
  ],
  [
    places.statusCodesOnlyInApi,
    { 'src/pipeline/a.ts': `reply.code(404); x = { statusCode: 500 };` },
    ['src/pipeline/a.ts:1: .code(…)', 'src/pipeline/a.ts:1: statusCode: …'],
  ],
  [
    places.statusCodesOnlyInApi,
    { 'src/api/a.ts': `reply.code(404);`, 'src/pipeline/a.ts': `refuse({ code: 'x', status: 'posted' })` },
    [],
  ],
  [
    places.environmentOnlyInApp,
    { 'src/storage/a.ts': `const a = process.env.X;`, 'src/app/a.ts': `const a = process.env.X;` },
    ['src/storage/a.ts:1: process.env'],
  ],
  [
    places.consoleOnlyAtTheEdge,
    { 'src/pipeline/a.ts': `console.log(1);`, 'src/cli/a.ts': `console.log(1);` },
    ['src/pipeline/a.ts:1: console.log'],
  ],

  [
    words.fileNames,
    { 'src/core/index.ts': '', 'src/core/BigFile.ts': '', 'src/core/a-b.test.ts': '' },
    ['src/core/index.ts:1: index.ts', 'src/core/BigFile.ts:1: BigFile.ts'],
  ],
  [
    words.exportsAreNamed,
    { 'src/core/a.ts': `export default 1;\nexport * from './b.ts';\nexport { c } from './c.ts';` },
    ['src/core/a.ts:1: export default', 'src/core/a.ts:2: export *', 'src/core/a.ts:3: export … from'],
  ],
  [
    words.noEmptyWords,
    { 'src/core/a.ts': 'class BookManager {}\nconst utility = useful(dateUtils);' },
    ['src/core/a.ts:1: BookManager', 'src/core/a.ts:2: dateUtils'],
  ],
  [
    words.noEmptyWords,
    { 'src/core/date-utils.ts': '' },
    ['src/core/date-utils.ts:1: src/core/date-utils.ts'],
  ],
  [
    words.nothingUnfinished,
    { 'src/core/a.ts': `// ${'TO'}DO later\nconst a = 'ok'; // fine` },
    [`src/core/a.ts:1: ${'TO'}DO later`],
  ],
  [
    words.checkerIsNeverSilenced,
    { 'src/core/a.ts': `let a: any;\nlet b: 'any' | Many;\n// any\n// @ts-ignore\nb = 1;` },
    ['src/core/a.ts:4: @ts-ignore', 'src/core/a.ts:1: any'],
  ],
  [
    words.noAssertedTypes,
    {
      'src/core/a.ts': `import { type A as B } from './b.ts';\nconst a = b as B;\nconst c = ['x'] as const;`,
    },
    ['src/core/a.ts:2: const a = b as B;'],
  ],
  [
    words.noAssertedTypes,
    { 'src/storage/a.ts': `const a = b as B;`, 'src/connectors/x/codec.ts': `const a = b as B;` },
    [],
  ],

  [
    filesAreShort,
    {
      'src/core/a.ts': `${'\n'.repeat(300)}x();`,
      'src/core/ledger/charts/cas.ts': `${'\n'.repeat(900)}x();`,
    },
    ['src/core/a.ts:300: 301 lines'],
  ],
  [
    functionsAreShort,
    { 'src/core/a.ts': `function a() {\n${long}}`, 'src/core/a.test.ts': `function a() {\n${long}}` },
    ['src/core/a.ts:1: 53 lines'],
  ],

  [
    codesAreListed(catalogue),
    {
      'src/core/a.ts': `refuse({ code: ok ? 'sum_wrong' : 'sum_odd', at });\nnew Fault('lost', {});\nx = { code: 'CNY' };`,
    },
    ['src/core/a.ts:1: sum_odd', 'src/core/a.ts:2: lost'],
  ],
  [codesAreUsed(catalogue, ['code: Odd']), { 'src/core/a.ts': 'x();' }, ['sum_wrong']],
  [
    paramsAreGiven(catalogue),
    {
      'src/core/a.ts': `refuse({ code: 'sum_wrong', at });\nrefuse({ code: 'sum_wrong', params: { sum } });\nrefuse({ code: 'sum_wrong', params });`,
    },
    ['src/core/a.ts:1: sum_wrong lacks sum'],
  ],
  [
    textsAgree(catalogue),
    {},
    ['Odd: not snake_case', 'Odd.title.ja: other parameters than zh (sum)', 'Odd.advice.en: empty'],
  ],
  [
    nothingIsDead,
    { 'src/core/a.ts': 'export const used = 1;\nexport function unused() {}', 'src/core/b.ts': 'x(used);' },
    ['src/core/a.ts: unused'],
  ],
];

for (const [rule, files, expected] of CASES) {
  const shown = Object.entries(files).map(
    ([path, text]) => `${path}: ${text.slice(0, 50).replaceAll('\n', '⏎')}`,
  );
  test(`tidy rules: ${rule.name} | ${shown.join(' | ')}`, () => {
    const sources = Object.entries(files).map(([path, text]) => parseSource(path, text));
    assert.deepEqual(
      rule.check(sources),
      expected.map((one) => one),
    );
  });
}

test('tidy rules: a decision that nobody wrote is found', () => {
  const place = { path: 'a.md', text: 'See Decision 2 and decision 0009; decisions of 2025 do not count.' };
  assert.deepEqual(unknownDecisions(place, new Set([2])), ['a.md: decision 0009']);
});

test('tidy rules: the median of an even number is the lower one', () => {
  assert.deepEqual([median([4, 1, 3, 2]), median([5]), median([])], [2, 5, 0]);
});

test('tidy rules: a completed lock file pins every platform and changes nothing else', () => {
  const lock: LockFile = {
    lockfileVersion: 3,
    packages: {
      'node_modules/a': {
        version: '1.0.0',
        optionalDependencies: { '@a/linux-arm64-musl': '1.0.0', b: '2.0.0' },
      },
      'node_modules/b': { version: '2.0.0' },
    },
  };
  assert.deepEqual(findUnlocked(lock), ['a: @a/linux-arm64-musl']);
  const completed = completeLock(lock);
  assert.deepEqual(findUnlocked(completed), []);
  assert.deepEqual(completed.packages['node_modules/@a/linux-arm64-musl'], {
    version: '1.0.0',
    cpu: ['arm64'],
    libc: ['musl'],
    os: ['linux'],
    optional: true,
  });
  assert.deepEqual(completeLock(completed), completed);
});
