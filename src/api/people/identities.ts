import Type from 'typebox';
import { requireProof } from '#access/prove.ts';
import { linkIdentity } from '#access/sign-on/link-identity.ts';
import { readProvider } from '#access/sign-on/provider.ts';
import { created, notFound, ok, trouble } from '#api/http/answer.ts';
import { wholeList } from '#api/http/paging.ts';
import { defineRoute } from '#api/http/route.ts';
import { exactly, Id, orNull, Problem, pageOf } from '#api/http/schemas.ts';
import { audit } from '#storage/audit-log.ts';
import { deleteIdentity, type IdentityRow, listIdentities } from '#storage/identities.ts';
import { findPersonById } from '#storage/people.ts';
import { deleteSessions } from '#storage/person-sessions.ts';
import { findSignOnProvider } from '#storage/sign-on.ts';
import { requireRank } from './require-rank.ts';
import { ProviderCode } from './sign-on-provider-body.ts';

const IdentityBody = Type.Object(
  {
    id: Id,
    provider: ProviderCode,
    realm: Type.String({ description: 'The issuer, or the directory and its attribute' }),
    subject: Type.String(),
    linkedBy: orNull(Type.String({ description: 'Null: the first sign-on made the person' })),
    linkedAt: Type.String(),
    lastUsedAt: orNull(Type.String()),
  },
  { $id: 'Identity' },
);

const tag = 'People';
const refusals = { 403: Problem, 404: Problem };

export const getIdentities = defineRoute({
  method: 'GET',
  path: '/people/{person}/identities',
  summary: 'As whom providers know a person',
  tag,
  permission: 'people:read',
  scope: 'hub',
  params: exactly({ person: Id }),
  replies: { ...refusals, 200: pageOf(IdentityBody) },
  async handle({ params: { person } }, { database }) {
    if (!(await findPersonById(database, Number(person)))) return notFound('person', person);
    const rows = await listIdentities(database, Number(person));
    return ok(wholeList(rows.map((row) => identityBody(row, row.provider))));
  },
});

export const createIdentity = defineRoute({
  method: 'POST',
  path: '/people/{person}/identities',
  summary: 'Tie an identity at a provider to a person: whoever has it there is this person here',
  tag,
  permission: 'people:write',
  scope: 'hub',
  params: exactly({ person: Id }),
  body: exactly({ provider: ProviderCode, subject: Type.String({ minLength: 1, maxLength: 255 }) }),
  replies: { ...refusals, 201: IdentityBody, 409: Problem },
  async change({ params: { person }, body, raw }, { tx, now, unseal }) {
    requireProof(raw.access, now());
    const row = await findPersonById(tx, Number(person));
    if (!row) return notFound('person', person);
    await requireRank(tx, raw.access, row);
    const provider = await findSignOnProvider(tx, body.provider);
    if (!provider) return notFound('provider', body.provider);
    const wanted = { provider: readProvider(provider, unseal), subject: body.subject, person: row };
    const linked = await linkIdentity(tx, { ...wanted, by: raw.principal });
    return linked.ok ? created(identityBody(linked.value, provider.code)) : trouble(linked.refusal);
  },
});

export const removeIdentity = defineRoute({
  method: 'DELETE',
  path: '/people/{person}/identities/{identity}',
  summary: 'Untie an identity; every session of the person ends',
  tag,
  permission: 'people:write',
  scope: 'hub',
  params: exactly({ person: Id, identity: Id }),
  replies: { ...refusals, 204: Type.Null() },
  async change({ params: { person, identity }, raw }, { tx, now, sessions }) {
    requireProof(raw.access, now());
    const row = await findPersonById(tx, Number(person));
    if (!row) return notFound('person', person);
    await requireRank(tx, raw.access, row);
    const key = { personId: row.person_id, identityId: BigInt(identity) };
    if (!(await deleteIdentity(tx, key))) return notFound('identity', identity);
    const own = raw.access.principal.session?.sessionId ?? null;
    const ended = await deleteSessions(tx, row.person_id, own);
    const [subject, details] = [`person:${row.login}`, { identity, ended }];
    await audit(tx, { actor: raw.principal, action: 'identity.unlink', subject, details });
    return { status: 204, body: undefined, committed: sessions.forget };
  },
});

function identityBody(row: IdentityRow, provider: string) {
  return {
    id: String(row.identity_id),
    provider,
    realm: row.realm,
    subject: row.subject,
    linkedBy: row.linked_by,
    linkedAt: row.linked_at.toISOString(),
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
  };
}
