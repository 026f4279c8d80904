import type { ApiContext } from '#api/api-context.ts';
import { notFound, type Outgoing, ok, trouble } from '#api/http/answer.ts';
import { defineRoute, type RawRequest } from '#api/http/route.ts';
import { exactly, Id, Problem } from '#api/http/schemas.ts';
import { loadNames } from '#api/names.ts';
import { changeRun, type RunChange } from '#pipeline/collect/change-run.ts';
import { listFlows } from '#storage/flows.ts';
import { findRun, type RunRow } from '#storage/runs.ts';
import { RunBody, runBody } from './run-body.ts';
import { startCollecting } from './runs.ts';

const facts = {
  method: 'POST',
  tag: 'Runs',
  permission: 'runs:start',
  scope: 'named',
  params: exactly({ run: Id }),
  replies: { 200: RunBody, 404: Problem, 409: Problem },
} as const;

export const pauseRun = defineRoute({
  ...facts,
  path: '/runs/{run}/pause',
  summary: 'Let a run wait: it stops between two pages and between two batches, and keeps its place',
  handle: (asked, context) => change(asked, 'paused', context),
});

export const resumeRun = defineRoute({
  ...facts,
  path: '/runs/{run}/resume',
  summary: 'Let a waiting run go on where it stopped',
  handle: (asked, context) => change(asked, 'resumed', context),
});

export const cancelRun = defineRoute({
  ...facts,
  path: '/runs/{run}/cancel',
  summary:
    'Call a run off: what is posted stays, what is not is kept as passed over until the run is replayed',
  handle: (asked, context) => change(asked, 'cancelled', context),
});

async function change(
  { params: wanted, raw }: { params: { run: string }; raw: RawRequest },
  to: RunChange['to'],
  context: ApiContext,
): Promise<Outgoing> {
  const { database, now } = context;
  const runId = BigInt(wanted.run);
  if (!(await findRun(database, runId))) return notFound('run', wanted.run);
  const changed = await database.transaction((tx) => changeRun(tx, { runId, to, by: raw.principal }));
  if (!changed.ok) return trouble(changed.refusal);
  const row = await findRun(database, runId);
  if (!row) return notFound('run', wanted.run);
  if (changed.value.needsCollector) await collectOn(context, row, raw);
  return ok(await runBody(database, row, { names: await loadNames(database), now }));
}

/** The run was being read when it was told to wait: somebody has to read on. */
async function collectOn(context: ApiContext, row: RunRow, raw: RawRequest): Promise<void> {
  const flow = (await listFlows(context.database)).find((one) => one.flow_id === row.flow_id);
  if (flow && row.kind === 'collect') await startCollecting(context, { flow, raw, goOn: row.run_id });
}
