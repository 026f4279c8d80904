import Type from 'typebox';
import { grantRole, takeGrant } from '#access/change-grants.ts';
import { requireProof } from '#access/prove.ts';
import { created, ok, trouble } from '#api/http/answer.ts';
import { idPage, page } from '#api/http/paging.ts';
import { defineRoute } from '#api/http/route.ts';
import { Code, exactly, Id, orNull, Page, Problem, pageOf } from '#api/http/schemas.ts';
import { auditNames } from '#storage/audit-names.ts';
import type { Tx } from '#storage/database.ts';
import { type GrantRow, listGrants } from '#storage/grants.ts';

const FieldRuleBody = exactly(
  {
    kind: Type.String({ minLength: 1, maxLength: 80, description: 'Kind of document; * for every kind' }),
    field: Type.String({ minLength: 1, maxLength: 80, description: 'Field; * for every field' }),
    show: Type.Union([Type.Literal('masked'), Type.Literal('totals'), Type.Literal('hidden')], {
      description: 'masked: as dots. totals: only added up. hidden: not at all',
    }),
  },
  { $id: 'FieldRule' },
);

/** A client is understood, so that whoever asks for one is told where its scopes are. */
const PrincipalBody = Type.Union(
  [exactly({ kind: Type.Literal('person'), id: Id }), exactly({ kind: Type.Literal('client'), id: Code })],
  { $id: 'GrantPrincipal', description: 'A person. A client is refused: it holds scopes, not roles' },
);

const some = (description: string) =>
  Type.Optional(orNull(Type.Array(Code, { minItems: 1, maxItems: 1_000, description })));

const Limits = {
  books: some('Null: every book, and what belongs to none'),
  departments: some('Null: every department'),
  kinds: some('Kinds of documents. Null: every kind'),
  fields: Type.Optional(Type.Array(FieldRuleBody, { maxItems: 500 })),
};

const GrantBody = Type.Object(
  {
    id: Id,
    principal: Type.Object({ kind: Type.String(), id: Type.String() }),
    role: Type.String(),
    books: orNull(Type.Array(Code)),
    departments: orNull(Type.Array(Code)),
    kinds: orNull(Type.Array(Code)),
    fields: Type.Array(FieldRuleBody),
    origin: Type.String({ description: '`given` by a person, or what keeps it in step: `sign-on:ldap`' }),
    grantedBy: Type.String(),
    grantedByName: orNull(Type.String({ description: 'Of a person or client, as long as it is there' })),
    grantedAt: Type.String(),
  },
  { $id: 'Grant' },
);

const tag = 'Roles and grants';

export const getGrants = defineRoute({
  method: 'GET',
  path: '/grants',
  summary: 'List who holds which role, where, and which fields they do not see',
  tag,
  permission: 'people:read',
  scope: 'hub',
  query: exactly({ ...Page, person: Type.Optional(Id), role: Type.Optional(Code) }),
  replies: { 200: pageOf(GrantBody) },
  async handle({ query, raw }, { database }) {
    const { limit, fetch } = idPage(query);
    const { person, role } = query;
    const rows = await listGrants(database, {
      ...(person === undefined ? {} : { principal: { kind: 'person', id: person } }),
      ...(role === undefined ? {} : { role }),
      ...fetch,
    });
    const item = await grantsTold(database, rows);
    return ok(page(rows, { raw, limit, after: (row) => String(row.grant_id), item }));
  },
});

export const postGrant = defineRoute({
  method: 'POST',
  path: '/grants',
  summary: 'Give a person a role; it holds from their next request',
  tag,
  permission: 'roles:write',
  scope: 'hub',
  body: exactly({ principal: PrincipalBody, role: Code, ...Limits }),
  replies: { 201: GrantBody, 403: Problem, 404: Problem, 422: Problem },
  async change({ body, raw }, { tx, now, sessions }) {
    requireProof(raw.access, now());
    const { principal, role, books = null, departments = null, kinds = null, fields = [] } = body;
    if (principal.kind === 'client')
      return trouble({ code: 'client_has_scopes', params: { client: principal.id } });
    const wanted = { principal, role, books, departments, kinds, fieldRules: fields };
    const row = await grantRole(tx, wanted, raw.access.principal);
    const location = `${raw.path}/${row.grant_id}`;
    const told = await grantsTold(tx, [row]);
    return { ...created(told(row), { location }), committed: sessions.forget };
  },
});

export const deleteGrant = defineRoute({
  method: 'DELETE',
  path: '/grants/{grant}',
  summary: 'Take a role back; the last person who may maintain roles keeps theirs',
  tag,
  permission: 'roles:write',
  scope: 'hub',
  params: exactly({ grant: Id }),
  replies: { 200: Type.Object({ deleted: Id }), 403: Problem, 404: Problem, 409: Problem },
  async change({ params, raw }, { tx, now, sessions }) {
    requireProof(raw.access, now());
    await takeGrant(tx, BigInt(params.grant), raw.principal);
    return { ...ok({ deleted: params.grant }), committed: sessions.forget };
  },
});

/** Grants as they travel, with the names of those who gave them. */
async function grantsTold(tx: Tx, rows: readonly GrantRow[]) {
  const people = await auditNames(tx, [...new Set(rows.map((row) => row.granted_by))]);
  return (row: GrantRow) => ({
    id: String(row.grant_id),
    principal: { kind: row.principal_kind, id: row.principal_id },
    role: row.role,
    books: row.books,
    departments: row.departments,
    kinds: row.kinds,
    fields: row.field_rules,
    origin: row.origin,
    grantedBy: row.granted_by,
    grantedByName: people.get(row.granted_by) ?? null,
    grantedAt: row.granted_at.toISOString(),
  });
}
