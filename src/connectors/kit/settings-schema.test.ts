import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defineSettings } from './settings-schema.ts';

const title = { zh: '名', en: 'name', ja: '名' };
const schema = defineSettings(
  {
    baseUrl: { type: 'url', title, required: true },
    auth: { type: 'choice', title, choices: ['none', 'basic'], default: 'none' },
    password: { type: 'secret', title, required: true, when: { auth: 'basic' } },
    pageSize: { type: 'number', title, default: 100, min: 1, max: 200 },
    test: { type: 'boolean', title, default: false },
    words: { type: 'map', title, default: {} },
    kinds: { type: 'list', title },
  },
  (settings) =>
    settings.test && settings.pageSize > 150 ? { code: 'setting_invalid', at: 'pageSize' } : null,
);

test('settings: defaults are applied, text becomes typed, unknown names are dropped', () => {
  const parsed = schema.parse({
    baseUrl: 'https://x.example/',
    pageSize: '50',
    test: 'true',
    kinds: 'a, b',
    extra: 1,
  });
  assert.ok(parsed.ok);
  const typed: { baseUrl: string; auth: 'none' | 'basic'; password: string | null; pageSize: number } =
    parsed.value;
  assert.deepEqual(typed, {
    baseUrl: 'https://x.example/',
    auth: 'none',
    password: null,
    pageSize: 50,
    test: true,
    words: {},
    kinds: ['a', 'b'],
  });
});

const base = { baseUrl: 'https://x.example/' };
for (const [title, input, code, at] of [
  ['not an object', 7, 'setting_missing', 'baseUrl'],
  ['nothing', undefined, 'setting_missing', 'baseUrl'],
  ['bad url', { baseUrl: 'javascript:alert(1)' }, 'setting_invalid', 'baseUrl'],
  ['unknown choice', { ...base, auth: 'ntlm' }, 'setting_invalid', 'auth'],
  ['missing because of another setting', { ...base, auth: 'basic' }, 'setting_missing', 'password'],
  ['too large', { ...base, pageSize: 201 }, 'setting_invalid', 'pageSize'],
  ['not a number', { ...base, pageSize: 'many' }, 'setting_invalid', 'pageSize'],
  ['map of non-text', { ...base, words: { a: 1 } }, 'setting_invalid', 'words'],
  ['combination', { ...base, test: true, pageSize: 160 }, 'setting_invalid', 'pageSize'],
] as const) {
  test(`settings: ${title} → ${code} at ${at}`, () => {
    const parsed = schema.parse(input);
    assert.ok(!parsed.ok);
    assert.equal(parsed.refusal.code, code);
    assert.equal(parsed.refusal.at, at);
  });
}
