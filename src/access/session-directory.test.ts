import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { type Database, openDatabase } from '#storage/database.ts';
import { insertPerson, savePerson } from '#storage/people.ts';
import { deleteSessions } from '#storage/person-sessions.ts';
import { freshDatabaseUrl } from '#storage/testing/fresh-database.ts';
import type { Caller } from './caller.ts';
import { giveGrant } from './give-grant.ts';
import { SessionDirectory } from './session-directory.ts';
import { lackOf, openSession } from './sessions.ts';

for (const [factors, hasSecondFactor, needsSecondFactor, lacks] of [
  [['password'], false, false, 'nothing'],
  [['password'], false, true, 'set-up-second-factor'],
  [['password'], true, false, 'second-factor'],
  [['password'], true, true, 'second-factor'],
  [['outside'], false, true, 'set-up-second-factor'],
  [['outside', 'outside-second-factor'], false, true, 'nothing'],
  [['password', 'totp'], true, true, 'nothing'],
  [['password', 'recovery-code'], true, true, 'nothing'],
  [['passkey'], true, true, 'nothing'],
] as const) {
  test(`session of ${factors.join(' + ')}, has one: ${hasSecondFactor}, must: ${needsSecondFactor} → lacks ${lacks}`, () => {
    assert.equal(lackOf({ factors, hasSecondFactor, needsSecondFactor }), lacks);
  });
}

const LIMITS = { idleMs: 1_800_000, absoluteMs: 43_200_000 };

async function twoProcesses(t: TestContext) {
  const url = await freshDatabaseUrl(t);
  const [ours, theirs] = [openDatabase({ url }), openDatabase({ url })];
  const directory = new SessionDirectory({ database: ours, now: () => new Date(), limits: LIMITS });
  t.after(() => directory.close());
  t.after(() => ours.close());
  t.after(() => theirs.close());
  const facts = { login: 'li.na', name: '李娜', email: null, language: 'zh', passwordHash: null } as const;
  const person = await insertPerson(theirs, { ...facts, state: 'active', source: 'local' });
  assert.ok(person);
  const personId = person.person_id;
  const open = () => callerWithSession(theirs, personId);
  return { directory, theirs, personId, open };
}

async function callerWithSession(database: Database, personId: number): Promise<Caller> {
  const opening = {
    personId,
    factors: ['password'],
    ip: '192.0.2.1',
    userAgent: 'x\u0000\ny',
    now: new Date(),
  } as const;
  const { token, session } = await database.transaction((tx) => openSession(tx, opening));
  assert.equal(session.user_agent, 'xy');
  const origin = 'http://localhost:7070';
  const headers = { cookie: `tongzhang=${token}` };
  return { method: 'GET', path: '/', origin, headers, ip: '192.0.2.1', certificate: null };
}

/** Waits until it is so; gives how long that took. */
async function until(isSo: () => Promise<boolean>): Promise<number> {
  const startedAt = performance.now();
  while (!(await isSo())) {
    assert.ok(performance.now() - startedAt < 5_000, 'in five seconds it was not so');
    await new Promise(setImmediate);
  }
  return performance.now() - startedAt;
}

test('sessions: what another process changes is heard within a second', async (t) => {
  const { directory, theirs, personId, open } = await twoProcesses(t);
  const principal = { kind: 'person', id: String(personId) } as const;

  const caller = await open();
  assert.equal((await directory.authenticate(caller))?.actor, 'person:li.na');
  await theirs.transaction((tx) => giveGrant(tx, { principal, role: 'auditor', by: 'test' }));
  const granted = await until(async () => (await directory.authenticate(caller))?.grants.length === 1);
  await theirs.transaction((tx) => deleteSessions(tx, personId));
  const ended = await until(async () => (await directory.authenticate(caller)) === null);
  const again = await open();
  assert.notEqual(await directory.authenticate(again), null);
  await savePerson(theirs, personId, { state: 'disabled' });
  const shut = await until(async () => (await directory.authenticate(again)) === null);
  assert.ok(Math.max(granted, ended, shut) < 1_000, `${granted} ${ended} ${shut}`);
});

test('sessions: cut off from the news, nothing is remembered for longer than a second', async (t) => {
  const { directory, theirs, personId, open } = await twoProcesses(t);
  const caller = await open();
  assert.notEqual(await directory.authenticate(caller), null);
  await theirs.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query in ('listen access_changed', 'select 1')",
  );
  await theirs.script('alter table sessions disable trigger told');
  await theirs.transaction((tx) => deleteSessions(tx, personId));
  assert.ok((await until(async () => (await directory.authenticate(caller)) === null)) < 2_000);
});
