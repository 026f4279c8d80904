import Type from 'typebox';
import { notFound, ok, trouble } from '#api/http/answer.ts';
import { defineRoute } from '#api/http/route.ts';
import { Code, exactly, Id, orNull, Problem } from '#api/http/schemas.ts';
import { refuseRaw } from '#api/raw-shown.ts';
import { findConnectionById } from '#storage/connections.ts';
import { findFlow } from '#storage/flows.ts';
import { listFlowPlaces } from '#storage/places.ts';
import { findRecord, listRecords } from '#storage/records.ts';
import { SamplesBody, samplesBody } from './flow-suggest.ts';

export const getFlowSamples = defineRoute({
  method: 'GET',
  path: '/flows/{flow}/samples',
  summary: 'Get the newest stored records of a flow’s source, or samples of the template that reads the same',
  tag: 'Flows',
  permission: 'flows:read',
  scope: 'named',
  params: exactly({ flow: Code }),
  query: exactly({ limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 20, default: 5 })) }),
  replies: {
    200: Type.Object({
      template: orNull(Type.String({ description: 'Set where the samples are those of a template' })),
      recordIds: Type.Array(Id),
      ...SamplesBody.properties,
    }),
    403: Problem,
    404: Problem,
  },
  async handle({ params: { flow: code }, query, raw }, { database, templates }) {
    const flow = await findFlow(database, code);
    if (!flow) return notFound('flow', code);
    const { connection_id: connectionId, kind } = flow;
    const heads = await listRecords(database, { connectionId, kind, limit: query.limit ?? 5 });
    if (heads.length === 0) {
      const connection = await findConnectionById(database, connectionId);
      const found = templates.find((one) => one.connector === connection?.connector && one.kind === kind);
      return ok({ template: found?.code ?? null, recordIds: [], ...samplesBody(found?.samples ?? []) });
    }
    const place = { connection_id: connectionId, kind };
    const refused = refuseRaw(raw.access.sight('records:raw'), place, await listFlowPlaces(database));
    if (refused) return trouble({ code: refused, params: { kind: 'record', id: code, book: '' } });
    const samples: unknown[] = [];
    for (const { record_id: id } of heads) samples.push(parsed((await findRecord(database, id))?.raw));
    return ok({
      template: null,
      recordIds: heads.map((one) => String(one.record_id)),
      ...samplesBody(samples),
    });
  },
});

/** Bytes that are no JSON are shown as the text they are. */
function parsed(raw: Buffer | undefined): unknown {
  const text = raw?.toString() ?? '';
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
