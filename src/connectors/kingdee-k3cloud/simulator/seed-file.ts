import { readFileSync } from 'node:fs';
import { isRecord, listAt, textAt, valueAt } from '#connectors/kit/json.ts';
import type { Scalar } from './filter.ts';
import { BASE_FORMS } from './forms.ts';
import { builtInRecords, CHART, DIMENSIONS, type Dimension, type SeedRecord } from './seed-data.ts';

export interface Book {
  readonly number: string;
  readonly name: string;
  /** First period of the book and last closed one, as 202601; 0 for none closed. */
  readonly startPeriod: number;
  readonly closedThrough: number;
}

/** What a data centre looks like when it is opened for the first time. */
export interface Seed {
  readonly records: readonly SeedRecord[];
  readonly books: readonly Book[];
  readonly dimensions: readonly Dimension[];
  readonly customFields: readonly string[];
  /** Which of the two documented sets of voucher fields it speaks: `FBillNo` + `FPeriod` 1–12, or `FNumber` + `FPeriod` '202601'. */
  readonly dialect: 'FBillNo' | 'FNumber';
  /** Sessions end after this long without a call. */
  readonly sessionIdleMs: number;
}

const SESSION_IDLE_MS = 20 * 60_000;
const FIRST_BOOK: Book = { number: '001', name: '总公司账簿', startPeriod: 202401, closedThrough: 0 };

/** The seed of a file, or the built-in one without a file. What the file names again, it replaces. */
export function loadSeed(path: string | undefined): Seed {
  const file: unknown = path === undefined ? {} : JSON.parse(readFileSync(path, 'utf8'));
  const books = listAt(file, 'books').map(readBook);
  const slots = valueAt(file, 'dimensions');
  return {
    records: [...builtInRecords(), ...fileRecords(file)],
    books: books.length > 0 ? books : [FIRST_BOOK],
    dimensions: DIMENSIONS.map((each) => ({ ...each, slot: textAt(slots, each.name) || each.slot })),
    customFields: readCustomFields(file),
    dialect: textAt(file, 'dialect') === 'FNumber' ? 'FNumber' : 'FBillNo',
    sessionIdleMs: Number(valueAt(file, 'sessionIdleMs') ?? SESSION_IDLE_MS),
  };
}

function readCustomFields(file: unknown): string[] {
  const given = valueAt(file, 'customFields');
  return Array.isArray(given) ? given.map(String) : ['F_TZ_KEY'];
}

function readBook(book: unknown): Book {
  return {
    number: textAt(book, 'number'),
    name: textAt(book, 'name') || textAt(book, 'number'),
    startPeriod: Number(valueAt(book, 'startPeriod') ?? FIRST_BOOK.startPeriod),
    closedThrough: Number(valueAt(book, 'closedThrough') ?? 0),
  };
}

function fileRecords(file: unknown): SeedRecord[] {
  return [...BASE_FORMS.keys()].flatMap((form) => listAt(file, form).map((row) => readRecord(form, row)));
}

function readRecord(form: string, row: unknown): SeedRecord {
  const { FNumber, dimensions, ...rest } = isRecord(row) ? row : {};
  const scalars = Object.entries(rest).filter(
    (entry): entry is [string, Scalar] => typeof entry[1] !== 'object',
  );
  const account = form === 'BD_Account' ? accountDefaults(String(FNumber)) : {};
  const fields = { ...account, ...Object.fromEntries(scalars) };
  return {
    form,
    number: String(FNumber),
    fields,
    ...(Array.isArray(dimensions) ? { dimensions: dimensions.map(String) } : {}),
  };
}

/** An account of the file needs only number and name. */
function accountDefaults(number: string): Readonly<Record<string, Scalar>> {
  const parent = number.includes('.') ? number.slice(0, number.lastIndexOf('.')) : null;
  return { FDC: /^[156]/.test(number) ? '1' : '-1', FACCTTBLID: CHART, FPARENTID: parent };
}
