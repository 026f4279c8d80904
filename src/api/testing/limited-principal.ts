import type { Permission } from '#access/permissions.ts';
import type { FieldRule, Principal } from '#access/principal.ts';

/** Somebody who may do these things in these books; null: in all. */
export function limitedPrincipal({
  permissions,
  books,
  fields = [],
}: {
  readonly permissions: readonly Permission[];
  readonly books: readonly string[] | null;
  readonly fields?: readonly FieldRule[];
}): Principal {
  const grant = {
    role: 'test',
    permissions: new Set(permissions),
    books: books && new Set(books),
    departments: null,
    kinds: null,
    fields,
  };
  return { kind: 'person', id: '77', actor: 'person:limited', grants: [grant] };
}
