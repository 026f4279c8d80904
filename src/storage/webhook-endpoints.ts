import type { Tx } from './database.ts';
import { listLiteral } from './rows.ts';

export type EndpointState = 'active' | 'paused' | 'disabled';

export interface EndpointRow {
  readonly endpoint_id: bigint;
  readonly title: string;
  readonly url: string;
  readonly events: string[];
  /** Codes; null: every book its owner sees. */
  readonly books: string[] | null;
  readonly secret: Buffer;
  readonly previous_secret: Buffer | null;
  readonly previous_until: Date | null;
  readonly state: EndpointState;
  /** Code of why it is disabled. */
  readonly reason: string | null;
  readonly owner_kind: 'person' | 'client' | 'system';
  readonly owner_id: string;
  readonly owner: string;
  readonly created_at: Date;
  readonly changed_at: Date;
}

export interface EndpointFacts {
  readonly title: string;
  readonly url: string;
  readonly events: readonly string[];
  readonly books: readonly string[] | null;
}

export interface NewEndpoint extends EndpointFacts {
  readonly secret: Uint8Array;
  readonly ownerKind: EndpointRow['owner_kind'];
  readonly ownerId: string;
  readonly owner: string;
}

export async function insertEndpoint(tx: Tx, endpoint: NewEndpoint): Promise<EndpointRow> {
  const [row] = await tx.query<EndpointRow>(
    `insert into webhook_endpoints (title, url, events, books, secret, owner_kind, owner_id, owner)
     values ($1, $2, $3, $4, $5, $6, $7, $8) returning *`,
    [
      endpoint.title,
      endpoint.url,
      listLiteral(endpoint.events),
      endpoint.books && listLiteral(endpoint.books),
      endpoint.secret,
      endpoint.ownerKind,
      endpoint.ownerId,
      endpoint.owner,
    ],
  );
  return row!;
}

export async function updateEndpoint(
  tx: Tx,
  endpointId: bigint,
  facts: EndpointFacts & { readonly state: EndpointState },
): Promise<EndpointRow> {
  const [row] = await tx.query<EndpointRow>(
    `update webhook_endpoints set title = $2, url = $3, events = $4, books = $5, state = $6, changed_at = now(),
            reason = case when $6 = 'disabled' then 'by_person' end
      where endpoint_id = $1 returning *`,
    [
      endpointId,
      facts.title,
      facts.url,
      listLiteral(facts.events),
      facts.books && listLiteral(facts.books),
      facts.state,
    ],
  );
  return row!;
}

/** From now on it is signed with this secret, and with the one before until then. */
export async function setEndpointSecret(
  tx: Tx,
  endpointId: bigint,
  { secret, previousUntil }: { secret: Uint8Array; previousUntil: Date },
): Promise<void> {
  await tx.query(
    `update webhook_endpoints set previous_secret = secret, previous_until = $3, secret = $2, changed_at = now()
      where endpoint_id = $1`,
    [endpointId, secret, previousUntil],
  );
}

/** It answered that it is gone, or nobody is left whom it could be told for. */
export async function disableEndpoint(tx: Tx, endpointId: bigint, reason: string): Promise<void> {
  await tx.query(
    "update webhook_endpoints set state = 'disabled', reason = $2, changed_at = now() where endpoint_id = $1",
    [endpointId, reason],
  );
}

export async function deleteEndpoint(tx: Tx, endpointId: bigint): Promise<void> {
  await tx.query('delete from webhook_endpoints where endpoint_id = $1', [endpointId]);
}

export async function findEndpoint(tx: Tx, endpointId: bigint): Promise<EndpointRow | null> {
  const [row] = await tx.query<EndpointRow>('select * from webhook_endpoints where endpoint_id = $1', [
    endpointId,
  ]);
  return row ?? null;
}

export async function listEndpoints(
  tx: Tx,
  { owner, after, limit }: { owner: string | null; after?: bigint; limit: number },
): Promise<EndpointRow[]> {
  return tx.query<EndpointRow>(
    `select * from webhook_endpoints where ($1::text is null or owner = $1) and ($2::int8 is null or endpoint_id < $2)
      order by endpoint_id desc limit $3`,
    [owner, after ?? null, limit],
  );
}
