import Type from 'typebox';
import type { WebhookRequest } from '#connectors/kit/connector.ts';
import { savePage } from '#pipeline/collect/save-page.ts';
import { PAUSE_WAIT_MS } from '#pipeline/pause-connection.ts';
import { findConnection } from '#storage/connections.ts';
import { ok, trouble } from './http/answer.ts';
import { bytesOf, defineRoute, type RawRequest } from './http/route.ts';
import { Code, Problem } from './http/schemas.ts';
import { statusOfWebhook } from './http/status-of.ts';

const HOOK_MAX = 8 * 2 ** 20;

/**
 * What other systems call when something happened there. They prove themselves by signing the bytes they send; the answer
 * leaves once the records are durable. The same event twice is the same record twice, and that is one record.
 */
export const receiveHook = defineRoute({
  method: 'POST',
  path: '/hooks/{connection}',
  summary: 'Receive a webhook of a connected system, authenticated by its signature',
  tag: 'Webhooks',
  permission: 'signature',
  scope: 'common',
  params: Type.Object({ connection: Code }),
  takes: 'bytes',
  bodyMax: HOOK_MAX,
  body: Type.Unknown({ description: 'As the system sends it' }),
  replies: {
    200: Type.Object({ saved: Type.Integer(), repeated: Type.Integer() }),
    401: Problem,
    404: Problem,
    503: Problem,
  },
  async handle({ params: { connection: code }, raw }, context) {
    const row = await findConnection(context.database, code);
    if (!row) return trouble({ code: 'webhook_unsupported', params: { connection: code } });
    const { connector, settings } = await context.connections.get(row.connection_id);
    if (!connector.webhook) return trouble({ code: 'webhook_unsupported', params: { connection: code } });
    const answer = connector.webhook(requestOf(raw), settings, context.ports);
    if (!answer.ok) return trouble({ ...answer.refusal, status: statusOfWebhook(answer.refusal) });
    if (row.pause) {
      // Not taken, so that whoever sends keeps it and comes again; a stranger is not told even this.
      const headers = { 'retry-after': String(PAUSE_WAIT_MS / 1_000) };
      return trouble({ code: 'connection_paused', params: { connection: code }, status: 503, headers });
    }
    const { records } = answer;
    if (records.length === 0) return ok({ saved: 0, repeated: 0 });
    const connectionId = row.connection_id;
    const page = { connectionId, runId: null, records };
    const { saved, repeated } = await context.database.transaction((tx) => savePage(tx, page));
    return ok({ saved, repeated });
  },
});

function requestOf(raw: RawRequest): WebhookRequest {
  return { headers: textsOf(raw.headers), query: textsOf(raw.query), body: bytesOf(raw) };
}

function textsOf(values: unknown): Record<string, string | undefined> {
  const texts: Record<string, string | undefined> = {};
  for (const [name, value] of Object.entries(values ?? {})) {
    if (typeof value === 'string') texts[name] = value;
  }
  return texts;
}
