import Type from 'typebox';
import { notFound, ok, trouble } from '#api/http/answer.ts';
import { defineRoute, streamOf } from '#api/http/route.ts';
import { Code, exactly, Problem } from '#api/http/schemas.ts';
import { loadNames } from '#api/names.ts';
import { RunBody, runBody } from '#api/runs/run-body.ts';
import { importFile } from '#pipeline/collect/import-file.ts';
import { findFlow } from '#storage/flows.ts';
import { findRun } from '#storage/runs.ts';

const FILE_MAX = 2 * 2 ** 30;

/** A file by hand: read by the connector of the flow's source, as it would read one from its folder. */
export const postFlowFile = defineRoute({
  method: 'POST',
  path: '/flows/{flow}/files',
  summary: 'Import a file (CSV, Excel, zip) into a flow; the same rows again are known again',
  tag: 'Runs',
  permission: 'runs:start',
  scope: 'named',
  params: exactly({ flow: Code }),
  query: exactly({
    name: Type.String({ minLength: 1, maxLength: 200, pattern: '^[^/\\\\]+$', description: 'Of the file' }),
  }),
  takes: 'stream',
  mediaTypes: ['application/octet-stream'],
  body: Type.Unknown({ description: 'The bytes of the file' }),
  bodyMax: FILE_MAX,
  replies: { 200: RunBody, 404: Problem, 409: Problem, 413: Problem, 422: Problem },
  async handle({ params: { flow: code }, query: { name }, raw }, context) {
    const { database, now } = context;
    const flow = await findFlow(database, code);
    if (!flow) return notFound('flow', code);
    if (flow.published_version_id === null)
      return trouble({ code: 'flow_not_published', params: { flow: code } });
    if (!flow.enabled) return trouble({ code: 'flow_disabled', params: { flow: code } });
    const connection = await context.connections.get(flow.connection_id);
    if (!connection.connector.files) {
      return trouble({ code: 'files_unsupported', params: { connector: connection.connector.name } });
    }
    const { runId } = await importFile(context, {
      connectionId: flow.connection_id,
      source: { name, bytes: streamOf(raw) },
      startedBy: raw.principal,
      signal: raw.signal,
    });
    const row = await findRun(database, runId);
    if (!row) return notFound('run', String(runId));
    return ok(await runBody(database, row, { names: await loadNames(database), now }));
  },
});
