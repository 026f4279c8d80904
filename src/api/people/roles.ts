import Type from 'typebox';
import { allRoles, changeRole, createRole, removeRole } from '#access/change-roles.ts';
import { PERMISSION_NAMES, PERMISSIONS } from '#access/permissions.ts';
import { requireProof } from '#access/prove.ts';
import type { Role } from '#access/shipped-roles.ts';
import { created, ok } from '#api/http/answer.ts';
import { etagOf, requireMatch } from '#api/http/etag.ts';
import { wholeList } from '#api/http/paging.ts';
import { defineRoute } from '#api/http/route.ts';
import { exactly, orNull, Problem, pageOf, Texts } from '#api/http/schemas.ts';

const RoleCode = Type.String({ pattern: '^[a-z][a-z0-9-]{0,39}$' });
const Permissions = Type.Array(Type.String({ maxLength: 60 }), { maxItems: 100 });

const RoleBody = Type.Object(
  {
    code: RoleCode,
    names: Texts,
    permissions: Permissions,
    shipped: Type.Boolean({ description: 'Comes with the hub: it can be copied, not changed' }),
    basedOn: orNull(RoleCode),
  },
  { $id: 'Role' },
);

const PermissionBody = Type.Object(
  {
    permission: Type.String(),
    title: Texts,
    strong: Type.Boolean({ description: 'Whoever holds it signs in with a second factor' }),
  },
  { $id: 'Permission' },
);

const tag = 'Roles and grants';
const params = exactly({ role: RoleCode });

export const getPermissions = defineRoute({
  method: 'GET',
  path: '/permissions',
  summary: 'List everything that can be granted',
  tag,
  permission: 'self',
  scope: 'common',
  replies: { 200: pageOf(PermissionBody) },
  async handle() {
    return ok(wholeList(PERMISSION_NAMES.map((permission) => ({ permission, ...PERMISSIONS[permission] }))));
  },
});

export const getRoles = defineRoute({
  method: 'GET',
  path: '/roles',
  summary: 'List roles, those of the hub first',
  tag,
  permission: 'people:read',
  scope: 'hub',
  replies: { 200: pageOf(RoleBody) },
  async handle(_, { database }) {
    return ok(wholeList((await allRoles(database)).map(roleBody)));
  },
});

export const postRole = defineRoute({
  method: 'POST',
  path: '/roles',
  summary: 'Make a role of your own, from nothing or as a copy of another',
  tag,
  permission: 'roles:write',
  scope: 'hub',
  body: exactly({
    code: RoleCode,
    names: Texts,
    permissions: Permissions,
    basedOn: Type.Optional(orNull(RoleCode)),
  }),
  replies: { 201: RoleBody, 403: Problem, 409: Problem, 422: Problem },
  async change({ body, raw }, { tx, now, sessions }) {
    requireProof(raw.access, now());
    const role = await createRole(tx, { ...body, basedOn: body.basedOn ?? null }, raw.principal);
    const headers = { etag: tagOf(role), location: `${raw.path}/${role.code}` };
    return { ...created(roleBody(role), headers), committed: sessions.forget };
  },
});

export const putRole = defineRoute({
  method: 'PUT',
  path: '/roles/{role}',
  summary: 'Change a role of your own; whoever holds it may do at once what it says now',
  tag,
  permission: 'roles:write',
  scope: 'hub',
  params,
  body: exactly({ names: Texts, permissions: Permissions }),
  replies: { 200: RoleBody, 403: Problem, 404: Problem, 409: Problem, 412: Problem, 422: Problem },
  async change({ params: { role: code }, body, raw }, { tx, now, sessions }) {
    requireProof(raw.access, now());
    const before = (await allRoles(tx)).find((role) => role.code === code);
    if (before) requireMatch(raw, roleBody(before));
    const role = await changeRole(tx, { code, ...body }, raw.principal);
    return { ...ok(roleBody(role), { etag: tagOf(role) }), committed: sessions.forget };
  },
});

export const deleteRole = defineRoute({
  method: 'DELETE',
  path: '/roles/{role}',
  summary: 'Delete a role of your own that nobody holds',
  tag,
  permission: 'roles:write',
  scope: 'hub',
  params,
  replies: { 200: Type.Object({ deleted: RoleCode }), 403: Problem, 404: Problem, 409: Problem },
  async change({ params: { role: code }, raw }, { tx, now, sessions }) {
    requireProof(raw.access, now());
    await removeRole(tx, code, raw.principal);
    return { ...ok({ deleted: code }), committed: sessions.forget };
  },
});

function roleBody({ code, names, permissions, isShipped: shipped, basedOn }: Role) {
  return { code, names, permissions, shipped, basedOn };
}

function tagOf(role: Role): string {
  return etagOf(roleBody(role));
}
