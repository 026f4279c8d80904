import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forgingIssuer } from '#access/sign-on/testing/forging-issuer.ts';
import { somebody } from '#api/testing/people-at-work.ts';
import { type Groups, leaveFor, providerAt, signOnAt } from '#api/testing/sign-on-journey.ts';
import { TestBrowser } from '#api/testing/test-browser.ts';
import { type TestHub, testHub } from '#api/testing/test-hub.ts';
import { textAt, valueAt } from '#connectors/kit/json.ts';
import { readAuditChain } from '#storage/audit-log.ts';
import { findPersonByLogin } from '#storage/people.ts';

const groups = (): Groups => ({ 'li.na': ['bookkeepers'], 'wang.fang': ['readers'], nobody: ['others'] });

test('sign-on: the first time makes a person with the roles of their groups; strong roles take a second factor of ours', async (t) => {
  const hub = await testHub(t);
  await providerAt({ hub, ending: t }, { code: 'corp', groups: groups() });
  const listed = await new TestBrowser(hub).send('GET', '/sign-on', undefined, { 'accept-language': 'en' });
  assert.deepEqual(valueAt(listed.body, 'items'), [{ code: 'corp', kind: 'oidc', title: 'Company account' }]);

  const reader = await signOnAt(hub, 'corp', { login: 'wang.fang', next: '/records?state=held' });
  assert.equal(reader.location, '/records?state=held');
  const session = await reader.browser.send('GET', '/session');
  assert.equal(textAt(session.body, 'state'), 'complete');
  assert.deepEqual(valueAt(session.body, 'person', 'source'), 'corp');
  assert.equal(await reader.browser.tell('GET', '/books/demo/vouchers'), '200');

  const strong = await signOnAt(hub, 'corp');
  assert.equal(await strong.browser.tell('GET', '/session'), '200 set-up-second-factor');
  assert.equal(await strong.browser.tell('GET', '/books/demo/vouchers'), '401 second_factor_required');
  assert.deepEqual(await grantsOf(hub, 'li.na'), ['accountant demo sign-on:corp']);
});

test('sign-on: each time brings what groups grant up to date, and leaves alone what was given by hand', async (t) => {
  const hub = await testHub(t);
  const now = groups();
  await providerAt({ hub, ending: t }, { code: 'corp', groups: now });
  await signOnAt(hub, 'corp');
  const person = await personOf(hub, 'li.na');
  const byHand = { principal: { kind: 'person', id: person }, role: 'employee' };
  assert.equal((await hub.ask('POST', '/api/v1/grants', { body: byHand })).status, 201);

  now['li.na'] = ['readers'];
  assert.equal((await signOnAt(hub, 'corp')).location, '/');
  assert.deepEqual(await grantsOf(hub, 'li.na'), ['auditor * sign-on:corp', 'employee * given']);
  now['li.na'] = [];
  assert.equal((await signOnAt(hub, 'corp')).location, '/');
  assert.deepEqual(await grantsOf(hub, 'li.na'), ['employee * given']);
  assert.equal(await personOf(hub, 'li.na'), person);
});

test('sign-on: groups that would break a duty do not', async (t) => {
  const hub = await testHub(t);
  await providerAt({ hub, ending: t }, { code: 'corp', groups: { 'li.na': ['cash', 'bookkeepers'] } });
  await signOnAt(hub, 'corp');
  // Mappings decide in their order: the ledger came first.
  assert.deepEqual(await grantsOf(hub, 'li.na'), ['accountant demo sign-on:corp']);
  assert.match(await auditText(hub), /grant\.take.*cash-ledger/);
});

test('sign-on: whoever has no role is refused with a way out, and leaves nobody behind', async (t) => {
  const hub = await testHub(t);
  const now = groups();
  await providerAt({ hub, ending: t }, { code: 'corp', groups: now });
  const { location, browser } = await signOnAt(hub, 'corp', { login: 'nobody' });
  assert.equal(location, '/sign-in?problem=sign_on_no_role');
  assert.equal(await browser.tell('GET', '/session'), '401 unauthorized');
  assert.equal(await findPersonByLogin(hub.database, 'nobody'), null);
  // Somebody who had one and lost it: the grant is gone although they were refused.
  await signOnAt(hub, 'corp');
  now['li.na'] = ['others'];
  assert.equal((await signOnAt(hub, 'corp')).location, '/sign-in?problem=sign_on_no_role');
  assert.deepEqual(await grantsOf(hub, 'li.na'), []);
});

test('sign-on: who is disabled here stays out, whatever the provider says', async (t) => {
  const hub = await testHub(t);
  await providerAt({ hub, ending: t }, { code: 'corp', groups: groups() });
  const { browser } = await signOnAt(hub, 'corp', { login: 'wang.fang' });
  const path = `/api/v1/people/${await personOf(hub, 'wang.fang')}`;
  assert.equal((await hub.ask('PATCH', path, { body: { state: 'disabled' } })).status, 200);
  assert.equal(await browser.tell('GET', '/session'), '401 unauthorized');
  const again = await signOnAt(hub, 'corp', { login: 'wang.fang' });
  assert.equal(again.location, '/sign-in?problem=sign_on_person_disabled');
});

test('sign-on: a login that is taken ties nothing (ASVS v5.0.0-6.8.1)', async (t) => {
  const hub = await testHub(t);
  const local = await somebody(hub, 'li.na', ['system-admin']);
  for (const code of ['corp', 'other']) {
    await providerAt({ hub, ending: t }, { code, groups: groups() });
    await signOnAt(hub, code);
    const made = await findPersonByLogin(hub.database, `li.na@${code}`);
    assert.ok(made && made.person_id !== local.person_id);
  }
  assert.deepEqual(await grantsOf(hub, 'li.na'), ['system-admin * given']);
  // Until an administrator ties it, by the subject and nothing else.
  await providerAt({ hub, ending: t }, { code: 'third', groups: groups() });
  const tie = { provider: 'third', subject: 'li.na' };
  const path = `/api/v1/people/${local.person_id}/identities`;
  assert.equal((await hub.ask('POST', path, { body: tie })).status, 201);
  assert.equal((await hub.ask('POST', path, { body: tie })).status, 409);
  const { browser } = await signOnAt(hub, 'third');
  const session = await browser.send('GET', '/session');
  assert.equal(valueAt(session.body, 'person', 'login'), 'li.na');
  const [identity] = items((await hub.ask('GET', path)).body);
  const gone = await hub.ask('DELETE', `${path}/${textAt(identity, 'id')}`);
  assert.equal(gone.status, 204);
  assert.equal(await browser.tell('GET', '/session'), '401 unauthorized');
});

test('sign-on: a provider that is pointed at another issuer knows nobody any more', async (t) => {
  const hub = await testHub(t);
  await providerAt({ hub, ending: t }, { code: 'corp', groups: groups() });
  const other = await providerAt({ hub, ending: t }, { code: 'other', groups: groups() });
  await signOnAt(hub, 'corp', { login: 'wang.fang' });
  const path = '/api/v1/sign-on-providers/corp';
  const {
    code: _,
    kind: __,
    redirectUri: ___,
    identities: ____,
    ...facts
  } = record((await hub.ask('GET', path)).body);
  const settings = { ...record(facts.settings), issuer: other.url };
  // The secret was meant for another place.
  const kept = await hub.ask('PUT', path, { body: { ...facts, settings } });
  assert.equal(kept.status, 422);
  assert.equal(textAt(kept.body, 'at'), 'body.settings.clientSecret');
  const moved = { ...facts, settings: { ...settings, clientSecret: 'a secret of this test' } };
  assert.equal((await hub.ask('PUT', path, { body: moved })).status, 200);
  // That issuer leads back to `other` only, so ask as what the same subject would be: somebody else.
  assert.equal((await signOnAt(hub, 'other', { login: 'wang.fang' })).location, '/');
  assert.ok(await findPersonByLogin(hub.database, 'wang.fang@other'));
});

// What comes back, and to whom.
test('sign-on: what another browser began, what was used, and what is too old, is worth nothing', async (t) => {
  const hub = await testHub(t);
  await providerAt({ hub, ending: t }, { code: 'corp', groups: groups() });
  await providerAt({ hub, ending: t }, { code: 'other', groups: groups() });
  const expired = '/sign-in?problem=sign_on_expired';
  const comeBack = async (browser: TestBrowser, path: string) =>
    String((await browser.send('GET', path)).headers.location);

  const mine = await leaveFor(hub, 'corp');
  assert.equal(await comeBack(new TestBrowser(hub), mine.path), expired, 'no cookie');
  assert.equal(await comeBack(mine.browser, mine.path), expired, 'the first who came back used it up');
  const theirs = await leaveFor(hub, 'corp');
  const victim = await leaveFor(hub, 'corp');
  assert.equal(await comeBack(victim.browser, theirs.path), expired, "another browser's");
  assert.equal(
    await comeBack(victim.browser, victim.path.replace('corp', 'other')),
    expired,
    'another provider',
  );
  const used = await leaveFor(hub, 'corp');
  assert.equal(await comeBack(used.browser, used.path), '/');
  assert.equal(await comeBack(used.browser, used.path), expired, 'twice');
  const late = await leaveFor(hub, 'corp');
  hub.pass(10 * 60_000);
  assert.equal(await comeBack(late.browser, late.path), expired, 'too late');
  for (const query of ['', '?state=x', '?code=x&state=x', '?state=x&state=y']) {
    const { status } = await used.browser.send('GET', `/sign-on/corp/callback${query}`);
    assert.ok(status === 303 || status === 400, query);
  }
});

test('sign-on: only a page of ours is led to', async (t) => {
  const hub = await testHub(t);
  await providerAt({ hub, ending: t }, { code: 'corp', groups: groups() });
  for (const next of [
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/a\r\nb',
  ]) {
    assert.equal((await signOnAt(hub, 'corp', { next })).location, '/', next);
  }
});

test('sign-on: a second factor shown elsewhere counts where that is trusted, and said each time', async (t) => {
  const hub = await testHub(t);
  const issuer = await forgingIssuer(t, 'tongzhang');
  const settings = { issuer: issuer.url, clientId: 'tongzhang' };
  for (const trusted of [true, false]) {
    const facts = { settings, trustsSecondFactor: trusted };
    await providerAt({ hub, ending: t }, { code: trusted ? 'trusted' : 'other', groups: {}, ...facts });
  }
  // provider, amr, what the session lacks
  for (const [code, amr, state] of [
    ['trusted', ['pwd', 'mfa'], 'complete'],
    ['trusted', ['pwd'], 'set-up-second-factor'],
    ['other', ['pwd', 'mfa'], 'set-up-second-factor'],
  ] as const) {
    const browser = new TestBrowser(hub);
    issuer.forge('', {});
    const left = await browser.send('GET', `/sign-on/${code}/start`);
    const { searchParams } = new URL(String(left.headers.location));
    issuer.forge(searchParams.get('nonce') ?? '', { claims: { amr, groups: ['bookkeepers'] } });
    await browser.send('GET', `/sign-on/${code}/callback?code=any&state=${searchParams.get('state')}`);
    assert.equal(await browser.tell('GET', '/session'), `200 ${state}`, `${code} ${amr}`);
  }
});

test('sign-on: refusals are in the audit log with their reason; no secret is', async (t) => {
  const hub = await testHub(t);
  await providerAt({ hub, ending: t }, { code: 'corp', groups: groups() });
  await signOnAt(hub, 'corp', { login: 'nobody' });
  const text = await auditText(hub);
  assert.match(text, /sign-on\.make.*sign-on\.refuse.*sign_on_no_role/);
  assert.doesNotMatch(text, /a secret of this test/);
});

test('sign-on: a provider that cannot be reached, or is not there, leads back to the sign-in page', async (t) => {
  const hub = await testHub(t);
  const issuer = await providerAt({ hub, ending: t }, { code: 'corp', groups: groups() });
  await issuer.close();
  const browser = new TestBrowser(hub);
  for (const [code, problem] of [
    ['corp', 'sign_on_unreachable'],
    ['none', 'sign_on_unknown'],
  ]) {
    const answer = await browser.send('GET', `/sign-on/${code}/start`);
    assert.equal(answer.headers.location, `/sign-in?problem=${problem}`);
  }
});

async function personOf({ database }: TestHub, login: string): Promise<string> {
  return String((await findPersonByLogin(database, login))?.person_id);
}

async function grantsOf(hub: TestHub, login: string): Promise<string[]> {
  const { body } = await hub.ask('GET', `/api/v1/grants?person=${await personOf(hub, login)}`);
  return items(body)
    .map((grant) => `${textAt(grant, 'role')} ${valueAt(grant, 'books') ?? '*'} ${textAt(grant, 'origin')}`)
    .sort();
}

async function auditText({ database }: TestHub): Promise<string> {
  const entries = await readAuditChain(database, { after: 0n, limit: 1_000 });
  return entries
    .map(({ actor, action, subject, details }) => [actor, action, subject, details].join(' '))
    .join(' ; ');
}

function items(body: unknown): unknown[] {
  const found = valueAt(body, 'items');
  assert.ok(Array.isArray(found));
  return found;
}

function record(value: unknown): Record<string, unknown> {
  assert.ok(typeof value === 'object' && value !== null);
  return { ...value };
}
