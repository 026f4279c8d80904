import Type from 'typebox';
import { isMap, parseDocument } from 'yaml';
import { created, notFound, ok, refusedAll } from '#api/http/answer.ts';
import { etagOf, requireMatch } from '#api/http/etag.ts';
import { defineRoute } from '#api/http/route.ts';
import { Code, exactly, orNull, Problem } from '#api/http/schemas.ts';
import type { Trigger } from '#core/flows/flow.ts';
import { parseFlow } from '#core/flows/parse-flow.ts';
import { saveFlowVersion } from '#pipeline/flows/flow-versions.ts';
import { nextPollAt } from '#pipeline/flows/trigger.ts';
import type { Tx } from '#storage/database.ts';
import {
  type FlowRow,
  type FlowVersionRow,
  findFlow,
  findFlowVersion,
  listFlowVersions,
} from '#storage/flows.ts';
import { VersionBody, versionBody } from './flows.ts';

const NEXT_MAX = 5;

const ScheduleBody = Type.Object(
  {
    version: Type.Integer({ description: 'Published, or the newest where none is' }),
    trigger: orNull(Type.Unknown({ description: 'As it stands in the flow' })),
    next: Type.Array(Type.String(), { description: 'When it will run next, where a clock decides' }),
  },
  { $id: 'FlowSchedule' },
);

const tag = 'Flows';
const params = exactly({ flow: Code });

export const getFlowSchedule = defineRoute({
  method: 'GET',
  path: '/flows/{flow}/schedule',
  summary: 'Say what sets a flow going and when it runs next; its ETag serves If-Match of its trigger',
  tag,
  permission: 'flows:read',
  scope: 'named',
  params,
  replies: { 200: ScheduleBody, 404: Problem },
  async handle({ params: { flow: code } }, { database, now }) {
    const found = await findCurrent(database, code);
    if (!found) return notFound('flow', code);
    const { flow, version, trigger } = found;
    const body = {
      version: version.version,
      trigger: trigger ?? null,
      next: flow.published_version_id === null || !flow.enabled ? [] : nextRuns(trigger, now()),
    };
    return ok(body, { etag: etagOf(trigger ?? null) });
  },
});

export const patchFlowTrigger = defineRoute({
  method: 'PATCH',
  path: '/flows/{flow}/trigger',
  summary: 'Save a version of a flow that differs in its trigger only; published like any other',
  tag,
  permission: 'flows:write',
  scope: 'named',
  params,
  body: exactly({ trigger: Type.Unknown({ description: 'As docs/guides/write-a-flow.md describes it' }) }),
  replies: { 201: VersionBody, 404: Problem, 412: Problem, 422: Problem },
  async change({ params: { flow: code }, body, raw }, { tx }) {
    const found = await findCurrent(tx, code);
    if (!found) return notFound('flow', code);
    requireMatch(raw, found.trigger ?? null);
    const { source, definition } = withTrigger(found.version.source, body.trigger);
    const saved = await saveFlowVersion(tx, { source, definition, by: raw.principal });
    if (!saved.ok) return refusedAll('flow_refused', saved.refusals);
    return created(versionBody(code, saved.version));
  },
});

interface Current {
  readonly flow: FlowRow;
  readonly version: FlowVersionRow;
  readonly trigger: Trigger | undefined;
}

/** The flow as it runs now: published, or newest where nothing is. */
async function findCurrent(tx: Tx, code: string): Promise<Current | null> {
  const flow = await findFlow(tx, code);
  if (!flow) return null;
  const published = flow.published_version_id;
  const version =
    published === null ? (await listFlowVersions(tx, flow.flow_id))[0] : await findFlowVersion(tx, published);
  const parsed = parseFlow(version?.definition);
  if (!version || !parsed.ok) return null;
  return { flow, version, trigger: parsed.value.trigger };
}

/** The text with another trigger, everything else and every comment where it was. */
function withTrigger(text: string, trigger: unknown): { source: string; definition: unknown } {
  const document = parseDocument(text);
  document.set('trigger', document.createNode(trigger, { flow: true }));
  if (isMap(document.contents)) placeAfterSource(document.contents.items);
  return { source: document.toString({ lineWidth: 0 }), definition: document.toJS() };
}

/** A trigger that was not there stands where people look for it. */
function placeAfterSource(items: { key: unknown }[]): void {
  const nameOf = ({ key }: { key: unknown }) => String(key);
  const at = items.findIndex((item) => nameOf(item) === 'trigger');
  const source = items.findIndex((item) => nameOf(item) === 'source');
  if (at === items.length - 1 && source >= 0 && at > source + 1)
    items.splice(source + 1, 0, ...items.splice(at, 1));
}

function nextRuns(trigger: Trigger | undefined, now: Date): string[] {
  const runs: string[] = [];
  if (trigger !== undefined && 'folder' in trigger) return runs;
  for (
    let at = nextPollAt(trigger, now);
    at !== null && runs.length < NEXT_MAX;
    at = nextPollAt(trigger, at)
  ) {
    runs.push(at.toISOString());
  }
  return runs;
}
