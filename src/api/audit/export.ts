import { Readable } from 'node:stream';
import Type from 'typebox';
import { ok } from '#api/http/answer.ts';
import { CSV_MARK, csvLine } from '#api/http/csv-line.ts';
import { defineRoute } from '#api/http/route.ts';
import { exactly, Problem } from '#api/http/schemas.ts';
import { audit } from '#storage/audit-log.ts';
import { type AuditFilter, type AuditRow, lastEntryId, walkAudit } from '#storage/audit-search.ts';
import type { Database } from '#storage/database.ts';
import { AuditQuery, auditEntryBody, filterOf } from './audit-query.ts';

const FORMATS = {
  ndjson: { type: 'application/x-ndjson', head: '', line: jsonLine },
  csv: { type: 'text/csv; charset=utf-8', head: CSV_MARK, line: tableLine },
} as const;

const PAGE = 1_000;
/** Ids count from 1, but who puts an entry in by hand may give it any. */
const BEFORE_ALL = -(2n ** 63n);

export const exportAudit = defineRoute({
  method: 'GET',
  path: '/audit/export',
  summary: 'Export the audit log, oldest first, as NDJSON or CSV; the export is the last entry in it',
  tag: 'Audit',
  permission: 'audit:export',
  scope: 'hub',
  query: exactly({
    ...AuditQuery,
    format: Type.Optional(Type.Union([Type.Literal('ndjson'), Type.Literal('csv')], { default: 'ndjson' })),
  }),
  gives: ['application/x-ndjson', 'text/csv'],
  replies: { 200: Type.Unknown(), 400: Problem },
  async handle({ query, raw }, { database }) {
    const { format = 'ndjson', ...asked } = query;
    const filter = filterOf(asked);
    const until = await database.transaction(async (tx) => {
      const details = { format, ...asked };
      await audit(tx, { actor: raw.principal, action: 'audit.export', subject: 'audit', details });
      return lastEntryId(tx);
    });
    const { type } = FORMATS[format];
    return ok(Readable.from(linesOf(database, { filter, until, format, signal: raw.signal })), {
      'content-type': type,
      'content-disposition': `attachment; filename="audit-${until}.${format}"`,
      'x-content-type-options': 'nosniff',
    });
  },
});

interface Export {
  readonly filter: AuditFilter;
  readonly until: bigint;
  readonly format: keyof typeof FORMATS;
  readonly signal: AbortSignal;
}

/** A page at a time, as fast as the reader takes it. */
async function* linesOf(
  database: Database,
  { filter, until, format, signal }: Export,
): AsyncGenerator<string> {
  const { head, line } = FORMATS[format];
  yield format === 'csv' ? head + csvLine(COLUMNS) : head;
  for (let after = BEFORE_ALL; !signal.aborted; ) {
    const rows = await walkAudit(database, filter, { after, until, limit: PAGE });
    yield rows.map(line).join('');
    if (rows.length < PAGE) return;
    after = rows.at(-1)!.entry_id;
  }
}

const COLUMNS = ['id', 'at', 'actor', 'action', 'subject', 'details', 'previousHash', 'hash'];

function jsonLine(row: AuditRow): string {
  return `${JSON.stringify({ ...auditEntryBody(row), previousHash: row.previous_hash.toString('hex') })}\n`;
}

function tableLine(row: AuditRow): string {
  const { id, at, actor, action, subject, details, hash } = auditEntryBody(row);
  const previousHash = row.previous_hash.toString('hex');
  return csvLine([id, at, actor, action, subject, JSON.stringify(details), previousHash, hash]);
}
