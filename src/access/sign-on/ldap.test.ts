import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Fault, RefusalError } from '#core/trouble/trouble.ts';
import { verifyInDirectory } from './ldap.ts';
import { ldapSettings } from './ldap-settings.ts';
import {
  plainPorts,
  SEARCH_ACCOUNT,
  type TestDirectory,
  testDirectory,
  WITHOUT_SLAPD,
} from './testing/test-directory.ts';

const BASE = 'dc=example,dc=org';
const WINDOWS = { directory: 'active-directory', userBase: `ou=ad,${BASE}` };

describe('ldap: a real OpenLDAP server', { skip: WITHOUT_SLAPD }, () => {
  let directory: TestDirectory;
  const endings: (() => Promise<void>)[] = [];
  before(async () => {
    directory = await testDirectory({ after: (work) => void endings.push(work) });
  });
  after(() => Promise.all(endings.map((end) => end())));

  for (const way of ['ldap', 'ldaps'] as const) {
    test(`ldap: a person signs on by ${way === 'ldap' ? 'StartTLS' : 'ldaps'}`, async () => {
      const outcome = await ask({ url: directory[way], groupBase: `ou=groups,${BASE}` });
      assert.ok(outcome.ok);
      const { subject, groups, ...rest } = outcome.value;
      assert.match(subject, /^[0-9a-f-]{36}$/);
      assert.deepEqual(rest, {
        realm: `ou=people,${BASE}#entryuuid`,
        login: 'li.na',
        name: '李娜',
        hasSecondFactor: false,
      });
      // Another group calls itself by the whole name of `administrators`: that name is not among these.
      const named = ['accountants', 'impostor'].flatMap((name) => [name, `cn=${name},ou=groups,${BASE}`]);
      assert.deepEqual(groups.toSorted(), named.toSorted());
    });
  }

  // login, password, reason in the audit log (OWASP ASVS 5.0.0-1.2.6)
  for (const [login, password, reason] of [
    ['li.na', 'wrong', 'password (49)'],
    ['li.na', '', 'empty'],
    ['', 'correct horse', 'empty'],
    [' ', 'correct horse', 'empty'],
    ['nobody', 'correct horse', 'unknown'],
    ['no.password', 'any', 'password (49)'],
    ['twice', 'twice secret', 'ambiguous'],
    ['*', 'correct horse', 'unknown'],
    ['li*', 'correct horse', 'unknown'],
    ['li.na)(uid=*', 'correct horse', 'unknown'],
    ['*)(|(uid=*', 'correct horse', 'unknown'],
    ['x)(|(objectClass=*)', 'correct horse', 'unknown'],
    ['li.na\0', 'correct horse', 'unknown'],
    ['\\2a', 'correct horse', 'unknown'],
    [`uid=li.na,ou=people,${BASE}`, 'correct horse', 'unknown'],
  ] as const) {
    test(`ldap: ${JSON.stringify(login)} with ${JSON.stringify(password)} → ${reason}`, async () => {
      assert.equal(reasonOf(await ask({}, { login, password })), reason);
    });
  }

  test('ldap: a login full of signs is only a login', async () => {
    const outcome = await ask(
      { groupBase: `ou=groups,${BASE}` },
      { login: 'a*(b)\\c', password: 'stars secret' },
    );
    assert.ok(outcome.ok);
    assert.equal(outcome.value.login, 'a*(b)\\c');
    assert.ok(outcome.value.groups.includes('accountants'));
  });

  test('ldap: without an account that searches, the person binds by a template', async () => {
    const template = { bindDn: null, bindPassword: null, bindTemplate: `uid={login},ou=people,${BASE}` };
    const outcome = await ask(template);
    assert.ok(outcome.ok);
    assert.equal(outcome.value.login, 'li.na');
    for (const login of ['li.na,ou=people', 'li.na+cn=x', 'wang', '#', 'li.na\\']) {
      assert.ok(!(await ask(template, { login, password: 'correct horse' })).ok, login);
    }
  });

  test('ldap: Active Directory: account name or principal name, GUID as Windows writes it, memberOf', async () => {
    for (const login of ['zhang.wei', 'zhang.wei@corp.example']) {
      const outcome = await ask(WINDOWS, { login, password: 'zhang.wei secret' });
      assert.ok(outcome.ok);
      assert.deepEqual(outcome.value, {
        realm: `ou=ad,${BASE}#objectguid`,
        subject: '04030201-0605-0807-090a-0b0c0d0e0f10',
        login: 'zhang.wei',
        name: 'Zhang Wei',
        groups: [`cn=accountants,ou=groups,${BASE}`],
        hasSecondFactor: false,
      });
    }
  });

  test('ldap: Active Directory: a disabled account stays out, even with the right password', async () => {
    assert.equal(reasonOf(await ask(WINDOWS, { login: 'gone', password: 'gone secret' })), 'disabled');
  });

  test('ldap: what a template binds as is not taken for who was found', async () => {
    const template = {
      ...WINDOWS,
      ...{ bindDn: null, bindPassword: null, bindTemplate: `cn={login},ou=ad,${BASE}` },
      userFilter: '(sAMAccountName={login})',
    };
    // The entry `cn=bob` has the account name `alice`: its password opens neither account.
    assert.equal(reasonOf(await ask(template, { login: 'bob', password: 'alice secret' })), 'password (49)');
  });

  test('ldap: a referral is not followed', async () => {
    assert.equal(reasonOf(await ask({ userBase: `ou=elsewhere,${BASE}` })), 'unknown');
  });

  test('ldap: a certificate of another authority, or for another name, ends it before a password is sent', async () => {
    const { url } = { url: directory.ldaps };
    await assert.rejects(ask({ url, ca: null }), unreachable(/UNABLE_TO|SELF_SIGNED/));
    await assert.rejects(ask({ ca: null }), unreachable(/UNABLE_TO|SELF_SIGNED/));
    const named = url.replace('127.0.0.1', 'localhost');
    await assert.rejects(ask({ url: named }), unreachable(/ERR_TLS_CERT_ALTNAME_INVALID/));
  });

  test('ldap: a wrong account that searches is a matter for the administrator', async () => {
    await assert.rejects(ask({ bindPassword: 'wrong' }), (error) => {
      assert.ok(error instanceof RefusalError);
      assert.equal(error.refusal.code, 'sign_on_misconfigured');
      assert.doesNotMatch(JSON.stringify(error.refusal), /wrong/);
      return true;
    });
  });

  async function ask(
    more: Readonly<Record<string, unknown>>,
    credentials = { login: 'li.na', password: 'correct horse' },
  ) {
    const parsed = ldapSettings.parse({
      url: directory.ldap,
      ca: directory.ca,
      userBase: `ou=people,${BASE}`,
      ...SEARCH_ACCOUNT,
      ...more,
    });
    assert.ok(parsed.ok, JSON.stringify(parsed));
    return verifyInDirectory(parsed.value, credentials, plainPorts);
  }
});

function reasonOf(outcome: Awaited<ReturnType<typeof verifyInDirectory>>): string | undefined {
  return outcome.ok ? `signed on as ${outcome.value.login}` : outcome.refusal.params?.reason;
}

function unreachable(reason: RegExp) {
  return (error: unknown) => {
    assert.ok(error instanceof Fault, String(error));
    assert.equal(error.code, 'sign_on_unreachable');
    assert.match(error.params.reason ?? '', reason);
    return true;
  };
}
