import { Filter } from 'ldapts';
import type { LdapSettings } from './ldap-settings.ts';

const USERS: Readonly<Record<LdapSettings['directory'], string>> = {
  openldap: '(&(objectClass=person)(uid={login}))',
  'active-directory':
    '(&(objectClass=user)(!(objectClass=computer))(|(sAMAccountName={login})(userPrincipalName={login})))',
};

/** LDAP_MATCHING_RULE_IN_CHAIN: members of members as well. Active Directory only. */
const IN_CHAIN = '1.2.840.113556.1.4.1941';

/** Finds the person who typed `login`, whatever they typed. */
export function userFilter(settings: LdapSettings, login: string): string {
  return fill(settings.userFilter ?? USERS[settings.directory], { login });
}

/** Finds anybody who may sign on. */
export function anyUserFilter(settings: LdapSettings): string {
  return (settings.userFilter ?? USERS[settings.directory]).replaceAll('{login}', '*');
}

/** Finds the groups of a person. */
export function groupFilter(settings: LdapSettings, person: { dn: string; login: string }): string {
  const { nestedGroups, groupFilter: own } = settings;
  const usual = nestedGroups
    ? `(member:${IN_CHAIN}:={dn})`
    : '(|(member={dn})(uniqueMember={dn})(memberUid={login}))';
  return fill(own ?? usual, person);
}

/** Fills in values so that none of them can be more than a value (RFC 4515 §3). */
function fill(filter: string, values: Readonly<Record<string, string>>): string {
  return filter.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = values[name];
    return value === undefined ? place : Filter.escape(value);
  });
}

/** The name with which somebody binds where no account searches; a value stays one value of a name (RFC 4514 §2.4). */
export function bindName(template: string, login: string): string {
  const value = template.includes('=') ? escapeDnValue(login) : login;
  return template.replaceAll('{login}', () => value);
}

function escapeDnValue(value: string): string {
  return value
    .replace(/[\\,+"<>;=]/g, '\\$&')
    .replaceAll('\0', '\\00')
    .replace(/^[ #]/, '\\$&')
    .replace(/ $/, '\\ ');
}
