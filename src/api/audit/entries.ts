import { ok } from '#api/http/answer.ts';
import { idPage, page } from '#api/http/paging.ts';
import { defineRoute } from '#api/http/route.ts';
import { exactly, Page, Problem, pageOf } from '#api/http/schemas.ts';
import { type AuditNames, auditNames } from '#storage/audit-names.ts';
import { type AuditRow, searchAudit } from '#storage/audit-search.ts';
import { AuditEntryBody, AuditQuery, auditEntryBody, filterOf } from './audit-query.ts';

export const getAudit = defineRoute({
  method: 'GET',
  path: '/audit',
  summary: 'Search the audit log, newest first',
  tag: 'Audit',
  permission: 'audit:read',
  scope: 'hub',
  query: exactly({ ...AuditQuery, ...Page }),
  replies: { 200: pageOf(AuditEntryBody), 400: Problem },
  async handle({ query, raw }, { database }) {
    const { after, limit: wanted, ...filter } = query;
    const { limit, fetch } = idPage({
      ...(after === undefined ? {} : { after }),
      ...(wanted === undefined ? {} : { limit: wanted }),
    });
    const rows = await searchAudit(database, filterOf(filter), fetch);
    const names = await auditNames(
      database,
      rows.flatMap((row) => [row.actor, row.subject]),
    );
    const item = (row: AuditRow) => namedBody(row, names);
    return ok(page(rows, { raw, limit, after: (row) => String(row.entry_id), item }));
  },
});

function namedBody(row: AuditRow, names: AuditNames) {
  return {
    ...auditEntryBody(row),
    actorName: names.get(row.actor) ?? null,
    subjectName: names.get(row.subject) ?? null,
    previousHash: row.previous_hash.toString('hex'),
  };
}
