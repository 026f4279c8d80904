import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bindName, groupFilter, userFilter } from './ldap-filter.ts';
import { ldapSettings } from './ldap-settings.ts';
import { mappedGrants } from './mapped-grants.ts';

const DN = 'CN=Accountants,OU=Groups,DC=example,DC=org';

// mappings (group → role books), groups of the person, what they get
for (const [mappings, groups, granted] of [
  [['a → auditor *'], ['a'], 'auditor *'],
  [['a → auditor *'], ['A'], ''],
  [['a → auditor *'], ['ab', ' a'], ''],
  [['a → accountant x,y', 'b → accountant y,x'], ['a', 'b'], 'accountant x,y'],
  [['a → accountant x', 'b → accountant *'], ['a', 'b'], 'accountant x; accountant *'],
  [[`${DN} → accountant *`], ['cn=accountants, ou=Groups,dc=example,dc=org'], 'accountant *'],
  [[`${DN} → accountant *`], ['Accountants'], ''],
  [['Accountants → accountant *'], [DN], ''],
] as const) {
  test(`groups: ${groups.join(' + ')} by ${mappings.join(' and ')} → ${granted || 'nothing'}`, () => {
    const got = mappedGrants(mappings.map(parse), groups);
    assert.equal(got.map(({ role, books }) => `${role} ${books ?? '*'}`).join('; '), granted);
  });
}

function parse(text: string) {
  const [, group = '', role = '', books = ''] = /^(.*) → (\S+) (\S+)$/.exec(text) ?? [];
  return { group, role, books: books === '*' ? null : books.split(',') };
}

const settings = (more: object) => {
  const base = { url: 'ldaps://dc.example', userBase: 'dc=example', bindDn: 'cn=s', bindPassword: 's' };
  const parsed = ldapSettings.parse({ ...base, groupBase: 'ou=groups', ...more });
  assert.ok(parsed.ok);
  return parsed.value;
};

test('ldap filters: what is filled in is a value and nothing else', () => {
  const person = { dn: 'cn=a\\,b (c),dc=example', login: '*)(uid=*' };
  assert.equal(userFilter(settings({}), person.login), '(&(objectClass=person)(uid=\\2a\\29\\28uid=\\2a))');
  assert.equal(
    groupFilter(settings({ directory: 'active-directory', nestedGroups: true }), person),
    '(member:1.2.840.113556.1.4.1941:=cn=a\\5c,b \\28c\\29,dc=example)',
  );
  assert.equal(
    groupFilter(settings({ groupFilter: '(memberUid={login})' }), person),
    '(memberUid=\\2a\\29\\28uid=\\2a)',
  );
});

for (const [template, login, name] of [
  ['uid={login},dc=example', 'li.na', 'uid=li.na,dc=example'],
  ['uid={login},dc=example', 'a,ou=admins', 'uid=a\\,ou\\=admins,dc=example'],
  ['uid={login},dc=example', ' #a+b ', 'uid=\\ #a\\+b\\ ,dc=example'],
  ['uid={login},dc=example', '$&', 'uid=$&,dc=example'],
  ['{login}@corp.example', 'li.na', 'li.na@corp.example'],
] as const) {
  test(`ldap bind: ${JSON.stringify(login)} in ${template} → ${name}`, () => {
    assert.equal(bindName(template, login), name);
  });
}
