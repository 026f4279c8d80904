import Type, { type Static } from 'typebox';
import type { SessionRow } from '#storage/person-sessions.ts';

export const PersonSessionBody = Type.Object(
  {
    id: Type.String(),
    current: Type.Boolean({ description: 'The session that asks' }),
    ip: Type.String(),
    userAgent: Type.String(),
    factors: Type.Array(Type.String()),
    createdAt: Type.String(),
    seenAt: Type.String({ description: 'To the minute' }),
  },
  { $id: 'PersonSession' },
);

export function personSessionBody(
  row: SessionRow,
  currentId: bigint | undefined,
): Static<typeof PersonSessionBody> {
  return {
    id: String(row.session_id),
    current: row.session_id === currentId,
    ip: row.ip,
    userAgent: row.user_agent,
    factors: row.factors,
    createdAt: row.created_at.toISOString(),
    seenAt: row.seen_at.toISOString(),
  };
}
