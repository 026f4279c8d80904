import type {
  Account,
  AccountingStandard,
  Book,
  BookSettings,
  DimensionValue,
  Period,
  Rate,
} from '#core/ledger/book.ts';
import type { Text } from '#core/trouble/message.ts';
import type { Tx } from './database.ts';

export interface BookRow {
  readonly book_id: number;
  readonly code: string;
  readonly name: string;
  readonly base_currency: string;
  readonly standard: AccountingStandard;
  readonly settings: Partial<Record<keyof BookSettings, unknown>>;
  readonly key_prefix: string;
  readonly master_version: bigint;
  /** Made for trying things out: nothing of it ever reaches a real system. */
  readonly rehearsal: boolean;
}

export interface NewBook {
  readonly code: string;
  readonly name: string;
  readonly baseCurrency: string;
  readonly standard: AccountingStandard;
  /** What differs from the defaults. */
  readonly settings?: Partial<BookSettings>;
  /** Made for trying things out. Default false. */
  readonly rehearsal?: boolean;
}

/** Creates an empty book; its chart, periods and dimensions are added by `book-data.ts`. */
export async function createBook(tx: Tx, book: NewBook): Promise<number> {
  const { code, name, baseCurrency, standard, settings = {}, rehearsal = false } = book;
  const stored = JSON.stringify(settings, (_, value) => (typeof value === 'bigint' ? String(value) : value));
  const [row] = await tx.query<{ book_id: number }>(
    `insert into books (code, name, base_currency, standard, settings, rehearsal)
     values ($1, $2, $3, $4, $5, $6) returning book_id`,
    [code, name, baseCurrency, standard, stored, rehearsal],
  );
  await tx.query('insert into book_counters (book_id) values ($1)', [row!.book_id]);
  return row!.book_id;
}

export async function listBooks(tx: Tx): Promise<BookRow[]> {
  return tx.query<BookRow>('select * from books order by code');
}

export async function findBook(tx: Tx, code: string): Promise<BookRow | null> {
  const [row] = await tx.query<BookRow>('select * from books where code = $1', [code]);
  return row ?? null;
}

export interface LoadedBook {
  readonly book: Book;
  readonly version: bigint;
  /** Begins every business key this book sends out. */
  readonly keyPrefix: string;
}

/** The book as posting decisions read it, at one master version. */
export async function loadBook(tx: Tx, bookId: number): Promise<LoadedBook> {
  const [row] = await tx.query<BookRow>('select * from books where book_id = $1', [bookId]);
  const [accounts, periods, dimensions, rates] = [
    await loadAccounts(tx, bookId),
    await loadPeriods(tx, bookId),
    await loadDimensions(tx, bookId),
    await loadRates(tx, bookId),
  ];
  const book: Book = {
    id: bookId,
    code: row!.code,
    name: row!.name,
    baseCurrency: row!.base_currency,
    standard: row!.standard,
    settings: bookSettings(row!.settings),
    accounts: new Map(accounts.map((account) => [account.code, account])),
    periods,
    dimensions,
    rates,
  };
  return { book, version: row!.master_version, keyPrefix: row!.key_prefix };
}

function bookSettings(stored: BookRow['settings']): BookSettings {
  return {
    fxToleranceMinor: BigInt(String(stored.fxToleranceMinor ?? 1)),
    preparerMayNotReview: stored.preparerMayNotReview !== false,
    pnlReversal: stored.pnlReversal === 'any' ? 'any' : 'negative-credit',
    attachmentsRequired: stored.attachmentsRequired !== false,
  };
}

interface AccountRow {
  account_id: number;
  code: string;
  element: string | null;
  name: Text;
  parent_code: string | null;
  class: Account['class'];
  side: Account['side'];
  enabled: boolean;
  dimensions: Account['dimensions'];
  cash: Account['cash'];
  quantity: boolean;
}

async function loadAccounts(tx: Tx, bookId: number): Promise<Account[]> {
  const rows = await tx.query<AccountRow>('select * from accounts where book_id = $1 order by code', [
    bookId,
  ]);
  const parents = new Set(rows.map((row) => row.parent_code));
  return rows.map((row) => ({
    id: row.account_id,
    code: row.code,
    element: row.element,
    name: row.name,
    parentCode: row.parent_code,
    class: row.class,
    side: row.side,
    isLeaf: !parents.has(row.code),
    enabled: row.enabled,
    dimensions: row.dimensions,
    cash: row.cash,
    quantity: row.quantity,
  }));
}

async function loadPeriods(tx: Tx, bookId: number): Promise<Period[]> {
  return tx.query<Period & object>(
    'select period as id, starts_on as "startsOn", ends_on as "endsOn", state from periods where book_id = $1 order by period',
    [bookId],
  );
}

async function loadDimensions(tx: Tx, bookId: number): Promise<Map<string, Map<string, DimensionValue>>> {
  const rows = await tx.query<DimensionValue & { dimension: string }>(
    `select dimension, code, name, enabled, credit_limit_minor as "creditLimitMinor"
       from dimension_values where book_id = $1`,
    [bookId],
  );
  const byDimension = new Map<string, Map<string, DimensionValue>>();
  for (const { dimension, ...value } of rows) {
    let values = byDimension.get(dimension);
    if (!values) {
      values = new Map();
      byDimension.set(dimension, values);
    }
    values.set(value.code, value);
  }
  return byDimension;
}

async function loadRates(tx: Tx, bookId: number): Promise<Rate[]> {
  return tx.query<Rate & object>(
    'select currency, type, date, rate from rates where book_id = $1 order by currency collate "C", type collate "C", date',
    [bookId],
  );
}
