import type { Entry } from 'ldapts';
import type { LdapSettings } from './ldap-settings.ts';

/** The attributes in which a kind of directory keeps what we need. */
interface Attributes {
  readonly subject: string;
  readonly login: string;
  readonly name: string;
}

const ATTRIBUTES: Readonly<Record<LdapSettings['directory'], Attributes>> = {
  openldap: { subject: 'entryUUID', login: 'uid', name: 'cn' },
  'active-directory': { subject: 'objectGUID', login: 'sAMAccountName', name: 'displayName' },
};

export function attributesOf(settings: LdapSettings): Attributes {
  const usual = ATTRIBUTES[settings.directory];
  return {
    subject: settings.subjectAttribute ?? usual.subject,
    login: settings.loginAttribute ?? usual.login,
    name: settings.nameAttribute ?? usual.name,
  };
}

const ACCOUNT_DISABLED = 0x2;
const TEXT_LENGTH_MAX = 200;
const SUBJECT_LENGTH_MAX = 255;
const GUID_BYTES = 16;

/** Values of one attribute as texts; directories differ in how they write its name. */
export function textsIn(entry: Entry, attribute: string): string[] {
  return valuesIn(entry, attribute).map(String);
}

/** The first value, without control characters: it goes into logs and onto pages. */
export function textIn(entry: Entry, attribute: string): string | null {
  const text = textsIn(entry, attribute)[0]?.replace(/\p{C}/gu, '').trim().slice(0, TEXT_LENGTH_MAX);
  return text === undefined || text === '' ? null : text;
}

/** What identifies the person for ever. `objectGUID` is bytes, and is written as Windows writes it. */
export function subjectIn(entry: Entry, attribute: string): string | null {
  const values = valuesIn(entry, attribute);
  const [value] = values;
  if (value === undefined || values.length > 1) return null;
  if (value.length === 0 || value.length > SUBJECT_LENGTH_MAX) return null;
  if (attribute.toLowerCase() !== 'objectguid') return String(value);
  const bytes = Buffer.from(value);
  return bytes.length === GUID_BYTES ? guidText(bytes) : null;
}

/** The first three parts of a GUID are little-endian on the wire. */
function guidText(bytes: Buffer): string {
  const parts = [
    bytes.subarray(0, 4).reverse(),
    bytes.subarray(4, 6).reverse(),
    bytes.subarray(6, 8).reverse(),
  ];
  return [...parts, bytes.subarray(8, 10), bytes.subarray(10)].map((part) => part.toString('hex')).join('-');
}

/** Active Directory says so in a bit; OpenLDAP and others refuse the bind instead. */
export function isDisabled(entry: Entry): boolean {
  return (Number(textIn(entry, 'userAccountControl') ?? 0) & ACCOUNT_DISABLED) !== 0;
}

/** A distinguished name as it is compared: case and spaces around commas mean nothing. */
export function normalDn(dn: string): string {
  return dn
    .split(/(?<!\\),/)
    .map((part) => part.trim().replace(/\s*=\s*/, '='))
    .join(',')
    .toLowerCase();
}

function valuesIn(entry: Entry, attribute: string): (string | Buffer)[] {
  const wanted = attribute.toLowerCase();
  const name = Object.keys(entry).find((key) => key.toLowerCase() === wanted);
  const value = name === undefined ? [] : (entry[name] ?? []);
  return Array.isArray(value) ? [...value] : [value];
}
