import Type from 'typebox';
import { accepted, notFound, ok, trouble } from '#api/http/answer.ts';
import { idPage, page } from '#api/http/paging.ts';
import { tell } from '#api/http/problem.ts';
import { defineRoute } from '#api/http/route.ts';
import { exactly, Finding, Id, orNull, Page, Problem, pageOf } from '#api/http/schemas.ts';
import type { Language } from '#core/trouble/message.ts';
import { isKeptVerification } from '#pipeline/verify/kept-verification.ts';
import { runVerification } from '#pipeline/verify/run-verification.ts';
import { audit } from '#storage/audit-log.ts';
import {
  beginVerification,
  findVerification,
  listVerifications,
  type VerificationRow,
} from '#storage/audit-verifications.ts';

const Difference = Type.Object({ book: orNull(Type.String()), finding: Finding });

const Progress = Type.Object({
  book: orNull(Type.String({ description: 'Null: the audit log' })),
  done: Type.Integer({ description: 'Vouchers of the book, or entries of the audit log' }),
});

const Count = Type.Integer();
const Summary = Type.Object(
  {
    books: Type.Array(
      Type.Object({
        book: Type.String(),
        postings: Count,
        vouchers: Count,
        lines: Count,
        records: Count,
        head: Type.String({ description: 'Head of the chain over all postings, hex' }),
      }),
    ),
    audit: orNull(
      Type.Object({
        entries: Count,
        head: Type.String({ description: 'Head of the chain, hex' }),
        checkpoints: Type.Integer({ description: 'How many signed checkpoints were compared' }),
        last: orNull(Type.Object({ sequence: Type.String(), at: Type.String(), entries: Count })),
      }),
    ),
  },
  { description: 'What was recomputed' },
);

const VerificationBody = Type.Object(
  {
    id: Id,
    state: Type.Union([Type.Literal('running'), Type.Literal('done'), Type.Literal('failed')]),
    startedBy: Type.String(),
    startedAt: Type.String(),
    finishedAt: orNull(Type.String()),
    progress: orNull(Progress),
    ok: orNull(Type.Boolean({ description: 'Null until it is done' })),
    differences: Type.Integer({ description: 'How many were found; the first 500 are told' }),
    found: Type.Array(Difference),
    summary: orNull(Summary),
  },
  { $id: 'Verification' },
);

const tag = 'Audit';

export const startVerification = defineRoute({
  method: 'POST',
  path: '/audit/verify',
  summary:
    'Recompute every hash, chain, number and balance and compare with the checkpoints; goes on after the answer',
  tag,
  permission: 'audit:read',
  scope: 'hub',
  replies: { 202: VerificationBody, 409: Problem },
  async handle({ raw }, context) {
    const { database } = context;
    const begun = await database.transaction(async (tx) => {
      const one = await beginVerification(tx, raw.principal);
      const subject = `verification:${one.id}`;
      if (one.isNew) await audit(tx, { actor: raw.principal, action: 'audit.verify', subject });
      return one;
    });
    const id = String(begun.id);
    if (!begun.isNew) return trouble({ code: 'audit_verification_running', params: { id } });
    runVerification({ ...context, signal: raw.stopping }, begun.id).catch((error: unknown) =>
      context.log.error({ err: error, verification: id }, 'a verification failed'),
    );
    const row = await findVerification(database, begun.id);
    return row ? accepted(verificationBody(row, raw.language)) : notFound('verification', id);
  },
});

export const getVerifications = defineRoute({
  method: 'GET',
  path: '/audit/verifications',
  summary: 'List verifications, newest first',
  tag,
  permission: 'audit:read',
  scope: 'hub',
  query: exactly(Page),
  replies: { 200: pageOf(VerificationBody) },
  async handle({ query, raw }, { database }) {
    const { limit, fetch } = idPage(query);
    const rows = await listVerifications(database, fetch);
    const item = (row: VerificationRow) => verificationBody(row, raw.language);
    return ok(page(rows, { raw, limit, after: (row) => String(row.verification_id), item }));
  },
});

export const getVerification = defineRoute({
  method: 'GET',
  path: '/audit/verifications/{verification}',
  summary: 'Get a verification: how far it is, or what it found',
  tag,
  permission: 'audit:read',
  scope: 'hub',
  params: exactly({ verification: Id }),
  replies: { 200: VerificationBody, 404: Problem },
  async handle({ params, raw }, { database }) {
    const row = await findVerification(database, BigInt(params.verification));
    return row ? ok(verificationBody(row, raw.language)) : notFound('verification', params.verification);
  },
});

function verificationBody(row: VerificationRow, language: Language) {
  const kept = isKeptVerification(row.result) ? row.result : null;
  return {
    id: String(row.verification_id),
    state: row.state,
    startedBy: row.started_by,
    startedAt: row.started_at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
    progress: hasBegun(row.progress) ? row.progress : null,
    ok: kept?.verification.ok ?? null,
    differences: kept?.verification.differences ?? 0,
    found: kept?.differences.map(({ book, refusal }) => ({ book, finding: tell(refusal, language) })) ?? [],
    summary: kept && { books: kept.verification.books, audit: kept.verification.audit },
  };
}

/** Before its first page a verification has nothing to tell. */
function hasBegun(progress: unknown): boolean {
  return typeof progress === 'object' && progress !== null && 'done' in progress;
}
