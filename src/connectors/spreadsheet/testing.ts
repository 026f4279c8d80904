import assert from 'node:assert/strict';
import { strToU8, type Zippable, zipSync } from 'fflate';
import { describe } from '#core/trouble/catalogue.ts';
import { type Refusal, RefusalError } from '#core/trouble/trouble.ts';
import { spreadsheet } from './connector.ts';
import { SUMMARY_KIND } from './summary.ts';

/** What a test sees of a file: the records as JSON, the refusals by code and place, what was skipped, how it ended. */
export interface Read {
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  readonly ids: readonly string[];
  /** `code at` of every refused row. */
  readonly refused: readonly string[];
  readonly summaries: readonly Readonly<Record<string, unknown>>[];
  /** `code at` of what stopped the file, or null. */
  readonly stopped: string | null;
}

/** Reads a file through the connector as the hub does. Settings are as in a connection: unparsed. */
export async function read(
  content: Uint8Array | string | AsyncIterable<Uint8Array>,
  settings: Readonly<Record<string, unknown>> = {},
  name = 'f.csv',
): Promise<Read> {
  const parsed = spreadsheet.settings.parse(settings);
  if (!parsed.ok) throw new RefusalError(parsed.refusal);
  const found: Found = { rows: [], ids: [], refused: [], summaries: [] };
  const bytes = typeof content === 'string' ? chunksOf(strToU8(content)) : chunksOf(content);
  try {
    const records = spreadsheet.files?.({ name, bytes }, parsed.value, AbortSignal.timeout(60_000)) ?? [];
    for await (const { kind, raw, externalId, refusal } of records) {
      const json: unknown = JSON.parse(new TextDecoder().decode(raw));
      if (typeof json !== 'object' || json === null) throw new Error('a record is a JSON object');
      (kind === SUMMARY_KIND ? found.summaries : found.rows).push({ ...json });
      if (kind !== SUMMARY_KIND) found.ids.push(externalId);
      if (refusal !== undefined) found.refused.push(shownAs(refusal));
    }
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error;
    return { ...found, stopped: shownAs(error.refusal) };
  }
  return { ...found, stopped: null };
}

/** `code at`, once it is sure that a person would read a text without gaps. */
function shownAs({ code, at = '', params }: Refusal): string {
  const { title, advice } = describe(code, { ...params, at }, 'zh');
  assert.doesNotMatch(title + advice, /–/, code);
  return `${code} ${at}`.trim();
}

interface Found {
  readonly rows: Record<string, unknown>[];
  readonly ids: string[];
  readonly refused: string[];
  readonly summaries: Record<string, unknown>[];
}

/** As a slow network would deliver it. */
async function* chunksOf(content: Uint8Array | AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  if (!(content instanceof Uint8Array)) return yield* content;
  for (let at = 0; at < content.length; at += 1013) yield content.subarray(at, at + 1013);
}

/** The values of the rows without their place, joined by `|`: short enough for a table of tests. */
export function valuesOf({ rows }: Read): string[] {
  return rows.map((row) =>
    Object.entries(row)
      .filter(([key]) => !['_row', '_sheet', '_file'].includes(key))
      .map(([, value]) => String(value))
      .join('|'),
  );
}

export interface XlsxParts {
  /** Sheet name → what stands inside `<sheetData>`. */
  readonly sheets: Readonly<Record<string, string>>;
  /** What stands inside `<sst>`. */
  readonly strings?: string;
  /** What stands inside `<styleSheet>`. */
  readonly styles?: string;
  readonly is1904?: boolean;
  /** Stands before the root element of the worksheets. */
  readonly prolog?: string;
}

/** The smallest zip that is an Excel workbook; tests write its XML by hand, also what Excel never would. */
export function makeXlsx({ sheets, strings, styles, is1904 = false, prolog = '' }: XlsxParts): Uint8Array {
  const names = Object.keys(sheets);
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="relationships/${type}" Target="${target}"/>`;
  const files: Record<string, string> = {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': `<Relationships>${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<?xml version="1.0"?><workbook><workbookPr date1904="${is1904 ? 1 : 0}"/><sheets>${names
      .map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="s${i}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${names
      .map((_, i) => relation(`s${i}`, 'worksheet', `worksheets/sheet${i + 1}.xml`))
      .join(
        '',
      )}${relation('str', 'sharedStrings', '/xl/sharedStrings.xml')}${relation('sty', 'styles', 'styles.xml')}</Relationships>`,
    'xl/sharedStrings.xml': `<sst>${strings ?? ''}</sst>`,
    'xl/styles.xml': `<styleSheet>${styles ?? ''}</styleSheet>`,
  };
  names.forEach((name, i) => {
    files[`xl/worksheets/sheet${i + 1}.xml`] =
      `${prolog}<worksheet><sheetData>${sheets[name] ?? ''}</sheetData></worksheet>`;
  });
  const entries = Object.entries(files).map(([name, text]) => [name, strToU8(text)] as const);
  return zipSync(Object.fromEntries(entries) satisfies Zippable);
}

/** A row of inline texts. */
export function textRow(row: number, cells: readonly string[]): string {
  const letters = (i: number): string => String.fromCharCode(65 + i);
  const inner = cells.map(
    (cell, i) => `<c r="${letters(i)}${row}" t="inlineStr"><is><t>${cell}</t></is></c>`,
  );
  return `<row r="${row}">${inner.join('')}</row>`;
}
