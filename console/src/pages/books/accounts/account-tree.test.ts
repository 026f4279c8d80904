import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type AccountNode, accountTree } from './account-tree.ts';

const account = (code: string, zh: string, parentCode: string | null, kind: 'asset' | 'liability') => ({
  code,
  name: { zh, en: zh, ja: zh },
  parentCode,
  class: kind,
  side: 'debit' as const,
  isLeaf: true,
});
const CHART = [
  account('2221', '应交税费', null, 'liability'),
  account('2221.01', '应交增值税', '2221', 'liability'),
  account('1002', '银行存款', null, 'asset'),
  account('1122', '应收账款', null, 'asset'),
];
const show = (nodes: readonly AccountNode[]): string =>
  nodes.map(({ code, children }) => (children ? `${code}(${show(children)})` : code)).join(' ');

// typed         class        tree
for (const [text, kind, tree] of [
  ['', null, '1002 1122 2221(2221.01)'],
  ['增值税', null, '2221(2221.01)'],
  ['2221', null, '2221(2221.01)'],
  ['yhck', null, '1002'],
  ['ys', 'asset', '1122'],
  ['', 'asset', '1002 1122'],
  ['无此科目', null, ''],
] as const) {
  test(`chart: ${text || '–'} ${kind ?? ''} → ${tree || 'nothing'}`, () => {
    assert.equal(show(accountTree(CHART, { text, class: kind })), tree);
  });
}
