import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hashNewPassword, isPassword } from './passwords.ts';

const owner = { login: 'li.na@example.com', name: '李娜' };

for (const [name, password, told] of [
  ['eleven characters', 'quiet stone', 'password_short'],
  ['twelve of them', 'quiet stones', 'accepted'],
  ['twelve Chinese characters', '山高月小水落石出清风徐来', 'accepted'],
  ['no composition rules', 'onlylowercaseletters', 'accepted'],
  ['spaces count', '            q1w2e3', 'accepted'],
  ['emoji are one character each', '🦊🐢🦉🐝🐳🦔🐙🦩🐸🦋🐞', 'password_short'],
  ['65 characters', `${'ab3 '.repeat(16)}z`, 'accepted'],
  ['256 characters', `${'quiet stones '.repeat(19)}123456789`, 'accepted'],
  ['257 characters', `${'quiet stones '.repeat(19)}1234567890`, 'password_long'],
  ['a common one', 'password1234', 'password_common'],
  ['in other letters', 'PassWord1234', 'password_common'],
  ['in full-width letters', 'ｐａｓｓｗｏｒｄ１２３４', 'password_common'],
  ['a common one of 15 characters', 'qazwsxedcrfvtgb', 'password_common'],
  ['four different characters', 'abcdabcdabcdabcd', 'password_common'],
  ['the login', 'li.na@example.com', 'password_is_name'],
  ['the login and a year', 'Li.Na@example.com2026', 'password_is_name'],
  ['name and product', '李娜li.na通账TongZhang', 'password_is_name'],
  ['the product, and something of one’s own', 'tongzhang quiet stones', 'accepted'],
] as const) {
  test(`password: ${name} → ${told}`, async () => {
    const outcome = await hashNewPassword(password, owner);
    assert.equal(outcome.ok ? 'accepted' : outcome.refusal.code, told);
  });
}

test('password: argon2id with 19 MiB, two passes, one lane; right is right, however it was composed', async () => {
  const outcome = await hashNewPassword('crème brûlée à midi', owner);
  assert.ok(outcome.ok);
  assert.match(outcome.value, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  assert.equal(await isPassword('crème brûlée à midi'.normalize('NFD'), outcome.value), true);
  assert.equal(await isPassword('Crème brûlée à midi', outcome.value), false);
});

test('password: where there is none, every try is wrong and takes as long', async () => {
  const outcome = await hashNewPassword('quiet stones', owner);
  assert.ok(outcome.ok);
  const hashed = outcome.value;
  const msOf = async (against: string | null) => {
    const startedAt = performance.now();
    assert.equal(await isPassword('not the one at all', against), false);
    return performance.now() - startedAt;
  };
  const [known, unknown]: number[][] = [[], []];
  for (let i = 0; i < 9; i++) {
    known!.push(await msOf(hashed));
    unknown!.push(await msOf(null));
  }
  const median = (values: number[]) => values.toSorted((a, b) => a - b)[4]!;
  const ratio = median(unknown!) / median(known!);
  assert.ok(ratio > 0.5 && ratio < 2, `unknown takes ${ratio.toFixed(2)} times as long`);
});
