import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Secret, TOTP } from 'otpauth';
import { insertPerson } from '#storage/people.ts';
import { freshDatabase } from '#storage/testing/fresh-database.ts';
import { beginTotp, confirmTotpCode, takeTotpCode } from './totp.ts';

const box = {
  seal: (plain: object) => Buffer.from(JSON.stringify(plain)).map((byte) => byte ^ 0xff),
  open: (sealed: Uint8Array) => JSON.parse(Buffer.from(sealed.map((byte) => byte ^ 0xff)).toString()),
};
const START = Date.parse('2026-03-15T08:00:10Z');

test('codes: thirty seconds, one step either way, each once, and in order', async (t) => {
  const database = await freshDatabase(t);
  const facts = { login: 'li.na', name: '李娜', email: null, language: 'zh', passwordHash: null } as const;
  const person = await insertPerson(database, { ...facts, state: 'active', source: 'local' });
  assert.ok(person);
  const personId = person.person_id;
  const { secret, uri } = await database.transaction((tx) => beginTotp(tx, person, box));
  assert.match(uri, /^otpauth:\/\/totp\/Tongzhang:li\.na\?issuer=Tongzhang&secret=[A-Z2-7]{32}&/);
  const totp = new TOTP({ secret: Secret.fromBase32(secret) });
  const codeAt = (second: number) => totp.generate({ timestamp: START + second * 1_000 });
  const shown = (codeOf: number, at: number) => ({
    personId,
    code: codeAt(codeOf),
    now: new Date(START + at * 1_000),
  });
  const take = (codeOf: number, at: number) =>
    database.transaction((tx) => takeTotpCode(tx, shown(codeOf, at), box));

  assert.equal(await take(0, 0), false, 'not in use before it is confirmed');
  assert.equal(await database.transaction((tx) => confirmTotpCode(tx, shown(300, 0), box)), false);
  assert.equal(await database.transaction((tx) => confirmTotpCode(tx, shown(0, 0), box)), true);
  const stored = await database.query('select secret from totp_secrets');
  assert.doesNotMatch(JSON.stringify(stored), new RegExp(secret));

  for (const [codeOf, at, isRight, why] of [
    [0, 0, false, 'it was used to confirm'],
    [60, 0, false, 'two steps ahead'],
    [30, 0, true, 'a clock that is 30 seconds fast'],
    [30, 30, false, 'used'],
    [60, 90, true, 'a clock that is 30 seconds slow'],
    [30, 60, false, 'older than one that was used'],
    [90, 150, false, 'two steps behind'],
    [150, 150, true, 'right'],
  ] as const) {
    assert.equal(await take(codeOf, at), isRight, `code of second ${codeOf} at second ${at}: ${why}`);
  }

  const twice = await Promise.all([take(300, 300), take(300, 300), take(300, 300)]);
  assert.deepEqual(twice.filter(Boolean).length, 1, 'of several at once one is right');
});
