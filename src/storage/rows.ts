import type { Tx } from './database.ts';

/** What one cell may be. Bytes become `bytea`, objects must be given as JSON text. */
export type Cell = string | number | bigint | boolean | Date | Uint8Array | null;

/** Column name → PostgreSQL type and how to read the cell off a row, in the order of the insert. */
export type Columns<Row> = Readonly<Record<string, readonly [type: string, read: (row: Row) => Cell]>>;

export interface InsertOptions {
  readonly onConflict?: string;
  readonly returning?: string;
}

/**
 * Inserts all rows with one statement whose text does not depend on how many there are: one array per column.
 * Returns what `returning` names.
 */
export async function insertFrom<Row, Returned extends object>(
  tx: Tx,
  { table, columns, ...options }: InsertOptions & { table: string; columns: Columns<Row> },
  rows: readonly Row[],
): Promise<Returned[]> {
  if (rows.length === 0) return [];
  const specs = Object.values(columns);
  return tx.query<Returned>(
    insertText(table, columns, options),
    specs.map(([type, read]) => (isJson(type) ? jsonLiteral(rows, read) : arrayLiteral(rows, read))),
  );
}

/** The same for rows whose members are named like the columns. */
export async function insertRows<Returned extends object>(
  tx: Tx,
  table: string,
  types: Readonly<Record<string, string>>,
  rows: readonly Readonly<Record<string, Cell>>[],
  options: InsertOptions = {},
): Promise<Returned[]> {
  return insertFrom(tx, { table, columns: namedColumns(types), ...options }, rows);
}

type NamedRow = Readonly<Record<string, Cell>>;

function namedColumns(types: Readonly<Record<string, string>>): Columns<NamedRow> {
  return Object.fromEntries(
    Object.entries(types).map(([name, type]) => [
      name,
      [type, (row: NamedRow) => row[name] ?? null] as const,
    ]),
  );
}

const texts = new Map<string, string>();

function insertText<Row>(
  table: string,
  columns: Columns<Row>,
  { onConflict = '', returning = '' }: InsertOptions,
): string {
  const key = `${table} ${Object.keys(columns).join()} ${onConflict} ${returning}`;
  const known = texts.get(key);
  if (known) return known;
  const names = Object.keys(columns).join(', ');
  const entries = Object.entries(columns).map(([name, [type]], i) => columnText(name, type, i + 1));
  const arrays = entries.map(({ array }) => array).join(', ');
  const cells = entries.map(({ cell }) => cell).join(', ');
  const text =
    `insert into ${table} (${names}) select ${cells} from unnest(${arrays}) as rows (${names})` +
    (onConflict && ` on conflict ${onConflict}`) +
    (returning && ` returning ${returning}`);
  texts.set(key, text);
  return text;
}

function columnText(name: string, type: string, parameter: number): { array: string; cell: string } {
  if (isJson(type))
    return { array: `string_to_array($${parameter}, E'\\x1f', '')`, cell: `${name}::${type}` };
  // An array of arrays cannot be unnested one level: such a cell travels as text.
  if (type.endsWith('[]')) return { array: `$${parameter}::text[]`, cell: `${name}::${type}` };
  return { array: `$${parameter}::${type}[]`, cell: name };
}

const isJson = (type: string) => type === 'json' || type === 'jsonb';

/** The separator never occurs in JSON text, where control characters are escaped; so nothing needs quoting. */
function jsonLiteral<Row>(rows: readonly Row[], read: (row: Row) => Cell): string {
  let literal = '';
  for (let i = 0; i < rows.length; i++) literal += (i > 0 ? '\x1f' : '') + String(read(rows[i]!) ?? '');
  return literal;
}

/** The column as PostgreSQL reads an array, e.g. `{1,NULL,"a \"b\""}`. */
function arrayLiteral<Row>(rows: readonly Row[], read: (row: Row) => Cell): string {
  let literal = '{';
  for (let i = 0; i < rows.length; i++) literal += (i > 0 ? ',' : '') + cellText(read(rows[i]!));
  return `${literal}}`;
}

/** A one-column array, for `= any($1)` and `unnest($1)`. */
export function listLiteral(values: readonly Cell[]): string {
  return arrayLiteral(values, (value) => value);
}

const PLAIN = /^[A-Za-z0-9_.:+-]+$/;
const SPECIAL = /["\\]/;

function cellText(cell: Cell): string {
  if (cell === null) return 'NULL';
  if (typeof cell === 'string') return quote(cell);
  if (typeof cell === 'number' || typeof cell === 'bigint') return cell.toString();
  if (typeof cell === 'boolean') return cell ? 't' : 'f';
  if (cell instanceof Date) return `"${cell.toISOString()}"`;
  const bytes = Buffer.isBuffer(cell) ? cell : Buffer.from(cell.buffer, cell.byteOffset, cell.byteLength);
  return `"\\\\x${bytes.toString('hex')}"`;
}

function quote(text: string): string {
  if (PLAIN.test(text) && text.length !== 4) return text;
  return SPECIAL.test(text) ? `"${text.replace(/["\\]/g, '\\$&')}"` : `"${text}"`;
}
