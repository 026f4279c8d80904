import Type from 'typebox';
import type { ApiContext } from '#api/api-context.ts';
import { notFound, type Outgoing, ok, trouble } from '#api/http/answer.ts';
import { defineRoute } from '#api/http/route.ts';
import { Code, exactly, Problem } from '#api/http/schemas.ts';
import { switchRehearsal } from '#pipeline/switch-rehearsal.ts';
import { type ConnectionRow, findConnection } from '#storage/connections.ts';
import { ConnectionBody, connectionBody } from './connections.ts';

const RECORDS = 20;

export const rehearseConnection = defineRoute({
  method: 'POST',
  path: '/connections/{connection}/rehearse',
  summary:
    'Let a connection talk to a simulator of its system, or to the real one again; asked again, more records arrive',
  tag: 'Connections',
  permission: 'connections:write',
  scope: 'named',
  params: exactly({ connection: Code }),
  body: exactly({
    on: Type.Boolean(),
    records: Type.Optional(
      Type.Integer({ minimum: 0, maximum: 500, default: RECORDS, description: 'How many arrive there' }),
    ),
  }),
  replies: {
    200: Type.Object({ ...ConnectionBody.properties, arrived: Type.Integer() }),
    404: Problem,
    409: Problem,
    422: Problem,
  },
  async handle({ params: { connection: code }, body: { on, records = RECORDS }, raw }, context) {
    const row = await findConnection(context.database, code);
    if (!row) return notFound('connection', code);
    const refused = await change(context, { row, on, by: raw.principal });
    if (refused) return refused;
    const arrived = on ? await context.rehearsals.feed(code, records) : 0;
    const now = await findConnection(context.database, code);
    return now ? ok({ ...connectionBody(context, now), arrived }) : notFound('connection', code);
  },
});

interface Switch {
  readonly row: ConnectionRow;
  readonly on: boolean;
  readonly by: string;
}

/** Null where it is as it was asked to be. */
async function change(context: ApiContext, { row, on, by }: Switch): Promise<Outgoing | null> {
  const { database, rehearsals, connectors, now } = context;
  if (on === (row.rehearsal !== null)) return null;
  const work = { connection: row, by, now: now() };
  if (!on) {
    const ended = await database.transaction((tx) => switchRehearsal(tx, { ...work, to: null }));
    if (!ended.ok) return trouble(ended.refusal);
    await rehearsals.stop(row.code);
    return null;
  }
  const connector = connectors.find(({ name }) => name === row.connector);
  if (!connector || !rehearsals.supports(connector)) {
    return trouble({ code: 'rehearsal_unsupported', params: { connector: row.connector } });
  }
  const to = await rehearsals.start(row.code, { connector, own: context.reveal(row) });
  const begun = await database.transaction((tx) => switchRehearsal(tx, { ...work, to }));
  if (begun.ok) return null;
  await rehearsals.stop(row.code);
  return trouble(begun.refusal);
}
