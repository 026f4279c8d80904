import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isCommonPassword } from './common-passwords.ts';

for (const [password, isCommon] of [
  ['123456789012', true],
  ['qwertyuiop12', true],
  ['administrator', true],
  ['1qaz2wsx3edc', true],
  ['PASSWORDpassword', true],
  ['correct horse battery staple', false],
  ['山高月小水落石出清风徐来', false],
] as const) {
  test(`common password: ${password} → ${isCommon}`, async () => {
    assert.equal(await isCommonPassword(password, 12), isCommon);
  });
}
