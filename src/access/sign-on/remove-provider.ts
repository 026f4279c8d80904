import { keepAdministrator } from '#access/administrators.ts';
import { audit } from '#storage/audit-log.ts';
import type { Tx } from '#storage/database.ts';
import { endSessionsByProvider } from '#storage/identities.ts';
import { deleteSignOnProvider, type SignOnProviderRow } from '#storage/sign-on.ts';
import { signOnActor, takeMappedGrants } from './follow-groups.ts';

export interface Removal {
  readonly row: SignOnProviderRow;
  readonly by: string;
  /** The session in which it is done goes on. */
  readonly sessionId: bigint | null;
}

/**
 * Removes a provider with the identities it knew and what its groups granted; people stay, with what was given to them
 * by hand. Refused where nobody would be left who administers.
 */
export async function removeProvider(tx: Tx, { row, by, sessionId }: Removal): Promise<void> {
  const { provider_id: providerId, code } = row;
  await keepAdministrator(tx, () => takeMappedGrants(tx, { provider: code, by }));
  const ended = await endSessionsByProvider(tx, { providerId, except: sessionId });
  await deleteSignOnProvider(tx, providerId);
  await audit(tx, { actor: by, action: 'sign-on.remove', subject: signOnActor(code), details: { ended } });
}

/** Whoever has an identity at a provider that is switched off is signed out: it may be switched off because it lies. */
export async function signOutByProvider(tx: Tx, { row, by, sessionId }: Removal): Promise<void> {
  const ended = await endSessionsByProvider(tx, { providerId: row.provider_id, except: sessionId });
  const entry = { actor: by, action: 'session.revoke', subject: signOnActor(row.code) };
  if (ended > 0) await audit(tx, { ...entry, details: { ended } });
}
