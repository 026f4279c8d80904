const BASE = 'dc=example,dc=org';

interface Person {
  readonly dn: string;
  readonly uid: string;
  readonly cn: string;
  readonly password?: string;
}

/** People of an OpenLDAP kind under `ou=people`, and of an Active Directory kind under `ou=ad`. */
export const DIRECTORY_LDIF = [
  entry(BASE, ['objectClass: domain', 'dc: example']),
  entry(`cn=search,${BASE}`, [
    'objectClass: applicationProcess',
    'objectClass: simpleSecurityObject',
    'cn: search',
    'userPassword: search secret',
  ]),
  ...['people', 'more', 'groups', 'ad', 'elsewhere'].map((ou) =>
    entry(`ou=${ou},${BASE}`, ['objectClass: organizationalUnit', `ou: ${ou}`]),
  ),
  person({ dn: `uid=li.na,ou=people,${BASE}`, uid: 'li.na', cn: '李娜', password: 'correct horse' }),
  person({ dn: `uid=wang,ou=people,${BASE}`, uid: 'wang', cn: 'Wang', password: 'wang secret' }),
  person({ dn: `uid=no.password,ou=people,${BASE}`, uid: 'no.password', cn: 'Nobody' }),
  // A login that is nothing but meaning to a filter.
  person({ dn: `cn=stars,ou=people,${BASE}`, uid: 'a*(b)\\c', cn: 'stars', password: 'stars secret' }),
  // Two people of one login: nobody can say which.
  person({ dn: `uid=twice,ou=people,${BASE}`, uid: 'twice', cn: 'One', password: 'twice secret' }),
  person({ dn: `cn=twice,ou=people,${BASE}`, uid: 'twice', cn: 'twice', password: 'twice secret' }),
  entry(`cn=accountants,ou=groups,${BASE}`, [
    'objectClass: groupOfNames',
    'cn: accountants',
    `member: uid=li.na,ou=people,${BASE}`,
    `member: cn=stars,ou=people,${BASE}`,
  ]),
  // Calls itself by the whole name of another group.
  entry(`cn=impostor,ou=groups,${BASE}`, [
    'objectClass: groupOfNames',
    'cn: impostor',
    `cn: cn=administrators,ou=groups,${BASE}`,
    `member: uid=li.na,ou=people,${BASE}`,
  ]),
  entry(`cn=there,ou=elsewhere,${BASE}`, [
    'objectClass: referral',
    'objectClass: extensibleObject',
    'cn: there',
    `ref: ldap://127.0.0.1:1/ou=people,${BASE}`,
  ]),
  windowsPerson('Zhang Wei', { account: 'zhang.wei', control: 512, guid: 'AQIDBAUGBwgJCgsMDQ4PEA==' }),
  windowsPerson('Gone', { account: 'gone', control: 514, guid: 'EQIDBAUGBwgJCgsMDQ4PEA==' }),
  // Each one's name is the other one's account.
  windowsPerson('bob', { account: 'alice', control: 512, guid: 'IQIDBAUGBwgJCgsMDQ4PEA==' }),
  windowsPerson('alice', { account: 'bob', control: 512, guid: 'MQIDBAUGBwgJCgsMDQ4PEA==' }),
].join('\n');

function entry(dn: string, lines: readonly string[]): string {
  return `dn: ${dn}\n${lines.join('\n')}\n`;
}

function person({ dn, uid, cn, password }: Person): string {
  return entry(dn, [
    'objectClass: inetOrgPerson',
    ...(dn.startsWith('uid=') ? [] : [`cn: ${dn.slice(3, dn.indexOf(','))}`]),
    ...(dn.startsWith('cn=') && dn.slice(3).startsWith(cn) ? [] : [`cn:: ${base64(cn)}`]),
    'sn: any',
    `uid:: ${base64(uid)}`,
    ...(password === undefined ? [] : [`userPassword: ${password}`]),
  ]);
}

interface Account {
  readonly account: string;
  readonly control: number;
  readonly guid: string;
}

function windowsPerson(cn: string, { account, control, guid }: Account): string {
  return entry(`cn=${cn},ou=ad,${BASE}`, [
    'objectClass: user',
    `cn: ${cn}`,
    'sn: any',
    `displayName: ${cn}`,
    `sAMAccountName: ${account}`,
    `userPrincipalName: ${account}@corp.example`,
    `userAccountControl: ${control}`,
    `objectGUID:: ${guid}`,
    `memberOf: CN=Accountants, OU=Groups,${BASE}`,
    `userPassword: ${account} secret`,
  ]);
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}
