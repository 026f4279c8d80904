import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sayIn } from '#console/words/say.ts';
import { kindOf, triggerInWords } from './trigger-text.ts';
import { words } from './words.ts';

for (const [trigger, zh, en] of [
  [{ poll: { every: '5m' } }, '每 5 分钟采集一次', 'Every 5 min'],
  [{ poll: { every: '2h' } }, '每 2 小时采集一次', 'Every 2 h'],
  [{ cron: '0 2 * * *' }, '定时：0 2 * * *', 'Timed: 0 2 * * *'],
  [{ webhook: true }, '对方通知时', 'When the source calls'],
  [{ folder: { path: '/in' } }, '文件放入文件夹时', 'When a file is dropped'],
  [{ manual: true }, '手动', 'By hand'],
  [null, '未设置', 'Not set'],
] as const) {
  test(`trigger: ${JSON.stringify(trigger)} is ${en}`, () => {
    assert.equal(triggerInWords(trigger, sayIn(words, 'zh')), zh);
    assert.equal(triggerInWords(trigger, sayIn(words, 'en')), en);
  });
}

test('trigger: its kind', () => {
  assert.equal(kindOf({ api: true }), 'api');
  assert.equal(kindOf(undefined), null);
});
