import Type from 'typebox';
import { replayRecords } from '#pipeline/post/replay.ts';
import { traceRecord } from '#pipeline/trace/trace-record.ts';
import { findFlow, flowsFor } from '#storage/flows.ts';
import { findRecord, listRecords, type RecordRow } from '#storage/records.ts';
import { filterIds } from './filters.ts';
import { accepted, notFound, ok, trouble } from './http/answer.ts';
import { idPage, page } from './http/paging.ts';
import { defineRoute } from './http/route.ts';
import { Code, exactly, Id, orNull, Page, Problem, pageOf } from './http/schemas.ts';
import { loadNames, type Names } from './names.ts';

const RecordBody = Type.Object(
  {
    id: Id,
    connection: Code,
    kind: Type.String(),
    externalId: Type.String(),
    mediaType: Type.String(),
    sha256: Type.String(),
    changedAt: orNull(Type.String()),
    receivedAt: Type.String(),
    runId: orNull(Id),
    refusal: orNull(Type.Unknown({ description: 'Why its bytes could not be read at all' })),
  },
  { $id: 'Record' },
);

const tag = 'Records';
const params = exactly({ record: Id });

export const getRecords = defineRoute({
  method: 'GET',
  path: '/records',
  summary: 'List records, newest first',
  tag,
  permission: 'records:read',
  query: exactly({
    ...Page,
    connection: Type.Optional(Code),
    externalId: Type.Optional(Type.String()),
    run: Type.Optional(Id),
  }),
  replies: { 200: pageOf(RecordBody) },
  async handle({ query, raw }, { database }) {
    const { limit, fetch } = idPage(query);
    const rows = await listRecords(database, {
      ...(await filterIds(database, query)),
      ...(query.externalId === undefined ? {} : { externalId: query.externalId }),
      ...(query.run === undefined ? {} : { runId: BigInt(query.run) }),
      ...fetch,
    });
    const names = await loadNames(database);
    const after = (row: Pick<RecordRow, 'record_id'>) => String(row.record_id);
    return ok(page(rows, { raw, limit, after, item: (row) => recordBody(row, names) }));
  },
});

export const getRecord = defineRoute({
  method: 'GET',
  path: '/records/{record}',
  summary: 'Get a record',
  tag,
  permission: 'records:read',
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
  permission: 'records:read',
  params,
  replies: { 200: Type.Unknown(), 404: Problem },
  async handle(asked, { database }) {
    const row = await findRecord(database, BigInt(asked.params.record));
    if (!row) return missing(asked.params);
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
  params,
  replies: { 200: Type.Unknown(), 404: Problem },
  async handle(asked, { database }) {
    const trace = await traceRecord(database, BigInt(asked.params.record));
    return trace ? ok(trace) : missing(asked.params);
  },
});

export const replayRecord = defineRoute({
  method: 'POST',
  path: '/records/{record}/replay',
  summary: 'Put a record before its flow again, under the version published now',
  tag,
  permission: 'records:replay',
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

function recordBody(row: Omit<RecordRow, 'raw'>, names: Names) {
  return {
    id: String(row.record_id),
    connection: names.connection(row.connection_id),
    kind: row.kind,
    externalId: row.external_id,
    mediaType: row.media_type,
    sha256: row.content_hash.toString('hex'),
    changedAt: row.changed_at?.toISOString() ?? null,
    receivedAt: row.received_at.toISOString(),
    runId: row.run_id === null ? null : String(row.run_id),
    refusal: row.refusal,
  };
}

function missing({ record }: { readonly record: string }) {
  return notFound('record', record);
}
