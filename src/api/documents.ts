import Type from 'typebox';
import type { DirectoryEntry, PublishedEntry } from '#pipeline/flows/flow-directory.ts';
import { submitAll } from '#pipeline/post/group-commit.ts';
import type { Submission, SubmissionAnswer } from '#pipeline/post/submission.ts';
import { exceptionsOfRecord } from '#storage/exceptions.ts';
import type { ApiContext } from './api-context.ts';
import { requireOpenFlow } from './find-flow.ts';
import { created, type Outgoing, ok, trouble } from './http/answer.ts';
import { bytesOf, defineRoute, type RawRequest } from './http/route.ts';
import { Code, exactly, Problem } from './http/schemas.ts';
import { outcomeBody, PostedBody } from './outcome-body.ts';

/** One document, posted before the answer leaves. Callers of one book share transactions; each gets its own answer. */
export const postDocument = defineRoute({
  method: 'POST',
  path: '/books/{book}/documents',
  summary: 'Post one document and get its voucher',
  tag: 'Documents',
  permission: 'documents:post',
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
  async handle({ params, query, raw }, context) {
    const entry = await requireOpenFlow(context, { code: query.flow, book: params.book });
    const submission = submissionOf(entry, raw, query.externalId);
    const { baseCurrency } = currencyOf(entry.published);
    if (query.dryRun) {
      const answer = await tryOut(context, submission);
      return answerOf({ answer, baseCurrency, raw, exceptionId: null, isDryRun: true }, ok);
    }
    const answer = await context.groupCommit.submit(submission);
    const exceptionId =
      answer.outcome.kind === 'held' ? await openException(context, answer, submission) : null;
    return answerOf({ answer, baseCurrency, raw, exceptionId }, answer.repeated ? ok : created);
  },
});

const currencyOf = ({ book }: PublishedEntry) => ({ baseCurrency: book.base_currency });

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

interface Answering {
  readonly answer: SubmissionAnswer;
  readonly baseCurrency: string;
  readonly raw: RawRequest;
  readonly exceptionId: string | null;
  readonly isDryRun?: boolean;
}

function answerOf(
  { answer, baseCurrency, raw, exceptionId, isDryRun = false }: Answering,
  good: (body: unknown) => Outgoing,
): Outgoing {
  const { outcome, recordId, repeated } = answer;
  if (outcome.kind === 'held') {
    return trouble({
      code: isDryRun ? 'document_would_be_held' : 'document_held',
      params: { count: String(outcome.findings.length), record: String(recordId) },
      findings: outcome.findings,
      more: { recordId: String(recordId), repeated, exceptionId },
    });
  }
  return good(outcomeBody(answer, { baseCurrency, language: () => raw.language }));
}
