import { Access } from '#access/access.ts';
import { clientPrincipal, isUsable } from '#access/client-principal.ts';
import { loadGrants } from '#access/grants.ts';
import { findClient } from '#storage/clients.ts';
import type { Tx } from '#storage/database.ts';
import { findPersonById } from '#storage/people.ts';
import type { EndpointRow } from '#storage/webhook-endpoints.ts';

type Owner = Pick<EndpointRow, 'owner_kind' | 'owner_id' | 'owner'>;

/** What the owner of an endpoint may see at this moment; null where the owner may not come in any more. */
export async function ownerAccess(tx: Tx, owner: Owner, now: Date): Promise<Access | null> {
  if (owner.owner_kind === 'client') {
    const client = await findClient(tx, owner.owner_id);
    if (!client || !isUsable(client, now)) return null;
    return new Access(clientPrincipal(client, new Set(client.scopes)));
  }
  const person = await findPersonById(tx, Number(owner.owner_id));
  if (person?.state !== 'active') return null;
  const grants = await loadGrants(tx, { kind: 'person', id: owner.owner_id });
  return new Access({ kind: 'person', id: owner.owner_id, actor: owner.owner, grants });
}
