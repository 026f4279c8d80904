import type { FileRecord, FileSource } from '#connectors/kit/connector.ts';
import { RefusalError } from '#core/trouble/trouble.ts';
import { placeOf } from './encode-row.ts';
import { type Opened, type Opening, openFile } from './open-file.ts';
import { TableReader } from './read-table.ts';
import { readText } from './read-text.ts';
import { readExcel } from './read-workbook.ts';
import type { SpreadsheetSettings } from './settings.ts';
import type { Table } from './table.ts';

/**
 * Every data row of a file as a record, as the file streams in; at the end of each sheet a `file-summary` record with
 * what was detected and every row that was no data. A row that cannot be right is a record with a refusal. A file that
 * cannot go on throws `RefusalError` with the place; the records before it stay valid.
 */
export async function* readFile(
  source: FileSource,
  settings: SpreadsheetSettings,
  signal: AbortSignal,
): AsyncIterable<FileRecord> {
  await using held = new AsyncDisposableStack();
  const opening: Opening = {
    bytesMax: settings.sizeMaxMib * 1024 ** 2,
    zipEntry: settings.zipEntry,
    signal,
    held,
  };
  let reader: TableReader | null = null;
  try {
    const opened = await openFile(source.bytes, opening);
    for await (const table of tablesOf(opened, settings, opening)) {
      reader = new TableReader(table, settings, source.name);
      for await (const records of reader.records()) {
        for (const record of records) yield record;
      }
    }
  } catch (error) {
    throw error instanceof RefusalError ? withPlace(error, source.name, reader) : error;
  }
}

function tablesOf(opened: Opened, settings: SpreadsheetSettings, opening: Opening): AsyncIterable<Table> {
  return opened.format === 'workbook'
    ? readExcel(opened.archive, settings.sheet, opening)
    : only(readText(opened.bytes, settings));
}

async function* only<T>(item: T): AsyncIterable<T> {
  yield item;
}

/** Which file, and how far we got: what a person needs to find the spot. */
function withPlace({ refusal }: RefusalError, file: string, reader: TableReader | null): RefusalError {
  const { code, params } = refusal;
  const reached = params?.row === undefined ? reader?.reached : placeOf(Number(params.row), '', '');
  const placed = { code, params: { file, row: String(reader?.row ?? 0), ...params } };
  const at = refusal.at ?? reached ?? '';
  return new RefusalError(at === '' ? placed : { ...placed, at });
}
