import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startsLike } from './pinyin-initials.ts';

// name                typed    found
for (const [name, typed, found] of [
  ['银行存款', 'yhck', true],
  ['银行存款', 'YHCK', true],
  ['银行存款', 'yxck', true],
  ['银行存款', 'ck', true],
  ['应收账款', 'yszk', true],
  ['应交税费', 'yjsf', true],
  ['主营业务收入', 'zyyw', true],
  ['库存现金', 'kcxj', true],
  ['固定资产', 'gdzc', true],
  ['会计差错', 'kjcc', true],
  ['应付职工薪酬', 'yfzgxc', true],
  ['税金及附加', 'sjjfj', true],
  ['其他货币资金', 'qthb', true],
  ['以前年度损益调整', 'yqnd', true],
  ['银行存款', 'zyyw', false],
  ['银行存款', 'y', false],
  ['银行存款', '存款', false],
] as const) {
  test(`pinyin: ${typed} ${found ? 'finds' : 'does not find'} ${name}`, () => {
    assert.equal(startsLike(name, typed), found);
  });
}
