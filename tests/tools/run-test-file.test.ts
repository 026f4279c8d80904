import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { closingLine } from '../../tools/testing/outcome.ts';
import { runTestFile } from '../../tools/testing/run-test-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'runner-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const leaveBehind = `import { spawn } from 'node:child_process';
  const child = spawn('sleep', ['600'], { detached: true, stdio: 'ignore' });
  child.unref();`;
const never = 'await new Promise((resolve) => setTimeout(resolve, 600_000));';

// what the file does, its source, closing line, what the report must name
for (const [title, source, closing, detail] of [
  ['passes', `test('one', () => {}); test('two', () => {});`, '2 passed, 0 failed, 0 skipped', ''],
  [
    'is skipped with a reason',
    `test('one', { skip: 'no network' }, () => {});`,
    '0 passed, 0 failed, 1 skipped',
    'no network',
  ],
  ['fails', `test('one', () => { throw new Error('seven'); });`, '0 passed, 1 failed, 0 skipped', 'seven'],
  [
    'fails inside a suite: counted once',
    `describe('a', () => { test('b', () => { throw new Error('eight'); }); test('c', () => {}); });`,
    '1 passed, 1 failed, 0 skipped',
    'a › b',
  ],
  ['cannot be loaded', `import './absent.ts';`, '0 passed, 1 failed, 0 skipped', 'absent.ts'],
  ['ends early', `test('one', () => { process.exit(3); });`, '0 passed, 1 failed, 0 skipped', 'exit code 3'],
  ['holds no test', `export {};`, '0 passed, 1 failed, 0 skipped', 'holds no test'],
  [
    'hangs',
    `test('one', () => {}); test('stuck', async () => { ${never} });`,
    '1 passed, 1 failed, 0 skipped',
    'last test begun: stuck',
  ],
  [
    'leaves a process behind',
    `${leaveBehind} test('one', () => {});`,
    '1 passed, 1 failed, 0 skipped',
    'left running: sleep 600',
  ],
] as const) {
  test(`test runner: a file that ${title}`, async () => {
    const file = join(folder, `${title.replaceAll(/\W+/g, '-')}.ts`);
    writeFileSync(file, `// timeout: 2 s\nimport { describe, test } from 'node:test';\n${source}\n`);
    const outcomes = await runTestFile(file, `${file}-folder`, new AbortController().signal);
    assert.equal(closingLine(outcomes), closing);
    assert.match(JSON.stringify(outcomes), new RegExp(detail));
  });
}
