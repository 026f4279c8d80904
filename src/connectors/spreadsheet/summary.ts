import type { FileRecord } from '#connectors/kit/connector.ts';
import { isFormulaLike } from '#connectors/kit/escape-for-spreadsheet.ts';
import type { Refusal } from '#core/trouble/trouble.ts';
import type { SkipReason } from './classify-row.ts';
import type { Place } from './encode-row.ts';
import { SKIPPED_ROWS_PER_SUMMARY } from './limits.ts';
import type { Row, Table } from './table.ts';

/** Kind of the records that say what became of a sheet: one at its end, more where many rows were skipped. */
export const SUMMARY_KIND = 'file-summary';

/** A quick look before the real one: nearly all cells are told by their first character. */
const FORMULA_STARTS: ReadonlySet<number> = new Set(Array.from('=+-@＝＋－＠', (sign) => sign.charCodeAt(0)));

interface Skipped {
  readonly row: number;
  readonly why: SkipReason;
  readonly cells: readonly string[];
}

/** Counts what happens to the rows of one sheet and keeps those that are no data, so that nothing is dropped unseen. */
export class Summary {
  readonly #place: Place;
  readonly #facts: Table['facts'];
  #skipped: Skipped[] = [];
  #part = 0;
  columns: readonly string[] = [];
  headerRow = 0;
  rows = 0;
  records = 0;
  refused = 0;
  blankRows = 0;
  formulaLikeCells = 0;

  constructor(place: Place, facts: Table['facts']) {
    this.#place = place;
    this.#facts = facts;
  }

  /** Takes note of a row before anything is decided about it. Excel files leave out rows that are blank. */
  pass({ number, cells }: Row): void {
    this.blankRows += number - this.rows - 1;
    this.rows = number;
    for (const cell of cells)
      if (FORMULA_STARTS.has(cell.charCodeAt(0)) && isFormulaLike(cell)) this.formulaLikeCells += 1;
  }

  count(record: FileRecord): FileRecord {
    this.records += 1;
    if (record.refusal !== undefined) this.refused += 1;
    return record;
  }

  skip({ number, cells }: Row, why: SkipReason): void {
    this.#skipped.push({ row: number, why, cells });
  }

  isFull(): boolean {
    return this.#skipped.length >= SKIPPED_ROWS_PER_SUMMARY;
  }

  /** What has been counted so far, and the rows skipped since the last time. */
  takeRecord(isLast: boolean, refusal?: Refusal): FileRecord {
    this.#part += 1;
    const { file, sheet } = this.#place;
    const { columns, headerRow, rows, records, refused, blankRows, formulaLikeCells } = this;
    const counts = { rows, records, refused, blankRows, formulaLikeCells };
    const raw = {
      file,
      sheet,
      isLast,
      ...this.#facts,
      headerRow,
      columns,
      ...counts,
      skipped: this.#skipped,
    };
    this.#skipped = [];
    const record = {
      kind: SUMMARY_KIND,
      externalId: `${sheet === '' ? file : `${file}!${sheet}`}!summary${this.#part === 1 ? '' : `-${this.#part}`}`,
      mediaType: 'application/json',
      raw: Buffer.from(JSON.stringify(raw)),
    };
    return refusal === undefined ? record : { ...record, refusal };
  }
}
