import Type from 'typebox';
import { parse } from 'yaml';
import { requireOther } from '#access/duties.ts';
import { created, notFound, type Outgoing, ok, refusedAll, trouble } from '#api/http/answer.ts';
import { etagOf, requireMatch } from '#api/http/etag.ts';
import { wholeList } from '#api/http/paging.ts';
import { bytesOf, defineRoute, type RawRequest } from '#api/http/route.ts';
import { Code, exactly, orNull, Problem, pageOf } from '#api/http/schemas.ts';
import { requireFlowWithin } from '#api/require-flow-within.ts';
import { seenFlows } from '#api/seen.ts';
import { publishFlow as publish, saveFlowVersion } from '#pipeline/flows/flow-versions.ts';
import { audit } from '#storage/audit-log.ts';
import type { Tx } from '#storage/database.ts';
import {
  type FlowRow,
  type FlowVersionRow,
  findFlow,
  listFlows,
  listFlowVersions,
  setFlowEnabled,
} from '#storage/flows.ts';
import { FlowBody, flowBodies } from './flow-body.ts';

export const VersionBody = Type.Object(
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
  scope: 'list',
  replies: { 200: pageOf(FlowBody) },
  async handle({ sight, raw }, { database }) {
    const seen = new Set((await seenFlows(database, sight)).map(({ code }) => code));
    const flows = (await listFlows(database)).filter(({ code }) => seen.has(code));
    return ok(wholeList(await flowBodies(database, flows, raw.access)));
  },
});

export const getFlow = defineRoute({
  method: 'GET',
  path: '/flows/{flow}',
  summary: 'Get a flow; its ETag serves If-Match',
  tag,
  permission: 'flows:read',
  scope: 'named',
  params,
  replies: { 200: FlowBody, 404: Problem },
  async handle(asked, { database }) {
    const flow = await findFlow(database, asked.params.flow);
    if (!flow) return notFound('flow', asked.params.flow);
    const [body] = await flowBodies(database, [flow], asked.raw.access);
    return ok(body, { etag: tagOf(flow) });
  },
});

export const createFlowVersion = defineRoute({
  method: 'POST',
  path: '/flows',
  summary: 'Save a flow as a draft version; everything that is wrong with it comes back at once',
  tag,
  permission: 'flows:write',
  scope: 'list',
  takes: 'bytes',
  mediaTypes: ['application/yaml', 'application/json'],
  body: Type.Unknown({ description: 'The flow, as docs/guides/write-a-flow.md describes it' }),
  replies: { 201: VersionBody, 400: Problem, 422: Problem },
  async change({ raw, sight }, { tx }) {
    const written = readFlow(bytesOf(raw));
    if (!written.ok) return trouble({ code: 'flow_not_yaml', at: 'body', params: { why: written.why } });
    const { source, definition } = written;
    await requireFlowWithin(tx, sight, definition);
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
  scope: 'named',
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
  scope: 'named',
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
  summary: 'Let records come in under this version from now on; an older one is how a flow is rolled back',
  tag,
  permission: 'flows:publish',
  scope: 'named',
  params: ofVersion,
  replies: { 200: FlowBody, 404: Problem, 412: Problem },
  async change({ params: wanted, raw }, { tx, now, flows }) {
    const found = await findVersion(tx, wanted);
    if (!found) return missingVersion(wanted);
    requireMatch(raw, tagged(found.flow));
    const { principal } = raw.access;
    await requireOther(tx, 'publish-own', { principal, before: [found.version.created_by] });
    await publish(tx, { ...found, by: raw.principal, now: now() });
    return answerChanged(tx, { code: wanted.flow, raw, committed: () => flows.forget(wanted.flow) });
  },
});

export const rollBackFlow = defineRoute({
  method: 'POST',
  path: '/flows/{flow}/roll-back',
  summary: 'Put a version in force again that was in force before, with a reason',
  tag,
  permission: 'flows:publish',
  scope: 'named',
  params,
  body: exactly({
    version: Type.Integer({ minimum: 1 }),
    reason: Type.String({ minLength: 1, maxLength: 1_000 }),
  }),
  replies: { 200: FlowBody, 404: Problem, 409: Problem, 412: Problem },
  async change({ params: { flow: code }, body: { version, reason }, raw }, { tx, now, flows }) {
    const found = await findVersion(tx, { flow: code, version });
    if (!found) return missingVersion({ flow: code, version });
    requireMatch(raw, tagged(found.flow));
    if (found.version.published_at === null) {
      return trouble({ code: 'flow_version_untried', params: { flow: code, version: String(version) } });
    }
    const { principal } = raw.access;
    await requireOther(tx, 'publish-own', { principal, before: [found.version.created_by] });
    await publish(tx, { ...found, by: raw.principal, now: now(), reason });
    return answerChanged(tx, { code, raw, committed: () => flows.forget(code) });
  },
});

export const patchFlow = defineRoute({
  method: 'PATCH',
  path: '/flows/{flow}',
  summary: 'Switch a flow on or off',
  tag,
  permission: 'flows:publish',
  scope: 'named',
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
    return answerChanged(tx, { code, raw, committed: () => flows.forget(code) });
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

interface Changed {
  readonly code: string;
  readonly raw: RawRequest;
  readonly committed: () => void;
}

async function answerChanged(tx: Tx, { code, raw, committed }: Changed): Promise<Outgoing> {
  const flow = await findFlow(tx, code);
  if (!flow) return notFound('flow', code);
  const [body] = await flowBodies(tx, [flow], raw.access);
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

/** A version as it travels. */
export function versionBody(flow: string, row: FlowVersionRow) {
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
