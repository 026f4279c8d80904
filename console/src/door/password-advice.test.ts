import assert from 'node:assert/strict';
import { test } from 'node:test';
import { adviseOnPassword } from './password-advice.ts';

// password, login → advice
for (const [password, login, kind] of [
  ['short', '', 'strengthShort'],
  ['十二个汉字才够长的密码', '', 'strengthShort'],
  ['十二个汉字就够长了的密码', '', 'strengthFair'],
  ['aaaaaaaaaaaaaa', '', 'strengthPlain'],
  ['my-li.na-password', 'li.na@shop.example', 'strengthLogin'],
  ['orbit kettle 42', 'li.na', 'strengthFair'],
  ['orbit kettle lantern 42', 'li.na', 'strengthGood'],
] as const) {
  test(`password: ${password} of ${login || 'somebody'} is ${kind}`, () => {
    assert.equal(adviseOnPassword(password, login).kind, kind);
  });
}
