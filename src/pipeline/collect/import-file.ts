import type { FileRecord, FileSource } from '#connectors/kit/connector.ts';
import { Fault, RefusalError } from '#core/trouble/trouble.ts';
import { endCollecting, failRun } from '#storage/runs.ts';
import { beginRun } from './begin-run.ts';
import { type CollectContext, describeTrouble } from './collect-flow.ts';
import { savePage } from './save-page.ts';

const PAGE_RECORDS_MAX = 1_000;
const PAGE_BYTES_MAX = 4 * 2 ** 20;

export interface Import {
  readonly connectionId: number;
  /** What the records of the file are called, e.g. `row`; flows of the connection and kind take them. */
  readonly source: FileSource;
  readonly startedBy: string;
  readonly signal: AbortSignal;
}

export interface Imported {
  readonly runId: bigint;
  readonly saved: number;
  readonly repeated: number;
}

/**
 * Imports a file as a stream: records are saved page by page while the file is still being read, so memory stays
 * bounded whatever its size. A file that breaks off fails the run; what was read before stays and is posted. A run that
 * waits is read on, since whoever sends a file cannot be asked to hold it; what was read is not posted before it goes on.
 */
export async function importFile(context: CollectContext, work: Import): Promise<Imported> {
  const connection = await context.connections.get(work.connectionId);
  const { files } = connection.connector;
  if (!files) {
    throw new Fault('files_unsupported', {
      retry: { kind: 'never' },
      params: { connector: connection.connector.name },
    });
  }
  return importRecords(context, { ...work, records: files(work.source, connection.settings, work.signal) });
}

/** Saves a stream of records as one run. */
export async function importRecords(
  { database, pauseAt }: Pick<CollectContext, 'database' | 'pauseAt'>,
  work: Pick<Import, 'connectionId' | 'startedBy'> & {
    /** The file, where it is one. */
    readonly source?: Pick<FileSource, 'name'>;
    readonly records: AsyncIterable<FileRecord>;
    /** Hears the run's id before the first record is read. */
    readonly started?: (runId: bigint) => void;
  },
): Promise<Imported> {
  const { connectionId, startedBy } = work;
  const of = work.source?.name ?? null;
  const runId = await beginRun(database, { kind: 'import', connectionId, startedBy, of });
  work.started?.(runId);
  const total = { saved: 0, repeated: 0 };
  try {
    for await (const records of pagesOf(work.records)) {
      await pauseAt?.('before-record-save');
      const page = await database.transaction((tx) => savePage(tx, { connectionId, runId, records }));
      total.saved += page.saved;
      total.repeated += page.repeated;
      if (page.runState === 'cancelled') {
        throw new RefusalError({ code: 'run_cancelled', params: { run: String(runId) } });
      }
    }
    await endCollecting(database, runId);
  } catch (error) {
    await failRun(database, runId, describeTrouble(error));
    throw error;
  }
  return { runId, ...total };
}

/** A source that breaks off hands on what it gave before: a whole line is kept, whatever comes after it. */
async function* pagesOf(records: AsyncIterable<FileRecord>): AsyncGenerator<FileRecord[]> {
  let page: FileRecord[] = [];
  let bytes = 0;
  try {
    for await (const record of records) {
      page.push(record);
      bytes += record.raw.byteLength;
      if (page.length < PAGE_RECORDS_MAX && bytes < PAGE_BYTES_MAX) continue;
      yield page;
      page = [];
      bytes = 0;
    }
  } catch (error) {
    if (page.length > 0) yield page;
    throw error;
  }
  if (page.length > 0) yield page;
}
