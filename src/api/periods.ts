import Type from 'typebox';
import type { Period } from '#core/ledger/book.ts';
import { changePeriod } from '#pipeline/books/change-period.ts';
import type { Tx } from '#storage/database.ts';
import type { ApiContext } from './api-context.ts';
import { requireBook } from './find-book.ts';
import { type Outgoing, ok, trouble } from './http/answer.ts';
import { wholeList } from './http/paging.ts';
import { defineRoute } from './http/route.ts';
import { Code, Day, exactly, PeriodId, Problem, pageOf } from './http/schemas.ts';

const PeriodBody = Type.Object(
  {
    id: PeriodId,
    startsOn: Day,
    endsOn: Day,
    state: Type.Union([Type.Literal('open'), Type.Literal('closed')]),
  },
  { $id: 'Period' },
);

const tag = 'Periods';
const params = exactly({ book: Code, period: PeriodId });
const replies = { 200: PeriodBody, 404: Problem, 409: Problem };

export const getPeriods = defineRoute({
  method: 'GET',
  path: '/books/{book}/periods',
  summary: 'List periods',
  tag,
  permission: 'books:read',
  params: exactly({ book: Code }),
  replies: { 200: pageOf(PeriodBody), 404: Problem },
  async handle(asked, context) {
    const { periods } = await requireBook(context.database, context, asked.params.book);
    return ok(wholeList(periods));
  },
});

export const closePeriod = defineRoute({
  method: 'POST',
  path: '/books/{book}/periods/{period}/close',
  summary: 'Close a period; earlier ones must be closed already',
  tag,
  permission: 'periods:close',
  params,
  replies,
  change: (asked, context) => setState({ ...asked.params, to: 'closed', by: asked.raw.principal }, context),
});

export const reopenPeriod = defineRoute({
  method: 'POST',
  path: '/books/{book}/periods/{period}/reopen',
  summary: 'Open the last closed period again',
  tag,
  permission: 'periods:reopen',
  params,
  replies,
  change: (asked, context) => setState({ ...asked.params, to: 'open', by: asked.raw.principal }, context),
});

async function setState(
  { book: code, ...change }: { book: string; period: number; to: Period['state']; by: string },
  context: ApiContext & { readonly tx: Tx },
): Promise<Outgoing> {
  const book = await requireBook(context.tx, context, code);
  const outcome = await changePeriod(context.tx, context.cache, { ...change, bookId: book.id });
  return outcome.ok ? ok(outcome.value) : trouble(outcome.refusal);
}
