import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import {
  SEARCH_ACCOUNT,
  type TestDirectory,
  testDirectory,
  WITHOUT_SLAPD,
} from '#access/sign-on/testing/test-directory.ts';
import { limitedPrincipal } from '#api/testing/limited-principal.ts';
import { somebody } from '#api/testing/people-at-work.ts';
import { providerAt, signOnAt } from '#api/testing/sign-on-journey.ts';
import { TestBrowser } from '#api/testing/test-browser.ts';
import { type TestHub, testHub } from '#api/testing/test-hub.ts';
import { textAt, valueAt } from '#connectors/kit/json.ts';
import { readAuditChain } from '#storage/audit-log.ts';
import { findPersonByLogin } from '#storage/people.ts';

const PROVIDERS = '/api/v1/sign-on-providers';
const titles = { zh: '目录', en: 'Directory', ja: 'ディレクトリ' };
const facts = { titles, enabled: true, trustsSecondFactor: false, mappings: [] };

describe('sign-on by a directory', { skip: WITHOUT_SLAPD }, () => {
  let directory: TestDirectory;
  const endings: (() => Promise<void>)[] = [];
  before(async () => {
    directory = await testDirectory({ after: (work) => void endings.push(work) });
  });
  after(() => Promise.all(endings.map((end) => end())));

  test('ldap: signs on with the roles of the groups; wrong says what wrong always says', async (t) => {
    const hub = await hubWithDirectory(t);
    const browser = new TestBrowser(hub);
    const session = (login: string, password: string) =>
      browser.tell('POST', '/session', { login, password, provider: 'ldap' });
    assert.equal(await session('li.na', 'wrong'), '401 sign_in_refused');
    assert.equal(await session('nobody', 'wrong'), '401 sign_in_refused');
    assert.equal(await session('*', 'correct horse'), '401 sign_in_refused');
    assert.equal(await session('wang', 'wang secret'), '403 sign_on_no_role');
    assert.equal(await session('li.na', 'correct horse'), '200 set-up-second-factor');
    const person = await findPersonByLogin(hub.database, 'li.na');
    assert.equal(person?.source, 'ldap');
    const told = await browser.send('GET', '/session');
    assert.equal(valueAt(told.body, 'person', 'name'), '李娜');
    const text = (await readAuditChain(hub.database, { after: 0n, limit: 500 }))
      .map(({ details }) => details)
      .join();
    assert.match(text, /password \(49\).*unknown/);
    assert.doesNotMatch(text, /correct horse|wang secret|search secret/);
  });

  test('ldap: an account of ours with the same login is somebody else, and its password no key to the other', async (t) => {
    const hub = await hubWithDirectory(t);
    const local = await somebody(hub, 'li.na');
    const browser = new TestBrowser(hub);
    const asLdap = { login: 'li.na', password: 'correct horse', provider: 'ldap' };
    assert.equal(
      await browser.tell('POST', '/session', { ...asLdap, provider: undefined }),
      '401 sign_in_refused',
    );
    assert.equal(await browser.tell('POST', '/session', asLdap), '200 set-up-second-factor');
    const session = await browser.send('GET', '/session');
    assert.equal(valueAt(session.body, 'person', 'login'), 'li.na@ldap');
    assert.notEqual(valueAt(session.body, 'person', 'id'), String(local.person_id));
  });

  test('ldap: guesses are counted like guesses at passwords of ours', async (t) => {
    const hub = await hubWithDirectory(t);
    const browser = new TestBrowser(hub, { ip: '192.0.2.9' });
    const guess = () => browser.tell('POST', '/session', { login: 'li.na', password: 'x', provider: 'ldap' });
    const told = [];
    for (let tries = 0; tries < 7; tries += 1) told.push(await guess());
    assert.equal(told.at(-1), '429 too_many_tries');
  });

  test('ldap: the test button says which step fails, and why', async (t) => {
    const hub = await hubWithDirectory(t);
    // settings, what the first step that fails is called and says
    for (const [code, settings, failing] of [
      ['right', {}, null],
      ['password', { bindPassword: 'wrong' }, /Bind as .*bindDn/],
      ['authority', { ca: null }, /Encrypt .*(UNABLE|SELF_SIGNED)/],
      ['port', { url: 'ldap://127.0.0.1:1' }, /Reach .*ECONNREFUSED/],
      ['base', { userBase: 'ou=nowhere,dc=example,dc=org' }, /Find people .*LDAP 32/],
    ] as const) {
      await addDirectory(hub, code, settings);
      const { body } = await hub.ask('POST', `${PROVIDERS}/${code}/test`);
      const steps = valueAt(body, 'steps');
      assert.ok(Array.isArray(steps));
      const said = steps.map((step) => `${valueAt(step, 'title', 'en')} ${textAt(step, 'detail')}`);
      assert.equal(valueAt(body, 'ok'), failing === null, said.join('\n'));
      if (failing) assert.match(said.at(-1) ?? '', failing);
      else assert.equal(said.length, 5);
      assert.doesNotMatch(said.join(), /secret|wrong/);
    }
  });

  async function hubWithDirectory(t: Parameters<typeof testHub>[0]): Promise<TestHub> {
    const hub = await testHub(t);
    await addDirectory(hub, 'ldap', {});
    return hub;
  }

  async function addDirectory(hub: TestHub, code: string, more: object): Promise<void> {
    const settings = {
      ...SEARCH_ACCOUNT,
      url: directory.ldap,
      ca: directory.ca,
      userBase: 'ou=people,dc=example,dc=org',
      groupBase: 'ou=groups,dc=example,dc=org',
      ...more,
    };
    const mappings = [{ group: 'accountants', role: 'accountant', books: null }];
    const body = { ...facts, code, kind: 'ldap', settings, mappings };
    const made = await hub.ask('POST', PROVIDERS, { body });
    assert.equal(made.status, 201, JSON.stringify(made.body));
  }
});

test('providers: secrets never leave; sent back masked they stay', async (t) => {
  const hub = await testHub(t);
  await providerAt({ hub, ending: t }, { code: 'corp', groups: { 'li.na': ['readers'] } });
  const got = await hub.ask('GET', `${PROVIDERS}/corp`);
  assert.equal(valueAt(got.body, 'settings', 'clientSecret'), '***');
  assert.doesNotMatch(JSON.stringify((await hub.ask('GET', PROVIDERS)).body), /a secret of this test/);
  const { titles, settings, enabled, trustsSecondFactor, mappings } = Object(got.body);
  const same = { titles, settings, enabled, trustsSecondFactor, mappings };
  const headers = { 'if-match': String(got.headers.etag) };
  assert.equal((await hub.ask('PUT', `${PROVIDERS}/corp`, { body: same, headers })).status, 200);
  assert.equal((await signOnAt(hub, 'corp')).location, '/');
  const other = { ...same, titles: { ...titles, en: 'Other' } };
  assert.equal((await hub.ask('PUT', `${PROVIDERS}/corp`, { body: other, headers })).status, 200);
  assert.equal((await hub.ask('PUT', `${PROVIDERS}/corp`, { body: same, headers })).status, 412);
  const tested = await hub.ask('POST', `${PROVIDERS}/corp/test`);
  assert.equal(valueAt(tested.body, 'ok'), true, JSON.stringify(tested.body));
});

test('providers: what cannot work is refused when it is saved', async (t) => {
  const hub = await testHub(t);
  for (const [name, wrong, told] of [
    [
      'an issuer without TLS',
      { settings: { issuer: 'http://idp.example', clientId: 'x' } },
      '422 sign_on_insecure',
    ],
    ['no issuer', { settings: { clientId: 'x' } }, '422 sign_on_setting_invalid'],
    [
      'scopes without openid',
      { settings: { issuer: 'https://idp.example', clientId: 'x', scopes: 'email' } },
      '422 sign_on_setting_invalid',
    ],
    [
      'a role that is not there',
      { mappings: [{ group: 'x', role: 'none', books: null }] },
      '422 sign_on_role_unknown',
    ],
    ['a code that is an address', { code: '../x' }, '400 request_invalid'],
  ] as const) {
    const settings = { issuer: 'https://idp.example', clientId: 'x' };
    const { status, body } = await hub.ask('POST', PROVIDERS, {
      body: { ...facts, code: 'corp', kind: 'oidc', settings, ...wrong },
    });
    assert.equal(`${status} ${textAt(body, 'code')}`, told, name);
  }
});

test('providers: what groups grant is for those to say who may grant', async (t) => {
  const hub = await testHub(t);
  const as = limitedPrincipal({ permissions: ['sign-on:write'], books: null });
  const body = {
    ...facts,
    code: 'corp',
    kind: 'oidc',
    settings: { issuer: 'https://idp.example', clientId: 'x' },
    mappings: [{ group: 'x', role: 'system-admin', books: null }],
  };
  assert.equal((await hub.ask('POST', PROVIDERS, { as, body })).status, 403);
  assert.equal((await hub.ask('POST', PROVIDERS, { as, body: { ...body, mappings: [] } })).status, 201);
});

test('providers: one that goes, or is switched off, takes sessions along, and what its groups granted', async (t) => {
  const hub = await testHub(t);
  const groups = { 'li.na': ['readers'] };
  await providerAt({ hub, ending: t }, { code: 'corp', groups });
  const first = await signOnAt(hub, 'corp');
  const { titles, settings, trustsSecondFactor, mappings } = Object(
    (await hub.ask('GET', `${PROVIDERS}/corp`)).body,
  );
  const off = { titles, settings, trustsSecondFactor, mappings, enabled: false };
  assert.equal((await hub.ask('PUT', `${PROVIDERS}/corp`, { body: off })).status, 200);
  assert.equal(await first.browser.tell('GET', '/session'), '401 unauthorized');
  assert.deepEqual(valueAt((await first.browser.send('GET', '/sign-on')).body, 'items'), []);
  const start = await first.browser.send('GET', '/sign-on/corp/start');
  assert.equal(start.headers.location, '/sign-in?problem=sign_on_unknown');

  await hub.ask('PUT', `${PROVIDERS}/corp`, { body: { ...off, enabled: true } });
  const second = await signOnAt(hub, 'corp');
  assert.equal(await second.browser.tell('GET', '/session'), '200 complete');
  assert.equal((await hub.ask('DELETE', `${PROVIDERS}/corp`)).status, 204);
  assert.equal(await second.browser.tell('GET', '/session'), '401 unauthorized');
  const person = await findPersonByLogin(hub.database, 'li.na');
  const grants = await hub.ask('GET', `/api/v1/grants?person=${person?.person_id}`);
  assert.deepEqual(valueAt(grants.body, 'items'), []);
});
