import assert from 'node:assert/strict';
import { test } from 'node:test';
import { similarity } from './similarity.ts';

// a                          b                        at least   at most
for (const [a, b, min, max] of [
  ['杭州茶语有限公司', '杭州茶语', 1, 1],
  ['ＡＢＣ Co., Ltd.', 'abc', 1, 1],
  ['株式会社山田商店', '山田商店', 1, 1],
  ['杭州茶语餐饮管理有限公司', '杭州茶语', 0.7, 0.95],
  ['上海云杉贸易有限公司', '上海云杉商贸有限公司', 0.5, 0.95],
  ['C001', 'C-001', 1, 1],
  ['C001', 'C002', 0.5, 0.9],
  ['北京大学', '南京大学', 0.4, 0.8],
  ['红', '蓝', 0, 0],
  ['', '蓝', 0, 0],
  ['有限公司', '有限公司', 0, 0],
] as const) {
  test(`alike: ${a} ~ ${b} is ${min}–${max}`, () => {
    const found = similarity(a, b);
    assert.ok(found >= min && found <= max, String(found));
    assert.equal(found, similarity(b, a));
  });
}
