import type { Sight } from '#access/sight.ts';
import { RefusalError } from '#core/trouble/trouble.ts';
import type { Tx } from '#storage/database.ts';
import { type EndpointRow, findEndpoint } from '#storage/webhook-endpoints.ts';

/** The endpoint, where it is the caller's own or the caller may see everything; for all others there is none. */
export async function requireWebhook(
  tx: Tx,
  id: string,
  { principal, sight }: { principal: string; sight: Sight },
): Promise<EndpointRow> {
  const row = await findEndpoint(tx, BigInt(id));
  if (row && (sight.isUnlimited || row.owner === principal)) return row;
  throw new RefusalError({ code: 'not_found', params: { kind: 'webhook', id } });
}
