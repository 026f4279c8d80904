import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formValues, settingsToSend, tellingSettings } from './settings-shown.ts';

const title = { zh: '', en: '', ja: '' };
const settings = [
  { name: 'url', type: 'url', title, required: true },
  { name: 'token', type: 'secret', title, required: true },
  { name: 'size', type: 'number', title, required: false, default: 250 },
];
const before = { url: 'https://a.test', token: '***', size: 250 };

test('settings: a form never begins with a secret, not even with its mask', () => {
  assert.deepEqual(formValues(settings, before), { url: 'https://a.test', size: 250 });
});

for (const [what, typed, sent] of [
  [
    'nothing typed keeps the secret',
    { url: 'https://a.test', token: '' },
    { url: 'https://a.test', token: '***' },
  ],
  ['a new secret is sent', { url: 'https://b.test', token: 'new' }, { url: 'https://b.test', token: 'new' }],
  ['an emptied field is left out', { url: '', size: 100 }, { size: 100, token: '***' }],
] as const) {
  test(`settings: ${what}`, () => assert.deepEqual(settingsToSend(settings, before, typed), sent));
}

test('settings: those at their usual value say nothing', () => {
  assert.deepEqual(
    tellingSettings(settings, before).map(({ name }) => name),
    ['url', 'token'],
  );
});
