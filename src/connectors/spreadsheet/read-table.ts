import type { FileRecord } from '#connectors/kit/connector.ts';
import { RefusalError } from '#core/trouble/trouble.ts';
import { makeClassifier, type SkipReason } from './classify-row.ts';
import { cleanRow, makeCleaner } from './clean-cell.ts';
import { nameColumns } from './column-names.ts';
import { type EncodeRow, makeEncoder, type Place, placeOf } from './encode-row.ts';
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
  /** What stopped us in the middle of a batch; thrown once the records before it have been handed on. */
  readonly #stopped: unknown[] = [];

  constructor(table: Table, settings: SpreadsheetSettings, file: string) {
    this.#settings = settings;
    this.#table = table;
    this.#place = { file, sheet: table.sheet };
    this.#summary = new Summary(this.#place, table.facts);
    const clean = makeCleaner(settings);
    this.#clean = (row) => cleanRow(row, clean);
  }

  /** `row 17` with its sheet: the last row that has become a record, or was skipped. Empty before the first. */
  get reached(): string {
    return this.row === 0 ? this.#place.sheet : placeOf(this.row, '', this.#place.sheet);
  }

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
        const { code, params } = layout.refusal;
        const { file, sheet } = this.#place;
        yield [this.#summary.takeRecord(true, { code, at: sheet, params: { file, ...params } })];
        return;
      }
      for await (const batch of this.#batches(ahead, rows)) {
        yield this.#encode(batch, layout);
        if (this.#stopped.length > 0) throw this.#stopped[0];
      }
      yield [this.#summary.takeRecord(true)];
    } finally {
      await rows.return?.();
    }
  }

  async *#batches(ahead: Ahead, rows: Rows): AsyncIterable<readonly Row[]> {
    yield ahead.rows;
    if (ahead.failed.length > 0) throw ahead.failed[0];
    for (let next = await rows.next(); !next.done; next = await rows.next())
      yield next.value.map(this.#clean);
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
    const records: FileRecord[] = [];
    try {
      for (const row of rows) {
        const record = this.#encodeRow(row, layout);
        if (record !== null) records.push(record);
        if (this.#summary.isFull()) records.push(this.#summary.takeRecord(false));
      }
    } catch (error) {
      this.#stopped.push(error);
    }
    return records;
  }

  /** Null for a row that is no data. */
  #encodeRow(row: Row, layout: Layout): FileRecord | null {
    const summary = this.#summary;
    if (row.number > ROWS_MAX) refuseFile('too_many_rows', { limit: String(ROWS_MAX) });
    summary.pass(row);
    const blank = isBlank(row);
    if (blank) summary.blankRows += 1;
    const why = blank ? null : layout.classify(row);
    if (why !== null) summary.skip(row, why);
    return blank || why !== null ? null : summary.count(layout.encode(row));
  }
}

function isBlank({ cells, trouble }: Row): boolean {
  for (const cell of cells) if (cell !== '') return false;
  return trouble === null;
}
