import type { Schemas } from '#console/api/paths.ts';
import { type LimitsTyped, limitsOf, limitsTyped } from '#console/parts/access/limits.ts';

type Client = Schemas['Client'];

/** A client as its form has it: lists as tags, keys as pasted text, the last day as a day. */
export interface TypedClient extends Omit<LimitsTyped, 'departments'> {
  readonly id?: string;
  readonly method?: Client['method'];
  readonly name: string;
  readonly scopes: readonly Client['scopes'][number][];
  readonly addresses?: readonly string[];
  readonly requestsPerMinute: number;
  readonly certificate?: string;
  readonly jwks?: string;
  /** `2026-12-31`: works through that day. */
  readonly expiresOn?: string;
}

/** What the hub is told of it. */
export function clientToSend(typed: TypedClient) {
  const { books, kinds, fields } = limitsOf(typed);
  const { addresses = [], certificate = '', jwks = '', expiresOn = '' } = typed;
  return {
    name: typed.name.trim(),
    scopes: [...typed.scopes],
    ...{ books, kinds, fields },
    addresses: addresses.length > 0 ? [...addresses] : null,
    requestsPerMinute: typed.requestsPerMinute,
    certificate: certificate.trim() || null,
    jwks: jwks.trim() === '' ? null : keysIn(jwks),
    expiresAt: expiresOn === '' ? null : endOfDay(expiresOn),
  };
}

/** What the form begins with. */
export function typedClient(client: Client): TypedClient {
  const { books = [], kinds = [], fields = [] } = limitsTyped(client);
  const { name, scopes, addresses, requestsPerMinute, certificate, jwks, expiresAt } = client;
  return {
    ...{ name, scopes, books, kinds, fields, requestsPerMinute },
    addresses: addresses ?? [],
    certificate: certificate ?? '',
    jwks: jwks === null ? '' : JSON.stringify(jwks, null, 2),
    expiresOn: expiresAt === null ? '' : dayOf(expiresAt),
  };
}

/** Public keys out of pasted text: a key set, or one key by itself. Null where it is neither. */
export function keysIn(text: string): Client['jwks'] {
  const read = parsed(text);
  if (typeof read !== 'object' || read === null) return null;
  if ('keys' in read && Array.isArray(read.keys)) return { keys: read.keys };
  return 'kty' in read ? { keys: [{ ...read }] } : null;
}

/** Whether a pasted key is a private one, which belongs to the client and nowhere else. */
export function isPrivate(keys: NonNullable<Client['jwks']>): boolean {
  return keys.keys.some((key) => 'd' in key || 'k' in key);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function endOfDay(day: string): string {
  return new Date(`${day}T23:59:59`).toISOString();
}

function dayOf(iso: string): string {
  const at = new Date(iso);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
