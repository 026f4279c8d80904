import type { ClientRow } from '#storage/clients.ts';
import type { Caller } from './caller.ts';
import { type InRanges, parseRanges } from './ip-ranges.ts';
import { isPermission } from './permissions.ts';
import type { Principal } from './principal.ts';

/**
 * What a client may do with a token of these scopes: what both its row and the token allow. Worked out once for both, and
 * forgotten with either: a row that is read anew is another one.
 */
export function clientPrincipal(client: ClientRow, scopes: ReadonlySet<string>): Principal {
  const known = principals.get(client)?.get(scopes);
  if (known) return known;
  const made = makePrincipal(client, scopes);
  const ofClient = principals.get(client) ?? new WeakMap<ReadonlySet<string>, Principal>();
  principals.set(client, ofClient.set(scopes, made));
  return made;
}

const principals = new WeakMap<ClientRow, WeakMap<ReadonlySet<string>, Principal>>();
const networks = new WeakMap<ClientRow, InRanges | null>();

function makePrincipal(client: ClientRow, scopes: ReadonlySet<string>): Principal {
  const permissions = client.scopes.filter((scope) => scopes.has(scope)).filter(isPermission);
  return {
    kind: 'client',
    id: client.client_id,
    actor: actorOf(client.client_id),
    grants: [
      {
        role: 'client',
        permissions: new Set(permissions),
        books: client.books && new Set(client.books),
        departments: null,
        kinds: client.kinds && new Set(client.kinds),
        fields: client.fields,
      },
    ],
  };
}

export function actorOf(clientId: string): string {
  return `client:${clientId}`;
}

/** Whether it is allowed in at all now. */
export function isUsable(client: ClientRow, now: Date): boolean {
  return client.state === 'active' && (client.expires_at === null || client.expires_at > now);
}

/** Why it is not let in from where it calls; null when it is. */
export function misplaced(
  client: ClientRow,
  { ip, certificate }: Pick<Caller, 'ip' | 'certificate'>,
): 'address' | 'certificate' | null {
  if (client.addresses !== null && !networkOf(client, client.addresses)?.(ip)) return 'address';
  if (client.certificate !== null && client.certificate !== certificate) return 'certificate';
  return null;
}

function networkOf(client: ClientRow, addresses: readonly string[]): InRanges | null {
  const known = networks.get(client);
  if (known !== undefined) return known;
  const parsed = parseRanges(addresses);
  networks.set(client, parsed);
  return parsed;
}
