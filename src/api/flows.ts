import Type from 'typebox';
import { parse } from 'yaml';
import { publishFlow as publish, saveFlowVersion } from '#pipeline/flows/flow-versions.ts';
import { audit } from '#storage/audit-log.ts';
import type { Tx } from '#storage/database.ts';
import {
  type FlowRow,
  type FlowVersionRow,
  findFlow,
  findFlowVersion,
  listFlows,
  listFlowVersions,
  setFlowEnabled,
} from '#storage/flows.ts';
import { created, notFound, type Outgoing, ok, refusedAll, trouble } from './http/answer.ts';
import { etagOf, requireMatch } from './http/etag.ts';
import { wholeList } from './http/paging.ts';
import { bytesOf, defineRoute } from './http/route.ts';
import { Code, exactly, orNull, Problem, pageOf } from './http/schemas.ts';
import { loadNames, type Names } from './names.ts';

const FlowBody = Type.Object(
  {
    code: Code,
    book: Code,
    connection: Code,
    kind: Type.String(),
    enabled: Type.Boolean(),
    publishedVersion: orNull(Type.Integer()),
    nextPollAt: orNull(Type.String()),
  },
  { $id: 'Flow' },
);

const VersionBody = Type.Object(
  {
    flow: Code,
    version: Type.Integer(),
    createdAt: Type.String(),
    createdBy: Type.String(),
    publishedAt: orNull(Type.String()),
    source: Type.String({ description: 'As it was written, comments included' }),
    definition: Type.Unknown(),
  },
  { $id: 'FlowVersion' },
);

const tag = 'Flows';
const params = exactly({ flow: Code });
const ofVersion = exactly({ flow: Code, version: Type.Integer({ minimum: 1 }) });

export const getFlows = defineRoute({
  method: 'GET',
  path: '/flows',
  summary: 'List flows',
  tag,
  permission: 'flows:read',
  replies: { 200: pageOf(FlowBody) },
  async handle(_, { database }) {
    const names = await loadNames(database);
    const bodies = [];
    for (const flow of await listFlows(database)) bodies.push(await flowBody(database, names, flow));
    return ok(wholeList(bodies));
  },
});

export const getFlow = defineRoute({
  method: 'GET',
  path: '/flows/{flow}',
  summary: 'Get a flow; its ETag serves If-Match',
  tag,
  permission: 'flows:read',
  params,
  replies: { 200: FlowBody, 404: Problem },
  async handle(asked, { database }) {
    const flow = await findFlow(database, asked.params.flow);
    if (!flow) return notFound('flow', asked.params.flow);
    return ok(await flowBody(database, await loadNames(database), flow), { etag: tagOf(flow) });
  },
});

export const createFlowVersion = defineRoute({
  method: 'POST',
  path: '/flows',
  summary: 'Save a flow as a draft version; everything that is wrong with it comes back at once',
  tag,
  permission: 'flows:write',
  takes: 'bytes',
  mediaTypes: ['application/yaml', 'application/json'],
  body: Type.Unknown({ description: 'The flow, as docs/guides/write-a-flow.md describes it' }),
  replies: { 201: VersionBody, 400: Problem, 422: Problem },
  async change({ raw }, { tx }) {
    const written = readFlow(bytesOf(raw));
    if (!written.ok) return trouble({ code: 'flow_not_yaml', at: 'body', params: { why: written.why } });
    const { source, definition } = written;
    const saved = await saveFlowVersion(tx, { source, definition, by: raw.principal });
    if (!saved.ok) return refusedAll('flow_refused', saved.refusals);
    const location = `${raw.path}/${saved.flow.code}/versions/${saved.version.version}`;
    return created(versionBody(saved.flow.code, saved.version), { location });
  },
});

export const getFlowVersions = defineRoute({
  method: 'GET',
  path: '/flows/{flow}/versions',
  summary: 'List the versions of a flow, newest first',
  tag,
  permission: 'flows:read',
  params,
  replies: { 200: pageOf(VersionBody), 404: Problem },
  async handle(asked, { database }) {
    const flow = await findFlow(database, asked.params.flow);
    if (!flow) return notFound('flow', asked.params.flow);
    const versions = await listFlowVersions(database, flow.flow_id);
    return ok(wholeList(versions.map((version) => versionBody(flow.code, version))));
  },
});

export const getFlowVersion = defineRoute({
  method: 'GET',
  path: '/flows/{flow}/versions/{version}',
  summary: 'Get a version of a flow',
  tag,
  permission: 'flows:read',
  params: ofVersion,
  replies: { 200: VersionBody, 404: Problem },
  async handle(asked, { database }) {
    const found = await findVersion(database, asked.params);
    return found ? ok(versionBody(found.flow.code, found.version)) : missingVersion(asked.params);
  },
});

export const publishFlow = defineRoute({
  method: 'POST',
  path: '/flows/{flow}/versions/{version}/publish',
  summary: 'Let records come in under this version from now on',
  tag,
  permission: 'flows:publish',
  params: ofVersion,
  replies: { 200: FlowBody, 404: Problem, 412: Problem },
  async change({ params: wanted, raw }, { tx, now, flows }) {
    const found = await findVersion(tx, wanted);
    if (!found) return missingVersion(wanted);
    requireMatch(raw, tagged(found.flow));
    await publish(tx, { ...found, by: raw.principal, now: now() });
    return answerChanged(tx, wanted.flow, () => flows.forget(wanted.flow));
  },
});

export const patchFlow = defineRoute({
  method: 'PATCH',
  path: '/flows/{flow}',
  summary: 'Switch a flow on or off',
  tag,
  permission: 'flows:publish',
  params,
  body: exactly({ enabled: Type.Boolean() }),
  replies: { 200: FlowBody, 404: Problem, 412: Problem },
  async change({ params: { flow: code }, body: { enabled }, raw }, { tx, flows }) {
    const flow = await findFlow(tx, code);
    if (!flow) return notFound('flow', code);
    requireMatch(raw, tagged(flow));
    await setFlowEnabled(tx, flow.flow_id, enabled);
    const action = enabled ? 'flow.enable' : 'flow.disable';
    await audit(tx, { actor: raw.principal, action, subject: `flow:${code}` });
    return answerChanged(tx, code, () => flows.forget(code));
  },
});

/** YAML is a superset of JSON, so one reader takes both. */
function readFlow(
  bytes: Buffer,
): { ok: true; source: string; definition: unknown } | { ok: false; why: string } {
  try {
    const source = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { ok: true, source, definition: parse(source, { maxAliasCount: 100, uniqueKeys: true }) };
  } catch (error) {
    return { ok: false, why: error instanceof Error ? error.message.slice(0, 400) : '' };
  }
}

async function answerChanged(tx: Tx, code: string, committed: () => void): Promise<Outgoing> {
  const flow = await findFlow(tx, code);
  if (!flow) return notFound('flow', code);
  const body = await flowBody(tx, await loadNames(tx), flow);
  return { status: 200, body, headers: { etag: tagOf(flow) }, committed };
}

interface VersionPath {
  readonly flow: string;
  readonly version: number;
}

async function findVersion(
  tx: Tx,
  { flow: code, version: number }: VersionPath,
): Promise<{ flow: FlowRow; version: FlowVersionRow } | null> {
  const flow = await findFlow(tx, code);
  const versions = flow ? await listFlowVersions(tx, flow.flow_id) : [];
  const version = versions.find((one) => one.version === number);
  return flow && version ? { flow, version } : null;
}

function missingVersion({ flow, version }: VersionPath): Outgoing {
  return notFound('flow version', `${flow}/${version}`);
}

async function flowBody(tx: Tx, names: Names, flow: FlowRow) {
  const published =
    flow.published_version_id === null ? null : await findFlowVersion(tx, flow.published_version_id);
  return {
    code: flow.code,
    book: names.book(flow.book_id),
    connection: names.connection(flow.connection_id),
    kind: flow.kind,
    enabled: flow.enabled,
    publishedVersion: published?.version ?? null,
    nextPollAt: flow.next_poll_at?.toISOString() ?? null,
  };
}

function versionBody(flow: string, row: FlowVersionRow) {
  return {
    flow,
    version: row.version,
    createdAt: row.created_at.toISOString(),
    createdBy: row.created_by,
    publishedAt: row.published_at?.toISOString() ?? null,
    source: row.source,
    definition: row.definition,
  };
}

function tagged({ code, enabled, published_version_id: published }: FlowRow) {
  return [code, enabled, published];
}

function tagOf(flow: FlowRow): string {
  return etagOf(tagged(flow));
}
