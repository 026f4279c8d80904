import Type from 'typebox';
import { exactly, Id, orNull } from '#api/http/schemas.ts';
import { endOf, startOf, When } from '#api/time-range.ts';
import type { AuditFilter, AuditRow } from '#storage/audit-search.ts';

/** Which entries are wanted. */
export const AuditQuery = {
  actor: Type.Optional(
    Type.String({ maxLength: 200, description: 'Who, e.g. person:li.na, client:shop, cli:root' }),
  ),
  action: Type.Optional(
    Type.String({ maxLength: 100, description: 'What was done, or how it begins: flow.publish, exception.' }),
  ),
  subject: Type.Optional(Type.String({ maxLength: 300, description: 'To what, e.g. flow:shop-orders' })),
  from: Type.Optional(When),
  to: Type.Optional(When),
};

const Query = exactly(AuditQuery);

export function filterOf({ from, to, ...exact }: Type.Static<typeof Query>): AuditFilter {
  return {
    ...exact,
    ...(from === undefined ? {} : { from: startOf(from, 'query.from') }),
    ...(to === undefined ? {} : { to: endOf(to, 'query.to') }),
  };
}

export const AuditEntryBody = Type.Object(
  {
    id: Id,
    at: Type.String(),
    actor: Type.String(),
    actorName: orNull(Type.String({ description: 'Of a person or client, as they are called now' })),
    action: Type.String(),
    subject: Type.String(),
    subjectName: orNull(Type.String({ description: 'Of a person or client, as they are called now' })),
    details: Type.Record(Type.String(), Type.Unknown()),
    hash: Type.String({ description: 'SHA-256 over the entry and the one before it, hex' }),
    previousHash: Type.String({ description: 'Of the entry before it, hex' }),
  },
  { $id: 'AuditEntry' },
);

export function auditEntryBody(row: AuditRow) {
  return {
    id: String(row.entry_id),
    at: row.at.toISOString(),
    actor: row.actor,
    action: row.action,
    subject: row.subject,
    details: row.details,
    hash: row.hash.toString('hex'),
  };
}
