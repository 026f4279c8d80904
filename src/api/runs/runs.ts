import Type from 'typebox';
import type { Sight } from '#access/sight.ts';
import type { ApiContext } from '#api/api-context.ts';
import { filterIds } from '#api/filters.ts';
import { accepted, notFound, ok, trouble } from '#api/http/answer.ts';
import { page } from '#api/http/paging.ts';
import { defineRoute, type RawRequest } from '#api/http/route.ts';
import { Code, exactly, Id, Page, Problem, pageOf } from '#api/http/schemas.ts';
import { markedPage, markText, sortBy, sortingOf } from '#api/http/sorted-page.ts';
import { loadNames } from '#api/names.ts';
import { timeRange, When } from '#api/time-range.ts';
import { collectFlow } from '#pipeline/collect/collect-flow.ts';
import { replayRun as replay } from '#pipeline/post/replay.ts';
import type { Tx } from '#storage/database.ts';
import { type FlowRow, findFlow, listFlows } from '#storage/flows.ts';
import { listFlowPlaces } from '#storage/places.ts';
import { listRuns, type RunFilter, type RunSort } from '#storage/run-list.ts';
import { findRun, type RunRow } from '#storage/runs.ts';
import { RunBody, RunState, runBodies, runBody } from './run-body.ts';

const SORTS: readonly RunSort[] = ['started', 'finished', 'collected', 'posted', 'held'];
const tag = 'Runs';
const params = exactly({ run: Id });
const RunStarted = Type.Object({ runId: Id });

export const getRuns = defineRoute({
  method: 'GET',
  path: '/runs',
  summary: 'List runs, newest first unless sorted otherwise',
  tag,
  permission: 'runs:read',
  scope: 'list',
  query: exactly({
    ...Page,
    sort: sortBy(SORTS),
    book: Type.Optional(Code),
    flow: Type.Optional(Code),
    connection: Type.Optional(Code),
    state: Type.Optional(RunState),
    kind: Type.Optional(Type.String({ maxLength: 20 })),
    startedFrom: Type.Optional(When),
    startedTo: Type.Optional(When),
  }),
  replies: { 200: pageOf(RunBody), 400: Problem },
  async handle({ query, raw, sight }, { database, now }) {
    const { state, kind } = query;
    const { bookId: _, ...ids } = await filterIds(database, query);
    const started = timeRange(query, 'started');
    const standard = { sort: 'started', direction: 'desc' } as const;
    const { sort, direction } = sortingOf(query.sort, { names: SORTS, standard });
    const { limit, ...marked } = markedPage(query);
    const rows = await listRuns(database, {
      ...ids,
      ...(state === undefined ? {} : { state }),
      ...(kind === undefined ? {} : { kind }),
      ...(started.from ? { startedFrom: started.from } : {}),
      ...(started.to ? { startedTo: started.to } : {}),
      ...(await runsOf(database, query.book, sight)),
      sort,
      page: { direction, ...marked, limit: limit + 1 },
    });
    const bodies = await runBodies(database, rows, { names: await loadNames(database), now });
    const marks = new Map(rows.map((row) => [String(row.run_id), row.sort_value]));
    const after = ({ id }: { id: string }) => markText({ value: marks.get(id) ?? '', id: BigInt(id) });
    return ok(page(bodies, { raw, limit, after, item: (body) => body }));
  },
});

export const getRun = defineRoute({
  method: 'GET',
  path: '/runs/{run}',
  summary: 'Get a run and how far it is',
  tag,
  permission: 'runs:read',
  scope: 'named',
  params,
  replies: { 200: RunBody, 404: Problem },
  async handle(asked, { database, now }) {
    const row = await findRun(database, BigInt(asked.params.run));
    if (!row) return notFound('run', asked.params.run);
    return ok(await runBody(database, row, { names: await loadNames(database), now }));
  },
});

export const startRun = defineRoute({
  method: 'POST',
  path: '/flows/{flow}/runs',
  summary: 'Collect what is new for a flow now',
  tag,
  permission: 'runs:start',
  scope: 'named',
  params: exactly({ flow: Code }),
  replies: { 202: RunStarted, 404: Problem, 409: Problem, 502: Problem },
  async handle({ params: { flow: code }, raw }, context) {
    const flow = await findFlow(context.database, code);
    if (!flow) return notFound('flow', code);
    if (flow.published_version_id === null)
      return trouble({ code: 'flow_not_published', params: { flow: code } });
    return accepted({ runId: String(await startCollecting(context, { flow, raw })) });
  },
});

export const replayRun = defineRoute({
  method: 'POST',
  path: '/runs/{run}/replay',
  summary: 'Put every record of a run before its flow again, under the version published now',
  tag,
  permission: 'records:replay',
  scope: 'named',
  params,
  query: exactly({
    flow: Type.Optional(Type.String({ description: 'Needed for runs of more than one flow' })),
  }),
  replies: { 202: RunStarted, 404: Problem, 409: Problem },
  async change({ params: wanted, query, raw }, { tx }) {
    const row = await findRun(tx, BigInt(wanted.run));
    if (!row) return notFound('run', wanted.run);
    const flows = await flowsOf(tx, row);
    const flow = query.flow === undefined ? flows[0] : flows.find(({ code }) => code === query.flow);
    if (!flow) return notFound('flow', query.flow ?? '');
    if (query.flow === undefined && flows.length > 1) {
      const codes = flows.map(({ code }) => code).join(', ');
      return trouble({ code: 'run_of_several_flows', at: 'flow', params: { run: wanted.run, flows: codes } });
    }
    if (flow.published_version_id === null) {
      return trouble({ code: 'flow_not_published', params: { flow: flow.code } });
    }
    return accepted({ runId: String(await replay(tx, { flow, runId: row.run_id, by: raw.principal })) });
  },
});

interface Collecting {
  readonly flow: FlowRow;
  readonly raw: RawRequest;
  /** A run that waited. */
  readonly goOn?: bigint;
}

/** Answers as soon as the run exists; collecting goes on, and its trouble is kept with the run. */
export async function startCollecting(
  context: Pick<ApiContext, 'database' | 'connections' | 'log'>,
  { raw, ...work }: Collecting,
): Promise<bigint> {
  const { flow } = work;
  return new Promise((resolve, reject) => {
    collectFlow(context, {
      ...work,
      startedBy: raw.principal,
      signal: raw.stopping,
      started: resolve,
    }).catch((error: unknown) => {
      context.log.warn({ err: error, flow: flow.code }, 'run failed');
      // Does nothing once the run has begun.
      reject(error);
    });
  });
}

/** The flows that may take the records of a run: its own, else, for an import, those of its connection. */
async function flowsOf(tx: Tx, run: RunRow): Promise<FlowRow[]> {
  const flows = await listFlows(tx);
  return flows.filter((flow) =>
    run.flow_id === null ? flow.connection_id === run.connection_id : flow.flow_id === run.flow_id,
  );
}

/** The runs that somebody sees, or those of one book of them. */
async function runsOf(tx: Tx, book: string | undefined, sight: Sight): Promise<Pick<RunFilter, 'of'>> {
  if (sight.isUnlimited && book === undefined) return {};
  const flows = (await listFlowPlaces(tx)).filter(
    (flow) => sight.traffic(flow) && (book === undefined || flow.book === book),
  );
  const flowIds = flows.map(({ flow_id: id }) => id);
  return { of: { flowIds, connectionIds: flows.map(({ connection_id: id }) => id) } };
}
