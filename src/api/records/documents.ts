import Type from 'typebox';
import { departmentsOf } from '#access/departments.ts';
import { maskVoucher } from '#access/mask-voucher.ts';
import type { EntrySeen, Sight } from '#access/sight.ts';
import type { ApiContext } from '#api/api-context.ts';
import { voucherBody } from '#api/books/voucher-body.ts';
import { requireOpenFlow, seenAs } from '#api/find-flow.ts';
import { created, type Outgoing, ok, trouble } from '#api/http/answer.ts';
import { bytesOf, defineRoute, type RawRequest } from '#api/http/route.ts';
import { Code, exactly, Problem } from '#api/http/schemas.ts';
import type { CoverFinding } from '#api/seen.ts';
import type { Voucher } from '#core/ledger/voucher.ts';
import { RefusalError } from '#core/trouble/trouble.ts';
import type { DirectoryEntry, PublishedEntry } from '#pipeline/flows/flow-directory.ts';
import { submitAll } from '#pipeline/post/group-commit.ts';
import type { Submission, SubmissionAnswer } from '#pipeline/post/submission.ts';
import { exceptionsOfRecord } from '#storage/exceptions.ts';
import { outcomeBody, PostedBody } from './outcome-body.ts';

/** One document, posted before the answer leaves. Callers of one book share transactions; each gets its own answer. */
export const postDocument = defineRoute({
  method: 'POST',
  path: '/books/{book}/documents',
  summary: 'Post one document and get its voucher',
  tag: 'Documents',
  permission: 'documents:post',
  scope: 'named',
  params: exactly({ book: Code }),
  query: exactly({
    flow: Code,
    externalId: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 200,
        description: 'Their id of the thing. Default: its number as the flow reads it, else its content',
      }),
    ),
    dryRun: Type.Optional(Type.Boolean({ description: 'The same work and answer, nothing kept' })),
  }),
  takes: 'bytes',
  body: Type.Unknown({ description: 'The document as its system writes it; the flow maps it' }),
  replies: { 200: PostedBody, 201: PostedBody, 409: Problem, 413: Problem, 422: Problem },
  async handle({ params, query, raw, sight }, context) {
    const entry = await requireOpenFlow(context, { code: query.flow, book: params.book, sight });
    const submission = submissionOf(entry, raw, query.externalId);
    const asking = { raw, sight, published: entry.published };
    const isTried = query.dryRun === true || !sight.wholeTraffic(seenAs(entry.published));
    const tried = isTried ? await tryOut(context, submission) : null;
    if (tried) requireDepartments(tried, asking);
    if (tried && (query.dryRun || tried.outcome.kind === 'held')) {
      return answerOf({ ...asking, answer: tried, exceptionId: null, isDryRun: true }, ok);
    }
    const answer = await context.groupCommit.submit(submission);
    const exceptionId =
      answer.outcome.kind === 'held' ? await openException(context, answer, submission) : null;
    return answerOf({ ...asking, answer, exceptionId }, answer.repeated ? ok : created);
  },
});

function submissionOf(
  { flow, published }: DirectoryEntry & { readonly published: PublishedEntry },
  request: RawRequest,
  externalId: string | undefined,
): Submission {
  const raw = bytesOf(request);
  return {
    bookId: flow.book_id,
    connectionId: flow.connection_id,
    kind: flow.kind,
    externalId: externalId ?? published.nameOf(raw),
    mediaType: 'application/json',
    raw,
    flowId: flow.flow_id,
    flowVersionId: published.flowVersionId,
    by: request.principal,
    receivedAtMs: performance.now(),
  };
}

/** The very same work in a transaction that is rolled back. */
async function tryOut(context: ApiContext, submission: Submission): Promise<SubmissionAnswer> {
  const { answers } = await context.database.transaction(
    (tx) =>
      submitAll(
        tx,
        { cache: context.cache, today: context.today, postedBy: 'tongzhang' },
        { bookId: submission.bookId, submissions: [submission] },
      ),
    { dryRun: true },
  );
  return answers[0]!;
}

async function openException(
  { database }: ApiContext,
  { recordId }: SubmissionAnswer,
  { flowId }: Submission,
): Promise<string | null> {
  const open = (await exceptionsOfRecord(database, recordId)).find(
    (exception) => exception.state === 'open' && exception.flow_id === flowId,
  );
  return open ? String(open.exception_id) : null;
}

interface Caller {
  readonly raw: RawRequest;
  readonly sight: Sight;
  readonly published: PublishedEntry;
}

/** Which departments a document is of shows in its vouchers; so where only some are granted, it is tried out first. */
function requireDepartments({ outcome }: SubmissionAnswer, { sight, published }: Caller): void {
  const vouchers = outcome.kind === 'posted' ? outcome.documents.map(({ voucher }) => voucher) : [];
  const isGranted = vouchers.every((voucher) => sight.entry(seenIn(voucher, published)));
  if (isGranted) return;
  const params = { permission: 'documents:post', book: published.book.code };
  throw new RefusalError({ code: 'forbidden', params });
}

function seenIn(voucher: Voucher | null, { book }: PublishedEntry): EntrySeen {
  const { lines, sourceKinds: kinds } = voucher ?? { lines: [], sourceKinds: [] };
  return { book: book.code, kinds, departments: departmentsOf(lines.map(({ dimensions }) => dimensions)) };
}

interface Answering extends Caller {
  readonly answer: SubmissionAnswer;
  readonly exceptionId: string | null;
  readonly isDryRun?: boolean;
}

function answerOf(
  { answer, raw, sight, published, exceptionId, isDryRun = false }: Answering,
  good: (body: unknown) => Outgoing,
): Outgoing {
  const { outcome, recordId, repeated } = answer;
  const { book, kinds } = seenAs(published);
  const cover: CoverFinding = (finding) => sight.mask(book).finding(finding, kinds);
  if (outcome.kind === 'held') {
    return trouble({
      code: isDryRun ? 'document_would_be_held' : 'document_held',
      params: { count: String(outcome.findings.length), record: String(recordId) },
      findings: outcome.findings.map(cover),
      more: { recordId: String(recordId), repeated, exceptionId },
    });
  }
  const vouchers = raw.access.sight('vouchers:read');
  const show = (voucher: Voucher) =>
    vouchers.entry(seenIn(voucher, published))
      ? maskVoucher(
          vouchers.mask(book),
          voucherBody(voucher, { baseCurrency: published.book.base_currency }),
          voucher.sourceKinds,
        )
      : null;
  return good(outcomeBody(answer, { language: () => raw.language, show, cover }));
}
