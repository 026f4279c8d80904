import { accept, type Outcome, refuse } from '#core/trouble/trouble.ts';
import { audit } from '#storage/audit-log.ts';
import type { Tx } from '#storage/database.ts';
import { claimIdentity, type IdentityRow, insertIdentity } from '#storage/identities.ts';
import type { PersonRow } from '#storage/people.ts';
import { directoryRealm } from './ldap.ts';
import type { Provider } from './provider.ts';

/**
 * Ties an identity to a person who is here already. The only way by which a sign-on becomes somebody whom it did not
 * make itself, so it is an administrator's deed and named as one.
 */
export async function linkIdentity(
  tx: Tx,
  {
    provider,
    subject,
    person,
    by,
  }: {
    readonly provider: Provider;
    readonly subject: string;
    readonly person: Pick<PersonRow, 'person_id' | 'login'>;
    readonly by: string;
  },
): Promise<Outcome<IdentityRow>> {
  const key = { providerId: provider.row.provider_id, realm: realmOf(provider), subject };
  if (await claimIdentity(tx, key)) return refuse({ code: 'identity_taken', at: 'body.subject' });
  const identity = await insertIdentity(tx, key, { personId: person.person_id, linkedBy: by });
  await audit(tx, {
    actor: by,
    action: 'identity.link',
    subject: `person:${person.login}`,
    details: { provider: provider.row.code, realm: key.realm, subject },
  });
  return accept(identity);
}

function realmOf(provider: Provider): string {
  return provider.kind === 'oidc' ? provider.settings.issuer : directoryRealm(provider.settings);
}
