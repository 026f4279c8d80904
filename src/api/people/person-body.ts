import Type, { type Static } from 'typebox';
import { orNull } from '#api/http/schemas.ts';
import type { ListedPerson } from '#storage/people.ts';
import { LanguageName } from './session-body.ts';

/** No control characters: names stand in lists, mails and logs. */
export const PersonName = Type.String({ minLength: 1, maxLength: 200, pattern: '^[^\\x00-\\x1f\\x7f]+$' });
export const Email = Type.String({ maxLength: 254, pattern: '^[^\\s@\\x00-\\x1f]+@[^\\s@\\x00-\\x1f]+$' });

export const PersonBody = Type.Object(
  {
    id: Type.String(),
    login: Type.String(),
    name: Type.String(),
    email: orNull(Type.String()),
    language: LanguageName,
    state: Type.Union([Type.Literal('invited'), Type.Literal('active'), Type.Literal('disabled')]),
    source: Type.String({ description: '`local`, or the sign-on provider that made the person' }),
    factors: Type.Object({ totp: Type.Boolean(), passkeys: Type.Integer() }),
    roles: Type.Array(Type.String(), { description: 'Codes of the roles granted, each once' }),
    signedInAt: orNull(Type.String({ description: 'The last time; null: never' })),
    seenAt: orNull(Type.String({ description: 'In a session that still stands' })),
    createdAt: Type.String(),
  },
  { $id: 'Person' },
);

export function personBody(row: ListedPerson): Static<typeof PersonBody> {
  return {
    id: String(row.person_id),
    login: row.login,
    name: row.name,
    email: row.email,
    language: row.language,
    state: row.state,
    source: row.source,
    factors: { totp: row.has_totp, passkeys: row.passkeys },
    roles: row.roles,
    signedInAt: row.signed_in_at?.toISOString() ?? null,
    seenAt: row.seen_at?.toISOString() ?? null,
    createdAt: row.created_at.toISOString(),
  };
}
