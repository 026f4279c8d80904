import assert from 'node:assert/strict';
import { test } from 'node:test';
import { thingName } from './thing-names.ts';

// code, language → what the reader sees
for (const [code, language, name] of [
  ['refund', 'zh', '退款'],
  ['refund', 'ja', '返金'],
  ['customer', 'zh', '客户'],
  ['flow version', 'zh', '流程版本'],
  ['tea-receipt', 'zh', 'tea-receipt'],
  ['constructor', 'en', 'constructor'],
] as const) {
  test(`things: ${code} is called ${name} (${language})`, () => {
    assert.equal(thingName(code, language), name);
  });
}
