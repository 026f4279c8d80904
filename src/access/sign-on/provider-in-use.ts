import { RefusalError } from '#core/trouble/trouble.ts';
import type { Tx } from '#storage/database.ts';
import { findSignOnProvider } from '#storage/sign-on.ts';
import { type Open, type Provider, readProvider } from './provider.ts';

export type OidcProvider = Extract<Provider, { kind: 'oidc' }>;
export type LdapProvider = Extract<Provider, { kind: 'ldap' }>;

/** The provider of this code with which browsers sign on; ends the request where there is none, or it is switched off. */
export async function oidcInUse(tx: Tx, code: string, open: Open): Promise<OidcProvider> {
  const provider = await inUse(tx, code, open);
  if (provider?.kind === 'oidc') return provider;
  throw new RefusalError({ code: 'sign_on_unknown' });
}

/** The same for a directory that checks passwords. */
export async function ldapInUse(tx: Tx, code: string, open: Open): Promise<LdapProvider> {
  const provider = await inUse(tx, code, open);
  if (provider?.kind === 'ldap') return provider;
  throw new RefusalError({ code: 'sign_on_unknown' });
}

async function inUse(tx: Tx, code: string, open: Open): Promise<Provider | null> {
  const row = await findSignOnProvider(tx, code);
  return row?.enabled ? readProvider(row, open) : null;
}
