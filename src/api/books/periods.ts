import Type from 'typebox';
import type { ApiContext } from '#api/api-context.ts';
import { requireBook } from '#api/find-book.ts';
import { notFound, type Outgoing, ok, trouble } from '#api/http/answer.ts';
import { wholeList } from '#api/http/paging.ts';
import { defineRoute } from '#api/http/route.ts';
import { Code, Day, exactly, Note, PeriodId, Problem, pageOf } from '#api/http/schemas.ts';
import { describe } from '#core/trouble/catalogue.ts';
import { changePeriod, type PeriodChange } from '#pipeline/books/change-period.ts';
import { blocking, readClosing } from '#pipeline/books/read-closing.ts';
import type { Tx } from '#storage/database.ts';
import { countVouchers } from '#storage/period-checks.ts';

export const PeriodBody = Type.Object(
  {
    id: PeriodId,
    startsOn: Day,
    endsOn: Day,
    state: Type.Union([Type.Literal('open'), Type.Literal('closed')]),
  },
  { $id: 'Period' },
);

const PeriodWithVouchers = Type.Object(
  { ...PeriodBody.properties, vouchers: Type.Integer({ description: 'How many were posted into it' }) },
  { $id: 'PeriodWithVouchers' },
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
  scope: 'named',
  params: exactly({ book: Code }),
  replies: { 200: pageOf(PeriodWithVouchers), 404: Problem },
  async handle(asked, context) {
    const { id, periods } = await requireBook(context.database, context, asked.params.book);
    const vouchers = await countVouchers(context.database, id);
    return ok(wholeList(periods.map((period) => ({ ...period, vouchers: vouchers.get(period.id) ?? 0 }))));
  },
});

const CheckBody = Type.Object(
  {
    code: Type.String(),
    effect: Type.Union([Type.Literal('block'), Type.Literal('warn')]),
    ok: Type.Boolean(),
    params: Type.Record(Type.String(), Type.String()),
    title: Type.String(),
    advice: Type.String(),
  },
  { $id: 'ClosingCheck' },
);

export const getPeriodChecklist = defineRoute({
  method: 'GET',
  path: '/books/{book}/periods/{period}/checklist',
  summary: 'Go through what has to be done before a period is closed: what blocks and what only warns',
  tag,
  permission: 'balances:read',
  scope: 'figures',
  params,
  replies: {
    200: Type.Object({ period: PeriodBody, ready: Type.Boolean(), checks: Type.Array(CheckBody) }),
    404: Problem,
  },
  async handle({ params: wanted, raw }, context) {
    const book = await requireBook(context.database, context, wanted.book);
    const period = book.periods.find(({ id }) => id === wanted.period);
    if (!period) return notFound('period', String(wanted.period));
    const checks = await readClosing(context.database, book, period);
    const told = checks.map((check) => ({ ...check, ...describe(check.code, check.params, raw.language) }));
    return ok({ period, ready: blocking(checks).length === 0, checks: told });
  },
});

export const closePeriod = defineRoute({
  method: 'POST',
  path: '/books/{book}/periods/{period}/close',
  summary: 'Close a period; nothing on its checklist may block it, and earlier ones must be closed already',
  tag,
  permission: 'periods:close',
  scope: 'named',
  params,
  replies,
  change: (asked, context) => setState({ ...asked.params, to: 'closed', by: asked.raw.principal }, context),
});

export const reopenPeriod = defineRoute({
  method: 'POST',
  path: '/books/{book}/periods/{period}/reopen',
  summary: 'Open the last closed period again, and say why',
  tag,
  permission: 'periods:reopen',
  scope: 'named',
  params,
  body: exactly({ note: Note }),
  replies,
  change: ({ params: wanted, body, raw }, context) =>
    setState({ ...wanted, to: 'open', by: raw.principal, note: body.note }, context),
});

async function setState(
  { book: code, ...change }: Omit<PeriodChange, 'bookId'> & { readonly book: string },
  context: ApiContext & { readonly tx: Tx },
): Promise<Outgoing> {
  const book = await requireBook(context.tx, context, code);
  const outcome = await changePeriod(context.tx, context.cache, { ...change, bookId: book.id });
  if (outcome.ok) return ok(outcome.value);
  const period = book.periods.find(({ id }) => id === change.period);
  if (outcome.refusal.code !== 'period_not_ready' || !period) return trouble(outcome.refusal);
  const findings = blocking(await readClosing(context.tx, book, period));
  return trouble({
    ...outcome.refusal,
    findings: findings.map(({ code, params }) => ({ code, effect: 'block', at: '', params })),
  });
}
