import type { ApiContext } from '#api/api-context.ts';
import { notFound, type Outgoing, ok, trouble } from '#api/http/answer.ts';
import { defineRoute, type RawRequest } from '#api/http/route.ts';
import { Code, exactly, Note, Problem } from '#api/http/schemas.ts';
import { changePause } from '#pipeline/pause-connection.ts';
import { findConnection } from '#storage/connections.ts';
import type { Tx } from '#storage/database.ts';
import { ConnectionBody, connectionBody } from './connections.ts';

const facts = {
  method: 'POST',
  tag: 'Connections',
  permission: 'connections:write',
  scope: 'named',
  params: exactly({ connection: Code }),
  replies: { 200: ConnectionBody, 404: Problem, 409: Problem },
} as const;

export const pauseConnection = defineRoute({
  ...facts,
  path: '/connections/{connection}/pause',
  summary:
    'Let a connection wait, and say why: nothing is collected, delivered or taken by its webhook; what is owed stays owed',
  body: exactly({ note: Note }),
  change: ({ params, body, raw }, context) => change({ ...params, raw, note: body.note }, context),
});

export const resumeConnection = defineRoute({
  ...facts,
  path: '/connections/{connection}/resume',
  summary:
    'Let a waiting connection go on: what is owed is delivered, and flows collect from where they stopped',
  change: ({ params, raw }, context) => change({ ...params, raw, note: null }, context),
});

async function change(
  { connection: code, raw, note }: { connection: string; raw: RawRequest; note: string | null },
  context: ApiContext & { readonly tx: Tx },
): Promise<Outgoing> {
  const connection = await findConnection(context.tx, code);
  if (!connection) return notFound('connection', code);
  const work = { connection, note, by: raw.principal, now: context.now() };
  const changed = await changePause(context.tx, work);
  return changed.ok ? ok(connectionBody(context, changed.value)) : trouble(changed.refusal);
}
