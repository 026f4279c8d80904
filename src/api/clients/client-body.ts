import Type, { type Static } from 'typebox';
import { parseJwks } from '#access/client-keys.ts';
import { PERMISSION_NAMES } from '#access/permissions.ts';
import { Code, exactly, orNull } from '#api/http/schemas.ts';
import { startOf, When } from '#api/time-range.ts';
import { CLIENT_METHODS, type ClientFacts, type ClientRow } from '#storage/clients.ts';

const LIST_MAX = 200;
const Codes = Type.Array(Code, { maxItems: LIST_MAX, uniqueItems: true });

function choice<Name extends string>(names: readonly Name[]) {
  return Type.Union(names.map((name) => Type.Literal(name)));
}

const ClientId = Type.String({
  pattern: '^[a-z0-9][a-z0-9._-]{0,59}$',
  description: 'Given once: the id of a deleted client stays taken',
});
const ClientMethodName = choice(CLIENT_METHODS);

const FACTS = {
  name: Type.String({ minLength: 1, maxLength: 200 }),
  state: choice(['active', 'disabled']),
  scopes: Type.Array(choice(PERMISSION_NAMES), { minItems: 1, maxItems: LIST_MAX, uniqueItems: true }),
  books: orNull(Codes),
  kinds: orNull(Codes),
  fields: Type.Array(exactly({ kind: Code, field: Code, show: choice(['masked', 'totals', 'hidden']) }), {
    maxItems: LIST_MAX,
  }),
  addresses: orNull(
    Type.Array(Type.String({ maxLength: 60 }), {
      maxItems: LIST_MAX,
      description: 'Addresses and networks from which it may call: 192.0.2.7, 10.0.0.0/8, 2001:db8::/32',
    }),
  ),
  requestsPerMinute: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
  certificate: orNull(
    Type.String({
      pattern: '^[A-Za-z0-9_-]{43}$',
      description: 'SHA-256 of the certificate that it must show, base64url (RFC 8705)',
    }),
  ),
  jwks: orNull(
    exactly(
      { keys: Type.Array(Type.Record(Type.String(), Type.Unknown()), { maxItems: 5 }) },
      { description: 'Public keys, for private_key_jwt' },
    ),
  ),
  expiresAt: orNull(When),
};

/** Whatever of it is to be other than it is. */
export const ClientChange = Type.Partial(exactly(FACTS), { additionalProperties: false });

/** A new client: without limits of its own, with 600 requests per minute, unless it says so. */
export const NewClientBody = exactly({
  ...ClientChange.properties,
  id: ClientId,
  name: FACTS.name,
  scopes: FACTS.scopes,
  method: Type.Optional(ClientMethodName),
});

export const ClientBody = Type.Object(
  {
    id: Type.String(),
    method: ClientMethodName,
    ...FACTS,
    expiresAt: orNull(Type.String()),
    createdAt: Type.String(),
    createdBy: Type.String(),
    secretMadeAt: orNull(Type.String()),
    lastTokenAt: orNull(Type.String()),
  },
  { $id: 'Client' },
);

export const ClientWithSecret = Type.Object(
  {
    client: ClientBody,
    secret: orNull(Type.String({ description: 'Shown this once; null for private_key_jwt' })),
  },
  { $id: 'ClientWithSecret' },
);

/** `known` with what the change says. */
export function changedFacts(known: ClientFacts, change: Static<typeof ClientChange>): ClientFacts {
  const { requestsPerMinute, expiresAt, jwks, ...same } = change;
  const plain = Object.fromEntries(Object.entries(same).filter(([, value]) => value !== undefined));
  return {
    ...known,
    ...plain,
    ...(requestsPerMinute === undefined ? {} : { requests_per_minute: requestsPerMinute }),
    ...(expiresAt === undefined
      ? {}
      : { expires_at: expiresAt === null ? null : startOf(expiresAt, 'body.expiresAt') }),
    ...(jwks === undefined ? {} : { jwks: parseJwks(jwks) }),
  };
}

export function clientBody(row: ClientRow) {
  return {
    id: row.client_id,
    method: row.method,
    name: row.name,
    state: row.state,
    scopes: row.scopes,
    books: row.books,
    kinds: row.kinds,
    fields: row.fields,
    addresses: row.addresses,
    requestsPerMinute: row.requests_per_minute,
    certificate: row.certificate,
    jwks: row.jwks,
    expiresAt: row.expires_at?.toISOString() ?? null,
    createdAt: row.created_at.toISOString(),
    createdBy: row.created_by,
    secretMadeAt: row.secret_made_at?.toISOString() ?? null,
    lastTokenAt: row.last_token_at?.toISOString() ?? null,
  };
}
