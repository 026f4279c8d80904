import Type from 'typebox';
import type { Sight } from '#access/sight.ts';
import { SamplesBody, samplesBody } from '#api/flows/flow-suggest.ts';
import { notFound, ok } from '#api/http/answer.ts';
import { bytesOf, defineRoute } from '#api/http/route.ts';
import { Code, exactly, Problem } from '#api/http/schemas.ts';
import { refuseRaw } from '#api/raw-shown.ts';
import { RefusalError } from '#core/trouble/trouble.ts';
import { readFileSamples, readSamples } from '#pipeline/read-samples.ts';
import { findConnection } from '#storage/connections.ts';
import type { Tx } from '#storage/database.ts';
import { listFlowPlaces } from '#storage/places.ts';

const SAMPLES_MAX = 20;
const FILE_MAX = 16 * 2 ** 20;

const facts = {
  method: 'POST',
  tag: 'Connections',
  permission: 'flows:write',
  scope: 'named',
  params: exactly({ connection: Code }),
  replies: {
    200: Type.Object({
      rehearsal: Type.Boolean({ description: 'They come from a simulator' }),
      ...SamplesBody.properties,
    }),
    403: Problem,
    404: Problem,
    422: Problem,
    502: Problem,
  },
} as const;

export const sampleConnection = defineRoute({
  ...facts,
  path: '/connections/{connection}/samples',
  summary: 'Read a few records from the system itself, without keeping them, and say what stands in them',
  body: exactly({
    kind: Type.String({ minLength: 1, maxLength: 63 }),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: SAMPLES_MAX, default: SAMPLES_MAX })),
  }),
  async handle({ params: { connection: code }, body, raw }, { database, connections }) {
    const row = await findConnection(database, code);
    if (!row) return notFound('connection', code);
    const { kind, limit = SAMPLES_MAX } = body;
    const source = { connection_id: row.connection_id, kind };
    await requireRaw(database, raw.access.sight('records:raw'), source);
    const open = await connections.get(row.connection_id);
    await open.bucket.take(raw.signal);
    const found = await readSamples(open, { kind, limit, signal: raw.signal });
    return ok({ rehearsal: row.rehearsal !== null, ...samplesBody(found.map(parsed)) });
  },
});

export const sampleFile = defineRoute({
  ...facts,
  path: '/connections/{connection}/samples/file',
  summary: 'Read the first rows of a file as the connection would, without keeping them',
  takes: 'bytes',
  mediaTypes: ['application/octet-stream'],
  bodyMax: FILE_MAX,
  query: exactly({ name: Type.String({ minLength: 1, maxLength: 200, description: 'With its ending' }) }),
  body: Type.Unknown({ description: 'The file' }),
  async handle({ params: { connection: code }, query: { name }, raw }, { database, connections }) {
    const row = await findConnection(database, code);
    if (!row) return notFound('connection', code);
    const open = await connections.get(row.connection_id);
    const file = { name, bytes: bytesOf(raw), limit: SAMPLES_MAX, signal: raw.signal };
    const found = await readFileSamples(open, file);
    return ok({ rehearsal: row.rehearsal !== null, ...samplesBody(found.map(parsed)) });
  },
});

/** What a system would send is as little to be seen as what it has sent. */
async function requireRaw(
  tx: Tx,
  sight: Sight,
  source: { readonly connection_id: number; readonly kind: string },
): Promise<void> {
  const refused = refuseRaw(sight, source, await listFlowPlaces(tx));
  if (refused === null) return;
  throw new RefusalError({ code: 'forbidden', params: { permission: 'records:raw', book: '' } });
}

function parsed(raw: Uint8Array): unknown {
  const text = Buffer.from(raw).toString();
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
