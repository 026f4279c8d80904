import Type from 'typebox';
import type { Language } from '#core/trouble/message.ts';
import { dismissException, replayRecords } from '#pipeline/post/replay.ts';
import type { Tx } from '#storage/database.ts';
import {
  countOpenExceptions,
  type ExceptionRow,
  findException,
  listExceptions,
} from '#storage/exceptions.ts';
import { type FlowRow, listFlows } from '#storage/flows.ts';
import { filterIds } from './filters.ts';
import { accepted, notFound, ok, type Refused, trouble } from './http/answer.ts';
import { idPage, page, wholeList } from './http/paging.ts';
import { tell } from './http/problem.ts';
import { defineRoute } from './http/route.ts';
import { Code, exactly, Finding, Id, orNull, Page, Problem, pageOf } from './http/schemas.ts';
import { loadNames, type Names } from './names.ts';

const States = Type.Union([
  Type.Literal('open'),
  Type.Literal('resolved'),
  Type.Literal('released'),
  Type.Literal('dismissed'),
]);

const ExceptionBody = Type.Object(
  {
    id: Id,
    book: Code,
    flow: orNull(Code),
    recordId: Id,
    externalId: Type.String(),
    runId: orNull(Id),
    document: orNull(Type.String({ description: 'Kind and number, where mapping came that far' })),
    state: States,
    effect: Type.Union([Type.Literal('block'), Type.Literal('hold')]),
    codes: Type.Array(Type.String()),
    findings: Type.Array(Finding),
    openedAt: Type.String(),
    closedAt: orNull(Type.String()),
    closedBy: orNull(Type.String()),
    note: orNull(Type.String()),
  },
  { $id: 'Exception' },
);

const RunStarted = Type.Object({ runId: Id });
const tag = 'Exceptions';
const params = exactly({ exception: Id });

export const getExceptions = defineRoute({
  method: 'GET',
  path: '/exceptions',
  summary: 'List exceptions, newest first',
  tag,
  permission: 'exceptions:read',
  query: exactly({
    ...Page,
    book: Type.Optional(Code),
    flow: Type.Optional(Code),
    state: Type.Optional(States),
    code: Type.Optional(Code),
  }),
  replies: { 200: pageOf(ExceptionBody) },
  async handle({ query, raw }, { database }) {
    const { limit, fetch } = idPage(query);
    const { state, code } = query;
    const rows = await listExceptions(database, {
      ...(await filterIds(database, query)),
      ...(state === undefined ? {} : { state }),
      ...(code === undefined ? {} : { code }),
      ...fetch,
    });
    const names = await loadNames(database);
    const after = (row: ExceptionRow) => String(row.exception_id);
    const item = (row: ExceptionRow) => exceptionBody(row, names, raw.language);
    return ok(page(rows, { raw, limit, after, item }));
  },
});

export const getExceptionCounts = defineRoute({
  method: 'GET',
  path: '/exceptions/counts',
  summary: 'Count open exceptions by code',
  tag,
  permission: 'exceptions:read',
  query: exactly({ book: Type.Optional(Code) }),
  replies: {
    200: pageOf(Type.Object({ code: Type.String(), title: Type.String(), count: Type.Integer() })),
  },
  async handle({ query, raw }, { database }) {
    const { bookId } = await filterIds(database, query);
    const counts = await countOpenExceptions(database, bookId);
    const items = counts.map(({ code, n }) => ({
      code,
      title: tell({ code }, raw.language).title,
      count: Number(n),
    }));
    return ok(wholeList(items));
  },
});

export const getException = defineRoute({
  method: 'GET',
  path: '/exceptions/{exception}',
  summary: 'Get an exception',
  tag,
  permission: 'exceptions:read',
  params,
  replies: { 200: ExceptionBody, 404: Problem },
  async handle({ params: wanted, raw }, { database }) {
    const row = await findException(database, BigInt(wanted.exception));
    if (!row) return missing(wanted);
    return ok(exceptionBody(row, await loadNames(database), raw.language));
  },
});

export const releaseException = defineRoute({
  method: 'POST',
  path: '/exceptions/{exception}/release',
  summary: 'Let the record pass in spite of findings that hold; those that block cannot be released',
  tag,
  permission: 'exceptions:release',
  params,
  body: exactly({ codes: Type.Optional(Type.Array(Code, { minItems: 1, maxItems: 50 })) }),
  replies: { 202: RunStarted, 404: Problem, 409: Problem, 422: Problem },
  async change({ params: wanted, body, raw }, { tx }) {
    const found = await findOpen(tx, wanted);
    if ('trouble' in found) return found;
    const { row, flow } = found;
    const held = row.findings.filter(({ effect }) => effect === 'hold').map(({ code }) => code);
    const codes = body.codes ?? [...new Set(held)];
    const refused = codes.filter((code) => !held.includes(code));
    const blocking = row.findings.filter(({ effect }) => effect === 'block').map(({ code }) => code);
    if (refused.length > 0 || codes.length === 0) {
      const params = { codes: [...new Set([...refused, ...blocking])].join(', ') };
      return trouble({ code: 'exception_not_releasable', at: 'body.codes', params });
    }
    const replay = { flow, recordIds: [row.record_id], by: raw.principal, released: codes };
    return accepted({ runId: String(await replayRecords(tx, replay)) });
  },
});

export const replayException = defineRoute({
  method: 'POST',
  path: '/exceptions/{exception}/replay',
  summary: 'Try the record again: the mapping, a crosswalk or the book has been put right',
  tag,
  permission: 'records:replay',
  params,
  replies: { 202: RunStarted, 404: Problem, 409: Problem },
  async change({ params: wanted, raw }, { tx }) {
    const found = await findOpen(tx, wanted);
    if ('trouble' in found) return found;
    const replay = { flow: found.flow, recordIds: [found.row.record_id], by: raw.principal };
    return accepted({ runId: String(await replayRecords(tx, replay)) });
  },
});

export const dismiss = defineRoute({
  method: 'POST',
  path: '/exceptions/{exception}/dismiss',
  summary: 'Close an exception for good: the record is not to be posted',
  tag,
  permission: 'exceptions:dismiss',
  params,
  body: exactly({ note: Type.String({ minLength: 1, maxLength: 1000 }) }),
  replies: { 200: ExceptionBody, 404: Problem, 409: Problem },
  async change({ params: wanted, body, raw }, { tx }) {
    const found = await findOpen(tx, wanted);
    if ('trouble' in found) return found;
    await dismissException(tx, { exception: found.row, by: raw.principal, note: body.note });
    const row = await findException(tx, found.row.exception_id);
    return row ? ok(exceptionBody(row, await loadNames(tx), raw.language)) : missing(wanted);
  },
});

async function findOpen(
  tx: Tx,
  wanted: { readonly exception: string },
): Promise<{ row: ExceptionRow; flow: FlowRow } | Refused> {
  const row = await findException(tx, BigInt(wanted.exception));
  if (!row) return missing(wanted);
  if (row.state !== 'open') {
    return trouble({ code: 'exception_closed', params: { id: wanted.exception, state: row.state } });
  }
  const flow = (await listFlows(tx)).find((one) => one.flow_id === row.flow_id);
  if (flow && flow.published_version_id !== null) return { row, flow };
  return trouble({ code: 'flow_not_published', params: { flow: flow?.code ?? '' } });
}

function exceptionBody(row: ExceptionRow, names: Names, language: Language) {
  return {
    id: String(row.exception_id),
    book: names.book(row.book_id),
    flow: names.flow(row.flow_id),
    recordId: String(row.record_id),
    externalId: row.external_id,
    runId: row.run_id === null ? null : String(row.run_id),
    document: row.document_key,
    state: row.state,
    effect: row.effect,
    codes: row.codes,
    findings: row.findings.map((finding) => tell(finding, language)),
    openedAt: row.opened_at.toISOString(),
    closedAt: row.closed_at?.toISOString() ?? null,
    closedBy: row.closed_by,
    note: row.note,
  };
}

function missing({ exception }: { readonly exception: string }) {
  return notFound('exception', exception);
}
