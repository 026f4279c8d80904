import type { Tx } from './database.ts';
import type { StoredFieldRule } from './grants.ts';

export const CLIENT_METHODS = ['client_secret_basic', 'client_secret_post', 'private_key_jwt'] as const;
export type ClientMethod = (typeof CLIENT_METHODS)[number];

/** What may be chosen for a client. Null limits nothing, except where said. */
export interface ClientFacts {
  readonly name: string;
  readonly state: 'active' | 'disabled';
  /** Names of permissions. */
  readonly scopes: readonly string[];
  readonly books: readonly string[] | null;
  readonly kinds: readonly string[] | null;
  readonly fields: readonly StoredFieldRule[];
  /** Addresses and networks from which it may call. */
  readonly addresses: readonly string[] | null;
  readonly requests_per_minute: number;
  /** SHA-256 of the certificate it must show, base64url. */
  readonly certificate: string | null;
  /** Public keys of a client that signs, as a JSON Web Key Set; null for one with a secret. */
  readonly jwks: { readonly keys: readonly Readonly<Record<string, unknown>>[] } | null;
  readonly expires_at: Date | null;
}

export interface ClientRow extends ClientFacts {
  readonly client_id: string;
  readonly method: ClientMethod;
  readonly secret_hash: Buffer | null;
  readonly secret_made_at: Date | null;
  readonly created_at: Date;
  readonly created_by: string;
  readonly last_token_at: Date | null;
}

export interface NewClient extends ClientFacts {
  readonly client_id: string;
  readonly method: ClientMethod;
  readonly secret_hash: Uint8Array | null;
  readonly created_by: string;
}

/** The new client; null where the id was ever taken. */
export async function insertClient(tx: Tx, client: NewClient): Promise<ClientRow | null> {
  const [row] = await tx.query<ClientRow>(
    `insert into api_clients (client_id, created_by, method, secret_hash, secret_made_at, ${FACTS})
     values ($1, $2, $3, $4, case when $4::bytea is null then null else now() end,
             $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
     on conflict (client_id) do nothing returning *`,
    [client.client_id, client.created_by, client.method, client.secret_hash, ...factValues(client)],
  );
  return row ?? null;
}

export async function updateClient(tx: Tx, clientId: string, facts: ClientFacts): Promise<ClientRow | null> {
  const [row] = await tx.query<ClientRow>(
    `update api_clients set (${FACTS}) = ($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
      where client_id = $1 and state <> 'deleted' returning *`,
    [clientId, ...factValues(facts)],
  );
  return row ?? null;
}

export async function setClientSecret(tx: Tx, clientId: string, hash: Uint8Array): Promise<ClientRow | null> {
  const [row] = await tx.query<ClientRow>(
    `update api_clients set secret_hash = $2, secret_made_at = now()
      where client_id = $1 and state <> 'deleted' and method <> 'private_key_jwt' returning *`,
    [clientId, hash],
  );
  return row ?? null;
}

/** From now on nobody finds it, and its id stays taken. */
export async function markClientDeleted(tx: Tx, clientId: string): Promise<void> {
  await tx.query(`update api_clients set state = 'deleted' where client_id = $1`, [clientId]);
}

export async function findClient(tx: Tx, clientId: string): Promise<ClientRow | null> {
  const [row] = await tx.query<ClientRow>(
    `select * from api_clients where client_id = $1 and state <> 'deleted'`,
    [clientId],
  );
  return row ?? null;
}

export async function listClients(
  tx: Tx,
  page: { readonly after?: string; readonly limit: number },
): Promise<ClientRow[]> {
  return tx.query<ClientRow>(
    `select * from api_clients where state <> 'deleted' and client_id > $1 order by client_id limit $2`,
    [page.after ?? '', page.limit],
  );
}

export async function noteToken(tx: Tx, clientId: string): Promise<void> {
  await tx.query('update api_clients set last_token_at = now() where client_id = $1', [clientId]);
}

/** Whether this assertion is seen for the first time. Those that are over are forgotten on the way. */
export async function useAssertion(
  tx: Tx,
  assertion: { readonly id: string; readonly expiresAt: Date },
): Promise<boolean> {
  await tx.query('delete from client_assertions where expires_at < now()');
  const rows = await tx.query(
    `insert into client_assertions (assertion_id, expires_at) values ($1, $2)
     on conflict (assertion_id) do nothing returning assertion_id`,
    [assertion.id, assertion.expiresAt],
  );
  return rows.length > 0;
}

const FACTS =
  'name, state, scopes, books, kinds, fields, addresses, requests_per_minute, certificate, jwks, expires_at';

function factValues(facts: ClientFacts): unknown[] {
  return [
    facts.name,
    facts.state,
    facts.scopes,
    facts.books,
    facts.kinds,
    JSON.stringify(facts.fields),
    facts.addresses,
    facts.requests_per_minute,
    facts.certificate,
    facts.jwks && JSON.stringify(facts.jwks),
    facts.expires_at,
  ];
}
