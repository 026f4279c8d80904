import Type from 'typebox';
import { collectFlow } from '#pipeline/collect/collect-flow.ts';
import { replayRun as replay } from '#pipeline/post/replay.ts';
import type { Tx } from '#storage/database.ts';
import { type FlowRow, findFlow, listFlows } from '#storage/flows.ts';
import { findRun, listRuns, type RunRow } from '#storage/runs.ts';
import type { ApiContext } from './api-context.ts';
import { accepted, notFound, ok, trouble } from './http/answer.ts';
import { idPage, page } from './http/paging.ts';
import { defineRoute, type RawRequest } from './http/route.ts';
import { Code, exactly, Id, Page, Problem, pageOf } from './http/schemas.ts';
import { loadNames } from './names.ts';
import { RunBody, runBody, runProgress } from './run-body.ts';

const tag = 'Runs';
const params = exactly({ run: Id });
const RunStarted = Type.Object({ runId: Id });

export const getRuns = defineRoute({
  method: 'GET',
  path: '/runs',
  summary: 'List runs, newest first',
  tag,
  permission: 'runs:read',
  query: exactly(Page),
  replies: { 200: pageOf(RunBody) },
  async handle({ query, raw }, { database }) {
    const { limit, fetch } = idPage(query);
    const rows = await listRuns(database, fetch);
    const names = await loadNames(database);
    const item = (row: RunRow) => runBody(row, names);
    return ok(page(rows, { raw, limit, after: (row) => String(row.run_id), item }));
  },
});

export const getRun = defineRoute({
  method: 'GET',
  path: '/runs/{run}',
  summary: 'Get a run and how far it is',
  tag,
  permission: 'runs:read',
  params,
  replies: { 200: RunBody, 404: Problem },
  async handle(asked, { database }) {
    const row = await findRun(database, BigInt(asked.params.run));
    if (!row) return notFound('run', asked.params.run);
    return ok(await runProgress(database, row, await loadNames(database)));
  },
});

export const startRun = defineRoute({
  method: 'POST',
  path: '/flows/{flow}/runs',
  summary: 'Collect what is new for a flow now',
  tag,
  permission: 'runs:start',
  params: exactly({ flow: Code }),
  replies: { 202: RunStarted, 404: Problem, 409: Problem, 502: Problem },
  async handle({ params: { flow: code }, raw }, context) {
    const flow = await findFlow(context.database, code);
    if (!flow) return notFound('flow', code);
    if (flow.published_version_id === null)
      return trouble({ code: 'flow_not_published', params: { flow: code } });
    return accepted({ runId: String(await startCollecting(context, flow, raw)) });
  },
});

export const replayRun = defineRoute({
  method: 'POST',
  path: '/runs/{run}/replay',
  summary: 'Put every record of a run before its flow again, under the version published now',
  tag,
  permission: 'records:replay',
  params,
  query: exactly({
    flow: Type.Optional(Type.String({ description: 'Needed for runs of more than one flow' })),
  }),
  replies: { 202: RunStarted, 404: Problem, 409: Problem },
  async change({ params: wanted, query, raw }, { tx }) {
    const row = await findRun(tx, BigInt(wanted.run));
    if (!row) return notFound('run', wanted.run);
    const flow = await flowOf(tx, row, query.flow);
    if (!flow) return notFound('flow', query.flow ?? '');
    if (flow.published_version_id === null) {
      return trouble({ code: 'flow_not_published', params: { flow: flow.code } });
    }
    return accepted({ runId: String(await replay(tx, { flow, runId: row.run_id, by: raw.principal })) });
  },
});

/** Answers as soon as the run exists; collecting goes on, and its trouble is kept with the run. */
async function startCollecting(context: ApiContext, flow: FlowRow, raw: RawRequest): Promise<bigint> {
  return new Promise((resolve, reject) => {
    collectFlow(context, { flow, startedBy: raw.principal, signal: raw.stopping, started: resolve }).catch(
      (error: unknown) => {
        context.log.warn({ err: error, flow: flow.code }, 'run failed');
        // Does nothing once the run has begun.
        reject(error);
      },
    );
  });
}

/** An import belongs to a connection; where one flow takes its records, that is meant. */
async function flowOf(tx: Tx, run: RunRow, code: string | undefined): Promise<FlowRow | null> {
  if (code !== undefined) return findFlow(tx, code);
  const flows = await listFlows(tx);
  const ours = flows.filter((flow) =>
    run.flow_id === null ? flow.connection_id === run.connection_id : flow.flow_id === run.flow_id,
  );
  return ours.length === 1 ? ours[0]! : null;
}
