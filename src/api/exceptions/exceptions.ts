import Type from 'typebox';
import { requireNotCorrector } from '#access/duties.ts';
import { loadCodeNames } from '#api/books/code-names.ts';
import { filterIds } from '#api/filters.ts';
import { accepted, ok, trouble } from '#api/http/answer.ts';
import { page, wholeList } from '#api/http/paging.ts';
import { defineRoute } from '#api/http/route.ts';
import { Code, exactly, Id, Note, Page, Problem, pageOf } from '#api/http/schemas.ts';
import { seenTraffic } from '#api/seen.ts';
import { dismissException, replayRecords } from '#pipeline/post/replay.ts';
import { countOpenExceptions, findException } from '#storage/exceptions.ts';
import { listWork, type WorkRow } from '#storage/work-list.ts';
import { ExceptionBody, exceptionBodies, findOpenException, missingException } from './exception-body.ts';
import { WORK_FILTERS, WorkSortBy, workFilter, workMark, workPage } from './work-query.ts';

const RunStarted = Type.Object({ runId: Id });
const tag = 'Exceptions';
const params = exactly({ exception: Id });

export const getExceptions = defineRoute({
  method: 'GET',
  path: '/exceptions',
  summary: 'List exceptions, newest first unless sorted otherwise',
  tag,
  permission: 'exceptions:read',
  scope: 'list',
  query: exactly({ ...Page, ...WORK_FILTERS, sort: WorkSortBy }),
  replies: { 200: pageOf(ExceptionBody) },
  async handle({ query, raw, sight }, { database, now }) {
    const { limit, page: wanted } = workPage(query, { now: now(), sight });
    const rows = await listWork(database, await workFilter(database, query, sight), wanted);
    const after = (row: WorkRow) => workMark(row, wanted.asOf);
    const item = await exceptionBodies(database, { raw, sight, now });
    return ok(page(rows, { raw, limit, after, item }));
  },
});

export const getExceptionCounts = defineRoute({
  method: 'GET',
  path: '/exceptions/counts',
  summary: 'Count open exceptions by code',
  tag,
  permission: 'exceptions:read',
  scope: 'list',
  query: exactly({ book: Type.Optional(Code) }),
  replies: {
    200: pageOf(Type.Object({ code: Type.String(), title: Type.String(), count: Type.Integer() })),
  },
  async handle({ query, raw, sight }, { database }) {
    const { bookId } = await filterIds(database, query);
    const { flowIds } = await seenTraffic(database, sight);
    const counts = await countOpenExceptions(database, {
      ...(bookId === undefined ? {} : { bookId }),
      ...(flowIds === undefined ? {} : { flowIds }),
    });
    const nameOf = await loadCodeNames(database, raw.language);
    const items = counts.map(({ code, n }) => ({ code, title: nameOf(code), count: Number(n) }));
    return ok(wholeList(items));
  },
});

export const getException = defineRoute({
  method: 'GET',
  path: '/exceptions/{exception}',
  summary: 'Get an exception',
  tag,
  permission: 'exceptions:read',
  scope: 'named',
  params,
  replies: { 200: ExceptionBody, 404: Problem },
  async handle({ params: wanted, ...asked }, { database, now }) {
    const row = await findException(database, BigInt(wanted.exception));
    if (!row) return missingException(wanted);
    return ok((await exceptionBodies(database, { ...asked, now }))(row));
  },
});

export const releaseException = defineRoute({
  method: 'POST',
  path: '/exceptions/{exception}/release',
  summary:
    'Let the record pass in spite of findings that hold, and say why; those that block cannot be released',
  tag,
  permission: 'exceptions:release',
  scope: 'named',
  params,
  body: exactly({ codes: Type.Optional(Type.Array(Code, { minItems: 1, maxItems: 50 })), note: Note }),
  replies: { 202: RunStarted, 404: Problem, 409: Problem, 422: Problem },
  async change({ params: wanted, body, raw }, { tx }) {
    const found = await findOpenException(tx, wanted);
    if ('trouble' in found) return found;
    const { row, flow } = found;
    await requireNotCorrector(tx, raw.access.principal, { flowId: flow.flow_id, recordId: row.record_id });
    const held = row.findings.filter(({ effect }) => effect === 'hold').map(({ code }) => code);
    const codes = body.codes ?? [...new Set(held)];
    const refused = codes.filter((code) => !held.includes(code));
    const blocking = row.findings.filter(({ effect }) => effect === 'block').map(({ code }) => code);
    if (refused.length > 0 || codes.length === 0) {
      const params = { codes: [...new Set([...refused, ...blocking])].join(', ') };
      return trouble({ code: 'exception_not_releasable', at: 'body.codes', params });
    }
    const replay = { flow, recordIds: [row.record_id], by: raw.principal, released: codes, note: body.note };
    return accepted({ runId: String(await replayRecords(tx, replay)) });
  },
});

export const replayException = defineRoute({
  method: 'POST',
  path: '/exceptions/{exception}/replay',
  summary: 'Try the record again: the mapping, a crosswalk or the book has been put right',
  tag,
  permission: 'records:replay',
  scope: 'named',
  params,
  replies: { 202: RunStarted, 404: Problem, 409: Problem },
  async change({ params: wanted, raw }, { tx }) {
    const found = await findOpenException(tx, wanted);
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
  scope: 'named',
  params,
  body: exactly({ note: Note }),
  replies: { 200: ExceptionBody, 404: Problem, 409: Problem },
  async change({ params: wanted, body, raw, sight }, { tx, now }) {
    const found = await findOpenException(tx, wanted);
    if ('trouble' in found) return found;
    await dismissException(tx, { exception: found.row, by: raw.principal, note: body.note });
    const row = await findException(tx, found.row.exception_id);
    return row ? ok((await exceptionBodies(tx, { raw, sight, now }))(row)) : missingException(wanted);
  },
});
