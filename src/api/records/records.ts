import Type from 'typebox';
import { accepted, notFound, ok, trouble } from '#api/http/answer.ts';
import { nextAddress } from '#api/http/paging.ts';
import { defineRoute } from '#api/http/route.ts';
import { Code, exactly, Id, Problem, pageOf } from '#api/http/schemas.ts';
import { markText } from '#api/http/sorted-page.ts';
import { loadNames } from '#api/names.ts';
import { refuseRaw } from '#api/raw-shown.ts';
import { RecordBody, RecordFound, recordBody, recordFound } from '#api/search/record-body.ts';
import { RecordQuery, recordQuestion } from '#api/search/record-query.ts';
import { replayRecords } from '#pipeline/post/replay.ts';
import { traceRecord } from '#pipeline/trace/trace-record.ts';
import { audit } from '#storage/audit-log.ts';
import { findFlow, flowsFor } from '#storage/flows.ts';
import { findRecordPlace, listFlowPlaces } from '#storage/places.ts';
import { factsOfRecords } from '#storage/record-facts.ts';
import { findRecord } from '#storage/records.ts';
import { searchRecords } from '#storage/search-records.ts';
import { showTrace } from './show-trace.ts';
import { tellTrace } from './tell-trace.ts';
import { TraceBody } from './trace-body.ts';

const tag = 'Records';
const params = exactly({ record: Id });

export const getRecords = defineRoute({
  method: 'GET',
  path: '/records',
  summary: 'Search records; newest first unless sorted otherwise. By date or amount, those that have one',
  tag,
  permission: 'records:read',
  scope: 'list',
  query: RecordQuery,
  replies: { 200: pageOf(RecordFound), 400: Problem, 403: Problem },
  async handle({ query, raw, sight }, { database }) {
    const question = await recordQuestion(database, query, sight);
    const { recordIds, next } = await searchRecords(database, question);
    const facts = await factsOfRecords(database, recordIds);
    const names = await loadNames(database);
    const items = facts.map((row) => recordFound(row, { names, sight }));
    return ok({ items, next: next && nextAddress(raw, markText(next)) });
  },
});

export const getRecord = defineRoute({
  method: 'GET',
  path: '/records/{record}',
  summary: 'Get a record',
  tag,
  permission: 'records:read',
  scope: 'named',
  params,
  replies: { 200: RecordBody, 404: Problem },
  async handle(asked, { database }) {
    const row = await findRecord(database, BigInt(asked.params.record));
    return row ? ok(recordBody(row, await loadNames(database))) : missing(asked.params);
  },
});

export const getRawRecord = defineRoute({
  method: 'GET',
  path: '/records/{record}/raw',
  summary: 'Get the bytes of a record exactly as they arrived',
  tag,
  permission: 'records:raw',
  scope: 'named',
  params,
  gives: ['application/octet-stream'],
  replies: { 200: Type.Unknown(), 403: Problem, 404: Problem },
  async handle(asked, { database }) {
    const row = await findRecord(database, BigInt(asked.params.record));
    if (!row) return missing(asked.params);
    const refused = refuseRaw(asked.sight, row, await listFlowPlaces(database));
    if (refused === 'not_found') return missing(asked.params);
    if (refused) return trouble({ code: refused });
    const subject = `record:${row.record_id}`;
    await database.transaction((tx) =>
      audit(tx, { actor: asked.raw.principal, action: 'record.download', subject }),
    );
    // Somebody else's bytes: never to be shown or run by a browser.
    const headers = {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="record-${row.record_id}"`,
      'x-content-type-options': 'nosniff',
      'x-media-type': row.media_type.replace(/[^\x20-\x7e]/g, ''),
    };
    return ok(row.raw, headers);
  },
});

export const getTrace = defineRoute({
  method: 'GET',
  path: '/records/{record}/trace',
  summary: 'Get the whole way of a record: from its bytes to the voucher in the target and back',
  tag,
  permission: 'records:read',
  scope: 'named',
  params,
  replies: { 200: TraceBody, 404: Problem },
  async handle(asked, { database }) {
    const id = BigInt(asked.params.record);
    const trace = await traceRecord(database, id);
    const place = await findRecordPlace(database, id);
    if (!trace || !place) return missing(asked.params);
    const { access } = asked.raw;
    const flows = await listFlowPlaces(database);
    const isRawShown = refuseRaw(access.sight('records:raw'), place, flows) === null;
    return ok(tellTrace(showTrace(trace, { access, flows, isRawShown }), asked.raw.language));
  },
});

export const replayRecord = defineRoute({
  method: 'POST',
  path: '/records/{record}/replay',
  summary: 'Put a record before its flow again, under the version published now',
  tag,
  permission: 'records:replay',
  scope: 'named',
  params,
  query: exactly({ flow: Type.Optional(Code) }),
  replies: { 202: Type.Object({ runId: Id }), 404: Problem, 409: Problem },
  async change({ params: wanted, query, raw }, { tx }) {
    const record = await findRecord(tx, BigInt(wanted.record));
    if (!record) return missing(wanted);
    const [only] = await flowsFor(tx, record.connection_id, record.kind);
    const flow = query.flow === undefined ? (only ?? null) : await findFlow(tx, query.flow);
    if (!flow) return notFound('flow', query.flow ?? '');
    if (flow.published_version_id === null) {
      return trouble({ code: 'flow_not_published', at: 'query.flow', params: { flow: flow.code } });
    }
    const runId = await replayRecords(tx, { flow, recordIds: [record.record_id], by: raw.principal });
    return accepted({ runId: String(runId) });
  },
});

function missing({ record }: { readonly record: string }) {
  return notFound('record', record);
}
