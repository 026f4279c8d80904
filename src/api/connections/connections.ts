import Type from 'typebox';
import { requireProof } from '#access/prove.ts';
import type { ApiContext } from '#api/api-context.ts';
import { DiagnosisBody, diagnosisBody } from '#api/diagnosis-body.ts';
import { created, notFound, type Outgoing, ok, trouble } from '#api/http/answer.ts';
import { etagOf, requireMatch } from '#api/http/etag.ts';
import { wholeList } from '#api/http/paging.ts';
import { defineRoute } from '#api/http/route.ts';
import { Code, exactly, orNull, Problem, pageOf } from '#api/http/schemas.ts';
import { seenFlows } from '#api/seen.ts';
import { Fault } from '#core/trouble/trouble.ts';
import { configureConnection } from '#pipeline/configure-connection.ts';
import {
  type ConnectionRow,
  connectionState,
  findConnection,
  listConnections,
  setConnectionState,
} from '#storage/connections.ts';
import type { Tx } from '#storage/database.ts';

const Settings = Type.Record(Type.String(), Type.Unknown());
/** Stands for a secret that is set: it never leaves, and sent back it means "as it was". */
const MASK = '***';

export const ConnectionBody = Type.Object(
  {
    code: Code,
    connector: Type.String(),
    title: Type.String(),
    settings: Settings,
    state: Type.Union([Type.Literal('active'), Type.Literal('paused'), Type.Literal('broken')]),
    lastError: orNull(Type.Unknown()),
    checkedAt: orNull(Type.String()),
    pause: orNull(
      Type.Object(
        { since: Type.String(), by: Type.String(), note: Type.String() },
        { description: 'Set while it is to wait: since when, who said so and why' },
      ),
    ),
    rehearsal: orNull(
      Type.Object(
        { url: Type.String(), since: Type.String(), by: Type.String() },
        { description: 'Set while it talks to a simulator instead of the real system' },
      ),
    ),
  },
  { $id: 'Connection' },
);

const tag = 'Connections';
const params = exactly({ connection: Code });
const Title = Type.String({ minLength: 1, maxLength: 200 });

export const getConnections = defineRoute({
  method: 'GET',
  path: '/connections',
  summary: 'List connections; secrets are masked',
  tag,
  permission: 'connections:read',
  scope: 'list',
  replies: { 200: pageOf(ConnectionBody) },
  async handle({ sight }, context) {
    const rows = await listConnections(context.database);
    const seen = await seenFlows(context.database, sight);
    const isSeen = ({ code }: ConnectionRow) =>
      sight.isUnlimited || seen.some(({ connections }) => connections.includes(code));
    return ok(wholeList(rows.filter(isSeen).map((row) => connectionBody(context, row))));
  },
});

export const getConnection = defineRoute({
  method: 'GET',
  path: '/connections/{connection}',
  summary: 'Get a connection; its ETag serves If-Match',
  tag,
  permission: 'connections:read',
  scope: 'named',
  params,
  replies: { 200: ConnectionBody, 404: Problem },
  async handle(asked, context) {
    const row = await findConnection(context.database, asked.params.connection);
    return row ? ok(connectionBody(context, row), { etag: tagOf(row) }) : missing(asked.params.connection);
  },
});

export const createConnection = defineRoute({
  method: 'POST',
  path: '/connections',
  summary: 'Create a connection',
  tag,
  permission: 'connections:write',
  scope: 'hub',
  body: exactly({
    code: Type.String({ pattern: '^[A-Za-z0-9_-]{1,60}$' }),
    connector: Type.String(),
    title: Title,
    settings: Settings,
  }),
  replies: { 201: ConnectionBody, 409: Problem, 422: Problem },
  async change({ body, raw }, context) {
    requireProof(raw.access, context.now());
    if (await findConnection(context.tx, body.code)) {
      return trouble({ code: 'already_exists', params: { kind: 'connection', id: body.code } });
    }
    return save({ ...body, by: raw.principal }, context, (row) =>
      created(connectionBody(context, row), { etag: tagOf(row), location: `${raw.path}/${row.code}` }),
    );
  },
});

export const putConnection = defineRoute({
  method: 'PUT',
  path: '/connections/{connection}',
  summary: 'Change a connection; a masked secret stays as it was',
  tag,
  permission: 'connections:write',
  scope: 'named',
  params,
  body: exactly({ title: Title, settings: Settings }),
  replies: { 200: ConnectionBody, 404: Problem, 412: Problem, 422: Problem },
  async change({ params: { connection: code }, body, raw }, context) {
    // Its address too: a secret that is kept goes wherever that leads.
    requireProof(raw.access, context.now());
    const row = await findConnection(context.tx, code);
    if (!row) return missing(code);
    requireMatch(raw, tagged(row));
    const known = context.reveal(row);
    const settings = Object.fromEntries(
      Object.entries(body.settings).map(([name, value]) => [name, value === MASK ? known[name] : value]),
    );
    const wanted = { code, connector: row.connector, title: body.title, settings, by: raw.principal };
    return save(wanted, context, (saved) => ok(connectionBody(context, saved), { etag: tagOf(saved) }));
  },
});

export const testConnection = defineRoute({
  method: 'POST',
  path: '/connections/{connection}/test',
  summary: 'Ask the system whether the connection works',
  tag,
  permission: 'connections:write',
  scope: 'named',
  params,
  replies: {
    200: DiagnosisBody,
    404: Problem,
    502: Problem,
  },
  async handle(asked, context) {
    const row = await findConnection(context.database, asked.params.connection);
    if (!row) return missing(asked.params.connection);
    try {
      const { connector, client } = await context.connections.get(row.connection_id);
      const steps = (await connector.diagnose?.(client, asked.raw.signal)) ?? [];
      const diagnosis = diagnosisBody(steps, asked.raw.language);
      if (diagnosis.ok) await setConnectionState(context.database, row.connection_id, { state: 'active' });
      return ok(diagnosis);
    } catch (error) {
      if (error instanceof Fault && error.retry.kind === 'never') {
        await context.connections.markBroken(row.connection_id, error);
      }
      throw error;
    }
  },
});

interface Wanted {
  readonly code: string;
  readonly connector: string;
  readonly title: string;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly by: string;
}

async function save(
  wanted: Wanted,
  { connectors, seal, tx }: ApiContext & { readonly tx: Tx },
  good: (row: ConnectionRow) => Outgoing,
): Promise<Outgoing> {
  const connector = connectors.find(({ name }) => name === wanted.connector);
  if (!connector) {
    return trouble({
      code: 'connector_unknown',
      at: 'body.connector',
      params: { connector: wanted.connector },
    });
  }
  const saved = await configureConnection(tx, { ...wanted, connector, seal });
  if (saved.ok) return good(saved.value);
  const { code, at = '', params: evidence = {} } = saved.refusal;
  return trouble({ code, at: `body.settings.${at}`, params: evidence });
}

/** A connection as it travels, secrets masked. */
export function connectionBody({ connectors }: Pick<ApiContext, 'connectors'>, row: ConnectionRow) {
  const fields = connectors.find(({ name }) => name === row.connector)?.settings.fields ?? {};
  const secrets = Object.entries(fields).filter(([, { type }]) => type === 'secret');
  return {
    code: row.code,
    connector: row.connector,
    title: row.title,
    settings: {
      ...row.settings,
      ...(row.secrets ? Object.fromEntries(secrets.map(([name]) => [name, MASK])) : {}),
    },
    state: connectionState(row),
    lastError: row.last_error,
    checkedAt: row.checked_at?.toISOString() ?? null,
    pause: row.pause,
    rehearsal: row.rehearsal && { url: row.rehearsal.url, since: row.rehearsal.since, by: row.rehearsal.by },
  };
}

/** What an editor may overwrite by mistake; not its health, which moves by itself. */
function tagged({ code, connector, title, settings, secrets }: ConnectionRow) {
  return [code, connector, title, settings, secrets?.toString('base64') ?? null];
}

function tagOf(row: ConnectionRow): string {
  return etagOf(tagged(row));
}

function missing(code: string): Outgoing {
  return notFound('connection', code);
}
