import type { Tx } from './database.ts';

/** Column name → PostgreSQL type, in the order of the insert. */
export type Columns = Readonly<Record<string, string>>;

/** What one cell may be. Buffers become `bytea`, objects must be given as JSON text. */
export type Cell = string | number | bigint | boolean | Date | Uint8Array | null;

/**
 * Inserts all rows with one statement whose text does not depend on how many there are: one array per column.
 * Returns what `returning` names.
 */
export async function insertRows<Row extends object>(
  tx: Tx,
  table: string,
  columns: Columns,
  rows: readonly Readonly<Record<string, Cell>>[],
  { onConflict = '', returning = '' }: { onConflict?: string; returning?: string } = {},
): Promise<Row[]> {
  if (rows.length === 0) return [];
  const names = Object.keys(columns);
  return tx.query<Row>(
    insertText(table, columns, onConflict, returning),
    names.map((name) => arrayLiteral(rows, name)),
  );
}

const texts = new Map<string, string>();

function insertText(table: string, columns: Columns, onConflict: string, returning: string): string {
  const key = `${table} ${Object.keys(columns).join()} ${onConflict} ${returning}`;
  const known = texts.get(key);
  if (known) return known;
  const names = Object.keys(columns);
  const types = Object.values(columns);
  const arrays = types.map((type, i) => `$${i + 1}::${arrayType(type)}[]`).join(', ');
  const cells = names.map((name, i) => (isJson(types[i]!) ? `${name}::${types[i]}` : name)).join(', ');
  const text =
    `insert into ${table} (${names.join(', ')}) select ${cells} from unnest(${arrays}) as rows (${names.join(', ')})` +
    (onConflict && ` on conflict ${onConflict}`) +
    (returning && ` returning ${returning}`);
  texts.set(key, text);
  return text;
}

const isJson = (type: string) => type === 'json' || type === 'jsonb' || type.endsWith('[]');
const arrayType = (type: string) => (isJson(type) ? 'text' : type);

/** The array as PostgreSQL reads it, e.g. `{1,NULL,"a \"b\""}`. */
export function arrayLiteral(rows: readonly Readonly<Record<string, Cell>>[], name: string): string {
  let literal = '{';
  for (let i = 0; i < rows.length; i++) {
    if (i > 0) literal += ',';
    literal += cellText(rows[i]![name] ?? null);
  }
  return `${literal}}`;
}

/** A one-column array, for `= any($1)` and `unnest($1)`. */
export function listLiteral(values: readonly Cell[]): string {
  return `{${values.map(cellText).join(',')}}`;
}

const PLAIN = /^[A-Za-z0-9_.:+-]+$/;

function cellText(cell: Cell): string {
  if (cell === null) return 'NULL';
  if (typeof cell === 'string') return quote(cell);
  if (typeof cell === 'number' || typeof cell === 'bigint') return String(cell);
  if (typeof cell === 'boolean') return cell ? 't' : 'f';
  if (cell instanceof Date) return `"${cell.toISOString()}"`;
  const bytes = Buffer.isBuffer(cell) ? cell : Buffer.from(cell.buffer, cell.byteOffset, cell.byteLength);
  return `"\\\\x${bytes.toString('hex')}"`;
}

function quote(text: string): string {
  if (PLAIN.test(text) && text.toUpperCase() !== 'NULL') return text;
  return text.includes('"') || text.includes('\\') ? `"${text.replace(/["\\]/g, '\\$&')}"` : `"${text}"`;
}
