import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Language } from '#core/trouble/message.ts';
import { defineWords } from './define-words.ts';
import { formatAgo, formatLength, formatMoment, formatShare, groupDigits } from './format.ts';
import { sayIn } from './say.ts';

const words = defineWords({
  plain: { zh: '完成', en: 'Done', ja: '完了' },
  counted: { zh: '{n} 笔，{who}', en: '{who}: {n}', ja: '{n} 件、{who}' },
});

for (const [language, expected] of [
  ['zh', '12,345 笔，李娜'],
  ['en', '李娜: 12,345'],
  ['ja', '12,345 件、李娜'],
] as const satisfies readonly (readonly [Language, string])[]) {
  test(`say: parameters in ${language}`, () => {
    assert.equal(sayIn(words, language)('counted', { n: 12_345, who: '李娜' }), expected);
  });
}

test('say: a text without parameters', () => {
  assert.equal(sayIn(words, 'en')('plain'), 'Done');
});

// Every digit of an amount stays, however long it is.
for (const [amount, expected] of [
  ['0.00', '0.00'],
  ['999', '999'],
  ['1000', '1,000'],
  ['-1234567.80', '-1,234,567.80'],
  ['123456789012345678.901234', '123,456,789,012,345,678.901234'],
] as const) {
  test(`format: ${amount} → ${expected}`, () => assert.equal(groupDigits(amount), expected));
}

const now = new Date('2026-03-15T08:00:00Z');
for (const [iso, expected] of [
  ['2026-03-15T07:59:30Z', '30秒钟前'],
  ['2026-03-15T07:40:00Z', '20分钟前'],
  ['2026-03-15T05:00:00Z', '3小时前'],
  ['2026-03-13T08:00:00Z', '前天'],
  ['2026-03-15T08:05:00Z', '5分钟后'],
] as const) {
  test(`format: ${iso} is ${expected}`, () => assert.equal(formatAgo(iso, now, 'zh'), expected));
}

for (const [ms, expected] of [
  [0, '0毫秒'],
  [840, '840毫秒'],
  [1_834, '1.83秒'],
  [90_000, '1.5分钟'],
] as const) {
  test(`format: ${ms} ms is ${expected}`, () => assert.equal(formatLength(ms, 'zh'), expected));
}

test('format: a moment to the minute and to the second, and a share', () => {
  assert.match(formatMoment('2026-03-15T08:00:05Z'), /^2026-03-1[56] \d\d:00$/);
  assert.match(formatMoment('2026-03-15T08:00:05Z', true), /:00:05$/);
  assert.equal(formatShare(0.9731, 'zh'), '97.3%');
});
