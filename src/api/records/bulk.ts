import { setTimeout as sleep } from 'node:timers/promises';
import Type from 'typebox';
import type { Sight } from '#access/sight.ts';
import type { ApiContext } from '#api/api-context.ts';
import { requireOpenFlow, seenAs } from '#api/find-flow.ts';
import { accepted, type Outgoing, ok, trouble } from '#api/http/answer.ts';
import { defineRoute, type RawRequest, streamOf } from '#api/http/route.ts';
import { Code, exactly, Problem } from '#api/http/schemas.ts';
import { loadNames } from '#api/names.ts';
import { RunBody, runBody } from '#api/runs/run-body.ts';
import { RefusalError } from '#core/trouble/trouble.ts';
import { importRecords } from '#pipeline/collect/import-file.ts';
import { type Position, readUpload, type Upload } from '#pipeline/collect/upload/read-upload.ts';
import type { DirectoryEntry, PublishedEntry } from '#pipeline/flows/flow-directory.ts';
import { recordNamer } from '#pipeline/flows/name-record.ts';
import type { Tx } from '#storage/database.ts';
import { findRun, type RunRow } from '#storage/runs.ts';

const BULK_MAX = 10 * 2 ** 30;
const LINE_MAX = 2 ** 20;
const WAIT_MAX_MS = 10 * 60_000;
const LOOK_EVERY_MS = 100;

/** Any number of documents as a stream: saved page by page while they arrive, posted by the workers meanwhile. */
export const postBulk = defineRoute({
  method: 'POST',
  path: '/books/{book}/documents/bulk',
  summary: 'Upload documents as NDJSON or CSV, gzip allowed; every line is kept, good or bad',
  tag: 'Documents',
  permission: 'documents:post',
  scope: 'named',
  params: exactly({ book: Code }),
  query: exactly({
    flow: Code,
    wait: Type.Optional(
      Type.Boolean({ description: 'Answer when everything is posted, after ten minutes at most' }),
    ),
    idField: Type.Optional(
      Type.String({
        maxLength: 200,
        description: 'Where a line has its id, as a.b; default: as the flow reads the number',
      }),
    ),
  }),
  takes: 'stream',
  mediaTypes: ['application/x-ndjson', 'text/csv'],
  body: Type.Unknown({ description: 'One JSON document a line, or CSV with a header' }),
  bodyMax: BULK_MAX,
  replies: {
    200: RunBody,
    202: RunBody,
    400: Problem,
    409: Problem,
    413: Problem,
    415: Problem,
    422: Problem,
  },
  async handle({ params, query, raw, sight }, context) {
    const entry = await requireOpenFlow(context, { code: query.flow, book: params.book, sight });
    requireAllDepartments(sight, entry.published);
    const position: Position = { line: 0 };
    const upload = uploadOf({
      entry,
      raw,
      position,
      idField: query.idField,
      bytesMax: context.limits?.bulkBytes,
    });
    let runId: bigint | null = null;
    try {
      const imported = await importRecords(context, {
        connectionId: entry.flow.connection_id,
        startedBy: raw.principal,
        records: readUpload(upload),
        started: (id) => {
          runId = id;
        },
      });
      return answerRun(context, { runId: imported.runId, wait: query.wait ?? false, signal: raw.signal });
    } catch (error) {
      if (!(error instanceof RefusalError)) throw error;
      return brokenOff(context.database, { refusal: error.refusal, runId, position });
    }
  },
});

/** The departments of a stream are known when it is posted, and then it is too late to refuse it. */
function requireAllDepartments(sight: Sight, published: PublishedEntry): void {
  if (sight.wholeTraffic(seenAs(published))) return;
  const params = { permission: 'documents:post', book: published.book.code };
  throw new RefusalError({ code: 'forbidden', params });
}

interface Uploading {
  readonly entry: DirectoryEntry & { readonly published: PublishedEntry };
  readonly raw: RawRequest;
  readonly position: Position;
  readonly idField: string | undefined;
  readonly bytesMax: number | undefined;
}

function uploadOf({ entry, raw, position, idField, bytesMax = BULK_MAX }: Uploading): Upload {
  const { flow, published } = entry;
  const [type = '', ...settings] = headerOf(raw, 'content-type').toLowerCase().split(';');
  const charset = settings.find((setting) => setting.trim().startsWith('charset='));
  return {
    bytes: streamOf(raw),
    format: formatOf(type.trim()),
    charset: charset?.trim().slice('charset='.length).replaceAll('"', '') ?? 'utf-8',
    isGzip: isGzip(headerOf(raw, 'content-encoding').toLowerCase()),
    kind: flow.kind,
    nameOf: idField === undefined ? published.nameOf : recordNamer(published.definition, idField),
    bytesMax,
    lineMax: LINE_MAX,
    position,
  };
}

function headerOf({ headers }: RawRequest, name: string): string {
  const value = headers[name];
  return typeof value === 'string' ? value : '';
}

function formatOf(type: string): Upload['format'] {
  if (/^application\/(x-)?ndjson$|^application\/jsonl(ines)?$/.test(type)) return 'ndjson';
  if (type === 'text/csv') return 'csv';
  throw new RefusalError({
    code: 'media_type_unsupported',
    at: 'Content-Type',
    params: { why: type || '–' },
  });
}

function isGzip(encoding: string): boolean {
  if (encoding === '' || encoding === 'identity') return false;
  if (encoding === 'gzip' || encoding === 'x-gzip') return true;
  throw new RefusalError({
    code: 'media_type_unsupported',
    at: 'Content-Encoding',
    params: { why: encoding },
  });
}

async function answerRun(
  context: ApiContext,
  { runId, wait, signal }: { runId: bigint; wait: boolean; signal: AbortSignal },
): Promise<Outgoing> {
  const { database, now } = context;
  const until = now().getTime() + (wait ? WAIT_MAX_MS : 0);
  let run = await readRun(database, runId);
  while (!isOver(run) && now().getTime() < until && !signal.aborted) {
    await sleep(LOOK_EVERY_MS, undefined, { signal }).catch(() => undefined);
    run = await readRun(database, runId);
  }
  const body = await runBody(database, run, { names: await loadNames(database), now });
  return isOver(run) ? ok(body) : accepted(body);
}

async function readRun(tx: Tx, runId: bigint): Promise<RunRow> {
  const run = await findRun(tx, runId);
  if (!run) throw new Error(`bug: run ${runId} is gone`);
  return run;
}

function isOver({ state }: RunRow): boolean {
  return state === 'done' || state === 'failed' || state === 'cancelled';
}

interface Break {
  readonly refusal: RefusalError['refusal'];
  readonly runId: bigint | null;
  readonly position: Position;
}

/** Says what was kept: every line before the break is stored and will be posted. */
async function brokenOff(tx: Tx, { refusal, runId, position }: Break): Promise<Outgoing> {
  const run = runId === null ? null : await findRun(tx, runId);
  const kept = run ? { collected: Number(run.collected), repeated: Number(run.repeated) } : null;
  const { code, at, params = {} } = refusal;
  return trouble({
    code,
    ...(at === undefined ? {} : { at }),
    params: { line: String(position.line), ...params, kept: String(kept?.collected ?? 0) },
    more: { runId: runId === null ? null : String(runId), line: position.line, kept },
    // Whatever is still on its way is not read any more.
    headers: { connection: 'close' },
  });
}
