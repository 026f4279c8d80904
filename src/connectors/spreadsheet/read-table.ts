import type { FileRecord } from '#connectors/kit/connector.ts';
import { RefusalError } from '#core/trouble/trouble.ts';
import { makeClassifier, type SkipReason } from './classify-row.ts';
import { cleanRow, makeCleaner } from './clean-cell.ts';
import { nameColumns } from './column-names.ts';
import { type EncodeRow, makeEncoder, type Place } from './encode-row.ts';
import { findHeader, refuseHeader } from './find-header.ts';
import { COLUMNS_MAX, HEADER_SEARCH_ROWS, ROWS_MAX } from './limits.ts';
import { refuseFile } from './refuse-file.ts';
import type { SpreadsheetSettings } from './settings.ts';
import { Summary } from './summary.ts';
import type { Row, Table } from './table.ts';

interface Layout {
  readonly encode: EncodeRow;
  readonly classify: (row: Row) => SkipReason | null;
  readonly columns: readonly string[];
}

type Rows = AsyncIterator<readonly Row[]>;

interface Ahead {
  readonly rows: readonly Row[];
  /** What stopped us while we looked, if anything did; thrown after the rows that came before it. */
  readonly failed: readonly unknown[];
}

/** One sheet as records: every data row, then a summary with everything that was no data. */
export class TableReader {
  readonly #settings: SpreadsheetSettings;
  readonly #place: Place;
  readonly #table: Table;
  readonly #summary: Summary;
  readonly #clean: (row: Row) => Row;

  constructor(table: Table, settings: SpreadsheetSettings, file: string) {
    this.#settings = settings;
    this.#table = table;
    this.#place = { file, sheet: table.sheet };
    this.#summary = new Summary(this.#place, table.facts);
    const clean = makeCleaner(settings);
    this.#clean = (row) => cleanRow(row, clean);
  }

  /** Number of the last row that has become a record, or was skipped. */
  get row(): number {
    return this.#summary.rows;
  }

  /** In batches, because waiting for every single record would cost more than reading it. */
  async *records(): AsyncIterable<readonly FileRecord[]> {
    const rows = this.#table.batches[Symbol.asyncIterator]();
    try {
      const ahead = await this.#lookAhead(rows);
      const layout = this.#tryLayout(ahead);
      if (layout instanceof RefusalError) {
        yield [this.#summary.takeRecord(true, layout.refusal)];
        return;
      }
      yield this.#encode(ahead.rows, layout);
      if (ahead.failed.length > 0) throw ahead.failed[0];
      for (let next = await rows.next(); !next.done; next = await rows.next())
        yield this.#encode(next.value.map(this.#clean), layout);
      yield [this.#summary.takeRecord(true)];
    } finally {
      await rows.return?.();
    }
  }

  async #lookAhead(rows: Rows): Promise<Ahead> {
    const found: Row[] = [];
    const { headerRow, headerRows } = this.#settings;
    const wanted = Math.max(HEADER_SEARCH_ROWS, (headerRow ?? 0) + headerRows);
    try {
      while (found.length < wanted) {
        const next = await rows.next();
        if (next.done) break;
        for (const row of next.value) found.push(this.#clean(row));
      }
    } catch (error) {
      return { rows: found, failed: [error] };
    }
    return { rows: found, failed: [] };
  }

  /** Where all sheets are read, one that is no table (a sheet of notes) is reported and does not stop the others. */
  #tryLayout({ rows, failed }: Ahead): Layout | RefusalError {
    try {
      return this.#layOut(rows);
    } catch (error) {
      if (failed.length > 0) throw failed[0];
      if (error instanceof RefusalError && this.#settings.sheet === '*') return error;
      throw error;
    }
  }

  #layOut(rows: readonly Row[]): Layout {
    const { rename, footerContains } = this.#settings;
    const isEmpty = rows.every(isBlank);
    const header = isEmpty
      ? { rows: [], end: 0 }
      : (findHeader(rows, this.#settings) ?? refuseHeader(this.#settings));
    const sized = header.rows.length > 0 ? header.rows : rows;
    const width = Math.max(0, ...sized.map(({ cells }) => cells.length));
    if (width > COLUMNS_MAX) refuseFile('too_many_columns', { limit: String(COLUMNS_MAX) });
    const columns = nameColumns(header.rows, width, rename);
    this.#summary.columns = columns;
    this.#summary.headerRow = header.rows[0]?.number ?? 0;
    const judge = makeClassifier({ footerContains, header: header.rows, width });
    const isHeader = new Set(header.rows);
    return {
      columns,
      encode: isEmpty
        ? () => refuseHeader(this.#settings)
        : makeEncoder(this.#settings, columns, this.#place),
      classify: (row) => (row.number > header.end ? judge(row) : isHeader.has(row) ? 'header' : 'preamble'),
    };
  }

  #encode(rows: readonly Row[], layout: Layout): readonly FileRecord[] {
    const summary = this.#summary;
    const records: FileRecord[] = [];
    for (const row of rows) {
      if (row.number > ROWS_MAX) refuseFile('too_many_rows', { limit: String(ROWS_MAX) });
      summary.pass(row);
      if (isBlank(row)) {
        summary.blankRows += 1;
        continue;
      }
      const why = layout.classify(row);
      if (why !== null) summary.skip(row, why);
      else records.push(summary.count(layout.encode(row)));
      if (summary.isFull()) records.push(summary.takeRecord(false));
    }
    return records;
  }
}

function isBlank({ cells, trouble }: Row): boolean {
  for (const cell of cells) if (cell !== '') return false;
  return trouble === null;
}
