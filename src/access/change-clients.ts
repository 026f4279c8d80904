import { accept, type Outcome, type Refusal, refuse } from '#core/trouble/trouble.ts';
import { audit } from '#storage/audit-log.ts';
import {
  type ClientFacts,
  type ClientMethod,
  type ClientRow,
  insertClient,
  markClientDeleted,
  setClientSecret,
  updateClient,
} from '#storage/clients.ts';
import type { Tx } from '#storage/database.ts';
import { faultOfKeys } from './client-keys.ts';
import { actorOf } from './client-principal.ts';
import { hashClientSecret, newClientSecret } from './client-secret.ts';
import { parseRanges } from './ip-ranges.ts';
import { isPermission } from './permissions.ts';

/** A client with its secret, which nobody can tell again. Null: it signs with a key of its own. */
export interface WithSecret {
  readonly client: ClientRow;
  readonly secret: string | null;
}

export interface By {
  /** Who does it, for the audit log. */
  readonly by: string;
  readonly now: Date;
}

/** What a client gets that says no more than its scopes. */
export const CLIENT_DEFAULTS: Omit<ClientFacts, 'name' | 'scopes'> = {
  state: 'active',
  books: null,
  kinds: null,
  fields: [],
  addresses: null,
  requests_per_minute: 600,
  certificate: null,
  jwks: null,
  expires_at: null,
};

export interface WantedClient extends ClientFacts {
  readonly client_id: string;
  readonly method: ClientMethod;
}

/** Makes a client. Its secret is in the answer and nowhere else. */
export async function createClient(
  tx: Tx,
  wanted: WantedClient,
  { by, now }: By,
): Promise<Outcome<WithSecret>> {
  const wrong = faultOf(wanted, wanted.method, now);
  if (wrong) return refuse(wrong);
  const secret = wanted.method === 'private_key_jwt' ? null : newClientSecret();
  const secret_hash = secret === null ? null : hashClientSecret(secret);
  const client = await insertClient(tx, { ...wanted, secret_hash, created_by: by });
  if (client === null) {
    return refuse({ code: 'already_exists', params: { kind: 'client', id: wanted.client_id } });
  }
  await noteChange(tx, { by, action: 'client.create', client, details: auditable(wanted) });
  return accept({ client, secret });
}

/** Changes what a client may do, from where, and how often. It holds from its next request. */
export async function changeClient(
  tx: Tx,
  { client: before, facts }: { readonly client: ClientRow; readonly facts: ClientFacts },
  { by, now }: By,
): Promise<Outcome<ClientRow>> {
  const isNewExpiry = facts.expires_at?.getTime() !== before.expires_at?.getTime();
  const wrong = faultOf(isNewExpiry ? facts : { ...facts, expires_at: null }, before.method, now);
  if (wrong) return refuse(wrong);
  const client = (await updateClient(tx, before.client_id, facts)) ?? before;
  const was = new Map(Object.entries(auditable(before)));
  const isChanged = ([name, value]: [string, unknown]) =>
    JSON.stringify(value) !== JSON.stringify(was.get(name));
  const details = Object.fromEntries(Object.entries(auditable(client)).filter(isChanged));
  await noteChange(tx, { by, action: 'client.change', client, details });
  return accept(client);
}

/** A new secret in place of the old one, which is worth nothing from now on. */
export async function rotateSecret(
  tx: Tx,
  clientId: string,
  { by }: Pick<By, 'by'>,
): Promise<Outcome<WithSecret>> {
  const secret = newClientSecret();
  const client = await setClientSecret(tx, clientId, hashClientSecret(secret));
  if (client === null) return refuse({ code: 'client_without_secret', params: { client: clientId } });
  await noteChange(tx, { by, action: 'client.rotate-secret', client, details: {} });
  return accept({ client, secret });
}

/** The client is gone with all its tokens. Its id is never given again. */
export async function deleteClient(tx: Tx, client: ClientRow, { by }: Pick<By, 'by'>): Promise<void> {
  await markClientDeleted(tx, client.client_id);
  await noteChange(tx, { by, action: 'client.delete', client, details: {} });
}

/** What is wrong with it, in the order in which it is asked. */
function faultOf(facts: ClientFacts, method: ClientMethod, now: Date): Refusal | null {
  const permission = facts.scopes.find((scope) => !isPermission(scope));
  if (permission !== undefined) return { code: 'permission_unknown', at: 'scopes', params: { permission } };
  if (facts.addresses && !parseRanges(facts.addresses))
    return { code: 'client_addresses_invalid', at: 'addresses' };
  if (facts.expires_at && facts.expires_at <= now) return { code: 'client_expired', at: 'expiresAt' };
  const why = faultOfJwks(facts.jwks, method);
  return why === null ? null : { code: 'client_keys_invalid', at: 'jwks', params: { why } };
}

function faultOfJwks(jwks: ClientFacts['jwks'], method: ClientMethod): string | null {
  if ((method === 'private_key_jwt') !== (jwks !== null)) return method;
  return jwks && faultOfKeys(jwks);
}

function auditable({ name, state, scopes, books, kinds, fields, addresses, ...facts }: ClientFacts) {
  const { requests_per_minute: requestsPerMinute, certificate, expires_at: expiresAt, jwks } = facts;
  const limits = { books, kinds, fields, addresses, requestsPerMinute, certificate, expiresAt };
  return { name, state, scopes, ...limits, keys: jwks?.keys.map((key) => key.kid ?? key.x ?? key.n) ?? null };
}

async function noteChange(
  tx: Tx,
  change: {
    readonly by: string;
    readonly action: string;
    readonly client: ClientRow;
    readonly details: Readonly<Record<string, unknown>>;
  },
): Promise<void> {
  const { by: actor, action, client, details } = change;
  await audit(tx, { actor, action, subject: actorOf(client.client_id), details });
}
