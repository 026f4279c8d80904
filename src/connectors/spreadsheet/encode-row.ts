import type { FileRecord } from '#connectors/kit/connector.ts';
import type { Params, Refusal } from '#core/trouble/trouble.ts';
import { COLUMNS_MAX } from './limits.ts';
import { refuseFile, shown } from './refuse-file.ts';
import type { SpreadsheetSettings } from './settings.ts';
import { columnNamed, makeAmountReader, type ReadAmount } from './signed-amount.ts';
import { columnLetters, type Row } from './table.ts';

export interface Place {
  readonly file: string;
  /** Empty for text files. */
  readonly sheet: string;
}

/** A data row, cells already cleaned → its record. */
export type EncodeRow = (row: Row) => FileRecord;

/**
 * How the rows of one sheet become records. The JSON is put together by hand, because this is the hottest place of an
 * import: the keys are written once, and nearly no cell needs escaping.
 */
export function makeEncoder(
  settings: SpreadsheetSettings,
  columns: readonly string[],
  place: Place,
): EncodeRow {
  const ids = settings.idColumns.map((name) => columnNamed(name, columns));
  const readAmount = makeAmountReader(settings, columns);
  const keys = columns.map((name, i) => `${i === 0 ? '' : ','}${JSON.stringify(name)}:`);
  const ending = `,"_sheet":${JSON.stringify(place.sheet)},"_file":${JSON.stringify(place.file)}}`;
  const before = columns.length === 0 ? '' : ',';
  return (row) => {
    const { cells } = row;
    const refuse = (code: string, column: string, params: Params = {}): Refusal => ({
      code,
      at: placeOf(row.number, column, place.sheet),
      params: { file: place.file, row: String(row.number), column, ...params },
    });
    const { amount, refusal: amountRefusal } = amountOf(readAmount, cells, refuse);
    const missing = ids.find(({ index }) => (cells[index] ?? '') === '');
    const refusal =
      rowRefusal(row, { columns, isText: place.sheet === '' }, refuse) ??
      (missing && refuse('id_missing', missing.name)) ??
      amountRefusal;
    let json = '{';
    for (let i = 0; i < columns.length; i += 1) json += keys[i] + quote(cells[i] ?? '');
    if (amount !== null) json += `${before}"_amount":"${amount}"`;
    if (cells.length > columns.length) json += surplus(cells, columns);
    // A row found by its own columns is the same record wherever it stands; its place would make it a new version.
    json += ids.length > 0 ? '}' : `${before}"_row":${row.number}${ending}`;
    const externalId =
      ids.length > 0 && missing === undefined
        ? joinIds(ids.map(({ index }) => cells[index] ?? ''))
        : idOf(row, place);
    const record = { kind: settings.kind, externalId, mediaType: 'application/json', raw: Buffer.from(json) };
    return refusal === null ? record : { ...record, refusal };
  };
}

/** `row 17, "金额"`, with the sheet in front where there is one. */
export function placeOf(row: number, column: string, sheet: string): string {
  const at = column === '' ? `row ${row}` : `row ${row}, "${column}"`;
  return sheet === '' ? at : `${sheet}: ${at}`;
}

type Refuse = (code: string, column: string, params?: Params) => Refusal;

function amountOf(
  readAmount: ReadAmount | null,
  cells: readonly string[],
  refuse: Refuse,
): { readonly amount: string | null; readonly refusal: Refusal | null } {
  const found = readAmount?.(cells);
  if (found === undefined) return { amount: null, refusal: null };
  if (found.ok) return { amount: found.value, refusal: null };
  const { code, at = '', params } = found.refusal;
  return { amount: null, refusal: refuse(code, at, params) };
}

/** First what was wrong when the row was read, then whether its cells fit the header. */
function rowRefusal(
  { cells, trouble, unfinished }: Row,
  { columns, isText }: { columns: readonly string[]; isText: boolean },
  refuse: Refuse,
): Refusal | null {
  if (trouble !== null) {
    const column = trouble.column === null ? '' : (columns[trouble.column] ?? columnLetters(trouble.column));
    return refuse(trouble.code, column, { text: shown(cells[trouble.column ?? 0] ?? ''), ...trouble.params });
  }
  const cellCounts = { cells: String(widthOf(cells)), columns: String(columns.length) };
  // In a text file a comma too many shifts amounts into other columns; in Excel a note beside the table is just that.
  if (isText && widthOf(cells) > columns.length) return refuse('row_too_wide', '', cellCounts);
  return unfinished && cells.length < columns.length ? refuse('row_cut_off', '', cellCounts) : null;
}

/** Cells beyond the header are kept under their letters, so that a person sees where the row slipped. */
function surplus(cells: readonly string[], columns: readonly string[]): string {
  let json = '';
  const width = widthOf(cells);
  if (width > COLUMNS_MAX) refuseFile('too_many_columns', { limit: String(COLUMNS_MAX) });
  for (let i = columns.length; i < width; i += 1) {
    let key = columnLetters(i);
    while (columns.includes(key)) key = `_${key}`;
    json += `${i === 0 ? '' : ','}${JSON.stringify(key)}:${quote(cells[i] ?? '')}`;
  }
  return json;
}

function widthOf(cells: readonly string[]): number {
  return cells.findLastIndex((cell) => cell !== '') + 1;
}

/** No quote, backslash, control character or half of a surrogate pair. */
const PLAIN = /^[ !#-[\]-~\u0080-\ud7ff\ue000-\uffff]*$/;

function quote(cell: string): string {
  return PLAIN.test(cell) ? `"${cell}"` : JSON.stringify(cell);
}

/** Joined so that `a|b` + `c` differs from `a` + `b|c`. */
function joinIds(parts: readonly string[]): string {
  return parts.map((part) => part.replace(/[\\|]/g, '\\$&')).join('|');
}

/** Streaming knows no hash of the file before its end; its name is what the caller keeps stable. */
function idOf({ number }: Row, { file, sheet }: Place): string {
  return sheet === '' ? `${file}!${number}` : `${file}!${sheet}!${number}`;
}
