import { type Client, type Entry, ResultCodeError } from 'ldapts';
import { accept, type Outcome, RefusalError, refuse } from '#core/trouble/trouble.ts';
import { type DirectoryPorts, inDirectory } from './directory.ts';
import { attributesOf, isDisabled, normalDn, subjectIn, textIn, textsIn } from './directory-entry.ts';
import type { Identified } from './identified.ts';
import { bindName, groupFilter, userFilter } from './ldap-filter.ts';
import type { LdapSettings } from './ldap-settings.ts';
import { ldapTrouble } from './ldap-trouble.ts';

export interface Credentials {
  readonly login: string;
  readonly password: string;
}

const GROUPS_MAX = 1_000;

/**
 * Asks a directory whether this is the password of this person. The person is searched for, and then bound as the very
 * entry that was found: what a bind template makes of a login is never taken for who they are. Refused with the reason
 * for the audit log; whoever types hears only that it was wrong. Referrals are not followed.
 */
export async function verifyInDirectory(
  settings: LdapSettings,
  credentials: Credentials,
  ports: DirectoryPorts,
): Promise<Outcome<Identified>> {
  // A bind with a name and no password succeeds in every directory and proves nothing (RFC 4513 §5.1.2).
  if (credentials.password === '' || credentials.login.trim() === '') return notProved('empty');
  try {
    return await inDirectory(settings, ports, (client) => verify(client, settings, credentials));
  } catch (error) {
    throw ldapTrouble(error, settings.url);
  }
}

async function verify(
  client: Client,
  settings: LdapSettings,
  { login, password }: Credentials,
): Promise<Outcome<Identified>> {
  const { bindTemplate } = settings;
  if (bindTemplate === null) await bindToSearch(client, settings);
  const wrongAtOnce = bindTemplate && (await refusedBind(client, bindName(bindTemplate, login), password));
  if (wrongAtOnce) return notProved(wrongAtOnce);
  const found = await findPeople(client, settings, login);
  const [entry] = found;
  if (!entry || found.length > 1) return notProved(entry ? 'ambiguous' : 'unknown');
  if (isDisabled(entry)) return notProved('disabled');
  const wrong = await refusedBind(client, entry.dn, password);
  if (wrong) return notProved(wrong);
  if (bindTemplate === null) await bindToSearch(client, settings);
  return identify(client, settings, entry);
}

/** As the account that searches; the administrator's mistake when it may not. */
export async function bindToSearch(client: Client, { bindDn, bindPassword }: LdapSettings): Promise<void> {
  if (bindDn === null || bindPassword === null) return;
  const reason = await refusedBind(client, bindDn, bindPassword);
  if (reason)
    throw new RefusalError({ code: 'sign_on_misconfigured', params: { reason: `bindDn: ${reason}` } });
}

/** Locked, without a password, not allowed to sign on, no such name, wrong password: whose entry it is, is not proved. */
const NOT_BOUND = new Set([19, 32, 34, 48, 49, 50, 53]);

/** Null when the password is right; else why not, as the directory says it. */
async function refusedBind(client: Client, name: string, password: string): Promise<string | null> {
  try {
    await client.bind(name, password);
    return null;
  } catch (error) {
    if (!(error instanceof ResultCodeError) || !NOT_BOUND.has(error.code)) throw error;
    // Active Directory tells the kind in its text: 52e wrong password, 533 disabled, 775 locked, 532 and 773 expired.
    const kind = /\bdata ([0-9a-f]{3})\b/.exec(error.message)?.[1];
    return kind === undefined ? `password (${error.code})` : `password (${error.code}, ${kind})`;
  }
}

/** Two at most: one too many is all there is to know. */
async function findPeople(client: Client, settings: LdapSettings, login: string): Promise<Entry[]> {
  const names = attributesOf(settings);
  const { searchEntries } = await client.search(settings.userBase, {
    scope: 'sub',
    filter: userFilter(settings, login),
    sizeLimit: 2,
    timeLimit: settings.timeoutSeconds,
    attributes: [...Object.values(names), 'memberOf', 'userAccountControl'],
    explicitBufferAttributes: [names.subject],
  });
  return searchEntries;
}

async function identify(client: Client, settings: LdapSettings, entry: Entry): Promise<Outcome<Identified>> {
  const names = attributesOf(settings);
  const subject = subjectIn(entry, names.subject);
  const login = textIn(entry, names.login);
  if (subject === null || login === null) {
    const reason = subject === null ? names.subject : names.login;
    throw new RefusalError({ code: 'sign_on_misconfigured', params: { reason } });
  }
  return accept({
    realm: directoryRealm(settings),
    subject,
    login,
    name: textIn(entry, names.name) ?? login,
    groups: await groupsOf(client, settings, { entry, login }),
    hasSecondFactor: false,
  });
}

/** Names the directory by what it holds, not by its address: that changes when a server is replaced. */
export function directoryRealm(settings: LdapSettings): string {
  return `${normalDn(settings.userBase)}#${attributesOf(settings).subject.toLowerCase()}`;
}

/** Groups by their whole names; those below the group base by their short names as well. */
async function groupsOf(
  client: Client,
  settings: LdapSettings,
  { entry, login }: { readonly entry: Entry; readonly login: string },
): Promise<string[]> {
  if (settings.groupBase === null) return textsIn(entry, 'memberOf').slice(0, GROUPS_MAX).map(normalDn);
  const { searchEntries } = await client.search(settings.groupBase, {
    scope: 'sub',
    filter: groupFilter(settings, { dn: entry.dn, login }),
    sizeLimit: GROUPS_MAX,
    timeLimit: settings.timeoutSeconds,
    attributes: ['cn'],
  });
  // A short name that looks like a whole one would stand in for another group.
  const shortNames = (group: Entry) => textsIn(group, 'cn').filter((name) => !name.includes('='));
  return searchEntries.flatMap((group) => [normalDn(group.dn), ...shortNames(group)]);
}

function notProved(reason: string) {
  return refuse({ code: 'sign_on_not_proved', params: { reason } });
}
