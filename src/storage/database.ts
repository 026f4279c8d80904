import { createHash } from 'node:crypto';
import pg from 'pg';
import { Fault } from '#core/trouble/trouble.ts';
import { type Listening, listen } from './listen.ts';

/** A transaction (or a single connection): runs SQL, gives rows. */
export interface Tx {
  query<Row extends object>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Runs several statements at once, without parameters: migrations. */
  script(text: string): Promise<void>;
}

export interface Database extends Tx {
  /** Runs `work` in one transaction; what it throws rolls everything back. */
  transaction<T>(work: (tx: Tx) => Promise<T>, options?: TransactionOptions): Promise<T>;
  /** Hears of every change of who may do what, whichever process makes it, and whenever one may have been missed. */
  listen(heard: () => void): Listening;
  close(): Promise<void>;
}

export interface TransactionOptions {
  /** A dry run: the same work, the same answer, nothing kept. Deferred constraints are checked before rolling back. */
  readonly dryRun?: boolean;
  readonly statementTimeoutMs?: number;
  /**
   * The hot path: always along the indexes, with one plan per statement. Without statistics (a new installation) the
   * planner would read whole tables that it believes to be empty, and go on doing so until they are analysed.
   */
  readonly indexedPlans?: boolean;
}

const INDEXED_PLANS = [
  // A scan that cannot be avoided, of a table of a few rows, counts as dear with the next line, and would be compiled each time.
  'jit = off',
  'enable_seqscan = off',
  'enable_hashjoin = off',
  'enable_mergejoin = off',
  'plan_cache_mode = force_generic_plan',
]
  .map((setting) => `; set local ${setting}`)
  .join('');

export const HOT_PATH: TransactionOptions = { indexedPlans: true };

export interface DatabaseOptions {
  readonly url: string;
  readonly connectionsMax?: number;
  readonly applicationName?: string;
}

const INT8 = 20;
const DATE = 1082;
const INT8_ARRAY = 1016;

const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === INT8) return (text: string) => BigInt(text);
    if (oid === DATE) return (text: string) => text;
    if (oid === INT8_ARRAY) return (text: string) => text.slice(1, -1).split(',').filter(Boolean).map(BigInt);
    return pg.types.getTypeParser(oid, format);
  },
};

/** A pool of connections. Statements are prepared once per connection, under the hash of their text. */
export function openDatabase({
  url,
  connectionsMax = 8,
  applicationName = 'tongzhang',
}: DatabaseOptions): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: connectionsMax,
    application_name: applicationName,
    // Statements of a transaction are sent as they are given, each without waiting for the answer to the one before.
    pipeline: true,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 10_000,
    types: types as pg.CustomTypesConfig,
  });
  // A connection that dies while idle is replaced by the pool; the next query sees the fault, not the process.
  pool.on('error', () => undefined);

  return {
    query: (text, values) => run(pool, text, values),
    script: (text) => runScript(pool, text),
    transaction: (work, options) => inTransaction(pool, work, options ?? {}),
    listen: (heard) => listen({ url, applicationName }, heard),
    close: () => pool.end(),
  };
}

async function inTransaction<T>(
  pool: pg.Pool,
  work: (tx: Tx) => Promise<T>,
  { dryRun = false, statementTimeoutMs = 60_000, indexedPlans = false }: TransactionOptions,
): Promise<T> {
  const client = await connect(pool);
  // A connection that dies under a transaction emits here as well; the query in flight reports it.
  client.on('error', ignore);
  const statements = new Statements(client);
  let broken = true;
  try {
    await client.query(
      `begin; set local statement_timeout = ${statementTimeoutMs}${indexedPlans ? INDEXED_PLANS : ''}`,
    );
    const result = await work(statements).finally(() => statements.end());
    if (dryRun) await client.query('set constraints all immediate');
    await client.query(dryRun ? 'rollback' : 'commit');
    broken = false;
    return result;
  } catch (error) {
    broken = await client.query('rollback').then(
      () => false,
      () => true,
    );
    throw asFault(error);
  } finally {
    client.off('error', ignore);
    client.release(broken);
  }
}

/**
 * The statements of one transaction: PostgreSQL takes them up in the order in which they were given. So a caller may put the
 * next into words while it works; after one that fails, the rest fail as well.
 */
class Statements implements Tx {
  readonly #client: pg.PoolClient;
  #isOver = false;

  constructor(client: pg.PoolClient) {
    this.#client = client;
  }

  async query<Row extends object>(text: string, values?: readonly unknown[]): Promise<Row[]> {
    this.#requireOpen();
    return run<Row>(this.#client, text, values);
  }

  async script(text: string): Promise<void> {
    this.#requireOpen();
    return runScript(this.#client, text);
  }

  /** What still comes now, beside one that failed, would be done outside of the transaction. */
  end(): void {
    this.#isOver = true;
  }

  #requireOpen(): void {
    if (this.#isOver) throw new Error('bug: a statement after the end of its transaction');
  }
}

function ignore(): void {}

async function connect(pool: pg.Pool): Promise<pg.PoolClient> {
  try {
    return await pool.connect();
  } catch (error) {
    throw new Fault('database_unreachable', { retry: { kind: 'retry' }, cause: error });
  }
}

async function run<Row extends object>(
  on: pg.Pool | pg.PoolClient,
  text: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  try {
    const result = await on.query<Row & pg.QueryResultRow>({ name: nameOf(text), text, values: [...values] });
    return result.rows;
  } catch (error) {
    throw asFault(error);
  }
}

async function runScript(on: pg.Pool | pg.PoolClient, text: string): Promise<void> {
  await on.query(text);
}

const names = new Map<string, string>();

function nameOf(text: string): string {
  let name = names.get(text);
  if (name === undefined) {
    name = createHash('sha1').update(text).digest('base64url');
    names.set(text, name);
  }
  return name;
}

/** PostgreSQL classes after which the same work may succeed: connection lost, serialisation, deadlock, shutdown, resources. */
const RETRYABLE = /^(08|40|53|57P|55P03)/;

/** What the driver says, without a class, when the connection is gone. */
const CONNECTION_LOST =
  /Connection terminated|ECONNREFUSED|ECONNRESET|timeout exceeded when trying to connect|is not queryable/;

/** A statement that ran out of its time, or that an administrator called off. */
const CANCELLED = '57014';

function asFault(error: unknown): unknown {
  if (error instanceof Fault || !(error instanceof Error)) return error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (code === CANCELLED) return new Fault('database_too_slow', { retry: { kind: 'retry' }, cause: error });
  const lost = CONNECTION_LOST.test(error.message);
  if (!lost && !RETRYABLE.test(code) && !/^E[A-Z]+$/.test(code)) return error;
  return new Fault('database_unreachable', { retry: { kind: 'retry' }, outcomeUnknown: true, cause: error });
}
