import { Readable } from 'node:stream';
import { TextDecoder } from 'node:util';
import { parse } from 'csv-parse';
import type { FileRecord } from '#connectors/kit/connector.ts';
import { type Refusal, RefusalError } from '#core/trouble/trouble.ts';
import type { NameRecord } from '#pipeline/flows/name-record.ts';
import type { Position } from './read-upload.ts';

const COLUMNS_MAX = 1_000;

export interface CsvReading {
  readonly kind: string;
  readonly nameOf: NameRecord;
  /** Any label that browsers know: utf-8, gbk, … */
  readonly charset: string;
  readonly lineMax: number;
  readonly position: Position;
}

/** The rows of a CSV stream as JSON objects of texts, named by the header. A row of another width is kept with a refusal. */
export async function* readCsv(
  bytes: AsyncIterable<Uint8Array>,
  { kind, nameOf, charset, lineMax, position }: CsvReading,
): AsyncGenerator<FileRecord> {
  let header: readonly string[] | null = null;
  const text = decoded(bytes, charset, position);
  for await (const { record: cells, info } of parseRows(text, { lineMax, position })) {
    position.line = info.lines;
    if (header === null) {
      header = readHeader(cells);
      continue;
    }
    const refusal =
      cells.length === header.length ? null : widthRefusal(info.lines, cells.length, header.length);
    const names = header;
    const content = refusal ? cells : Object.fromEntries(cells.map((cell, i) => [names[i]!, cell]));
    const raw = Buffer.from(JSON.stringify(content));
    const record = { kind, externalId: nameOf(raw), mediaType: 'application/json', raw };
    yield refusal ? { ...record, refusal } : record;
  }
}

interface Row {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

async function* parseRows(
  text: AsyncIterable<string>,
  { lineMax, position }: Pick<CsvReading, 'lineMax' | 'position'>,
): AsyncGenerator<Row> {
  const source = Readable.from(text);
  const rows = source.pipe(
    parse({
      bom: true,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: lineMax,
    }),
  );
  source.on('error', (error) => rows.destroy(error));
  try {
    yield* rows;
  } catch (error) {
    const code = codeOf(error);
    if (code === 'CSV_MAX_RECORD_SIZE')
      throw new RefusalError({ code: 'line_too_long', params: { limit: String(lineMax) } });
    if (code === 'CSV_QUOTE_NOT_CLOSED')
      throw new RefusalError({ code: 'csv_quote_open', at: `line ${position.line + 1}` });
    throw error;
  } finally {
    source.destroy();
    rows.destroy();
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : null;
}

async function* decoded(
  bytes: AsyncIterable<Uint8Array>,
  charset: string,
  position: Position,
): AsyncGenerator<string> {
  const decoder = decoderOf(charset);
  try {
    for await (const chunk of bytes) yield decoder.decode(chunk, { stream: true });
    yield decoder.decode();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const line = String(position.line);
    throw new RefusalError({ code: 'upload_not_text', at: `line ${line}`, params: { line, charset } });
  }
}

function decoderOf(charset: string): TextDecoder {
  try {
    return new TextDecoder(charset, { fatal: true });
  } catch {
    throw new RefusalError({ code: 'media_type_unsupported', at: 'Content-Type', params: { why: charset } });
  }
}

function readHeader(cells: readonly string[]): readonly string[] {
  const names = cells.map((cell) => cell.trim());
  const double = names.find((name, i) => name === '' || names.indexOf(name) !== i);
  if (double === undefined && names.length <= COLUMNS_MAX) return names;
  const params = { column: double ?? String(names.length) };
  throw new RefusalError({ code: 'csv_header_invalid', at: 'line 1', params });
}

function widthRefusal(line: number, found: number, wanted: number): Refusal {
  const params = { found: String(found), wanted: String(wanted) };
  return { code: 'csv_row_width', at: `line ${line}`, params };
}
