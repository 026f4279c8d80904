import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { ACTION_SENTENCES } from './action-words.ts';
import { tellEntry } from './tell-entry.ts';

const src = join(import.meta.dirname, '../../../../src');
const ACTION = /^[a-z-]+(\.[a-z-]+)?$/;

/** Actions the product writes: those of its source in one piece, and those its own test of coverage names. */
function writtenActions(): string[] {
  const files = globSync('**/*.ts', { cwd: src }).filter((path) => !/test|simulator/.test(path));
  const audits = files
    .map((path) => readFileSync(join(src, path), 'utf8'))
    .filter((text) => text.includes('audit('))
    .flatMap((text) => [...text.matchAll(/action: [^,\n]*/g)].flatMap(([line]) => quotedIn(line)));
  const coverage = readFileSync(join(src, 'api/audit/coverage.test.ts'), 'utf8');
  const leaves = [...coverage.matchAll(/^ {2}'[A-Z]+ [^']+': '([^'(][^']*)'/gm)].flatMap(([, text = '']) =>
    text.split(' '),
  );
  return [...new Set([...audits, ...leaves])].filter((action) => ACTION.test(action));
}

/** `closed` in `to === 'closed' ? …` is no action. */
function quotedIn(line: string): string[] {
  return [...line.matchAll(/'([^']+)'/g)]
    .map(([, action = '']) => action)
    .filter((action) => action.includes('.') || action === 'export' || action === 'restore');
}

test('audit: every action that is written has its sentence', () => {
  const written = writtenActions();
  assert.ok(written.length > 60, `only ${written.length} were found`);
  const untold = written.filter((action) => !(action in ACTION_SENTENCES));
  assert.deepEqual(untold, [], 'say it in console/src/pages/audit/action-words.ts');
});

test('audit: the same is said in every language', () => {
  for (const [action, text] of Object.entries(ACTION_SENTENCES)) {
    const named = Object.values(text).map((one) =>
      [...one.matchAll(/\{\w+\}/g)].map(String).toSorted().join(),
    );
    assert.equal(new Set(named).size, 1, action);
  }
});

const given = {
  ...{ actor: 'person:li.na', actorName: '李娜', action: 'grant.give', subject: 'person:3' },
  ...{ subjectName: '王芳', details: { role: 'cashier' } },
};

for (const [more, expected] of [
  [{}, '李娜 授予 王芳 角色“出纳”'],
  [{ subjectName: null }, '李娜 授予 3 角色“出纳”'],
  [{ action: 'session.open', details: { ip: '10.0.0.7' } }, '李娜 登录（10.0.0.7）'],
  [{ action: 'session.open', details: {} }, '李娜 登录（—）'],
  [{ actor: 'cli:root', actorName: null, action: 'restore', details: {} }, '命令行（root） 从备份恢复了数据'],
  [{ action: 'role.save', subject: 'role:cashier', subjectName: null }, '李娜 保存了角色 出纳'],
  [{ action: 'link.make', subject: 'set-up' }, '李娜 生成了初次设置的链接'],
  [{ action: 'new.thing', subject: 'x:1' }, '李娜: new.thing x:1'],
] as const) {
  test(`audit: ${expected}`, () => {
    const roleName = (code: string) => (code === 'cashier' ? '出纳' : code);
    assert.equal(tellEntry({ ...given, ...more }, { language: 'zh', roleName }), expected);
  });
}
