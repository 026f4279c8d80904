import { parse } from 'yaml';
import type { Connector, FileRecord, Ports } from '#connectors/kit/connector.ts';
import type { Book } from '#core/ledger/book.ts';
import { type NewBook, newBook } from '#core/ledger/new-book.ts';
import { setUpBook } from '#pipeline/books/set-up-book.ts';
import { savePage } from '#pipeline/collect/save-page.ts';
import { configureConnection } from '#pipeline/configure-connection.ts';
import { Connections } from '#pipeline/connections.ts';
import { type DeliverContext, deliverBatch } from '#pipeline/deliver/deliver.ts';
import { publishFlow, saveFlowVersion } from '#pipeline/flows/flow-versions.ts';
import { BookCache } from '#pipeline/post/book-cache.ts';
import { type LaneContext, LaneWorker } from '#pipeline/post/post-lane.ts';
import { findConnection } from '#storage/connections.ts';
import type { Database } from '#storage/database.ts';
import type { DeliveryKind } from '#storage/deliveries.ts';
import type { FlowRow } from '#storage/flows.ts';
import { endCollecting, startRun } from '#storage/runs.ts';
import { type Ending, freshDatabase } from '#storage/testing/fresh-database.ts';
import { type FakeTarget, fakeTarget } from './fake-target.ts';
import { ORDER_FLOW } from './order-flow.ts';

export const TODAY = '2026-03-15';

/** A company with one book, a shop and a ledger to deliver to. */
export interface World {
  readonly database: Database;
  readonly bookId: number;
  readonly shopId: number;
  readonly ledgerId: number;
  readonly cache: BookCache;
  readonly connections: Connections;
  /** The shop hears write-backs, the ledger takes vouchers. */
  readonly shop: FakeTarget;
  readonly ledger: FakeTarget;
  /** Bugs that were reported. */
  readonly reported: unknown[];
  /** Saves a flow and publishes it. */
  publish(yaml: string): Promise<FlowRow>;
  /** Saves one page as a run of its own. */
  collect(records: readonly FileRecord[]): Promise<bigint>;
  /** Posts until nothing is left to do. */
  post(): Promise<void>;
  worker(options?: Partial<LaneContext>): LaneWorker;
  /** Delivers one batch. */
  deliver(kind?: DeliveryKind, options?: Partial<DeliverContext>): Promise<number>;
  /** Lets time go by for this book's deliveries and the process's clock. */
  pass(seconds: number): Promise<void>;
}

export interface WorldOptions {
  readonly flows?: readonly string[];
  readonly settings?: NewBook['settings'];
  readonly connectionsMax?: number;
  /** A database that several worlds share; each has a book and connections of its own in it. */
  readonly database?: Database;
}

let worlds = 0;

/** A world on a database of its own, or in the one that is given. */
export async function testWorld(ending: Ending, options: WorldOptions = {}): Promise<World> {
  const database = options.database ?? (await freshDatabase(ending, options.connectionsMax));
  worlds += 1;
  const suffix = options.database ? `-${worlds}` : '';
  const [shop, ledger] = [fakeTarget(`shop${suffix}`), fakeTarget(`ledger${suffix}`)];
  const clock = { ms: Date.UTC(2026, 2, 15, 8) };
  const connectors = [shop.connector, ledger.connector];
  const connections = new Connections({
    database,
    connectors,
    ports: ports(clock),
    reveal: (row) => row.settings,
  });
  ending.after(() => connections.close());
  const bookId = await seed(database, connectors, { ...options, suffix });
  const [shopId, ledgerId] = await Promise.all([idOf(database, shop), idOf(database, ledger)]);
  const cache = new BookCache();
  const reported: unknown[] = [];
  const report = (error: unknown) => void reported.push(error);
  const worker = (more: Partial<LaneContext> = {}) =>
    new LaneWorker({ database, cache, today: () => TODAY, postedBy: 'tongzhang', report, ...more });
  const shared = worker();
  const publishHere = (yaml: string) => publish(database, placed(yaml, suffix));
  for (const flow of options.flows ?? [ORDER_FLOW]) await publishHere(flow);
  return {
    database,
    bookId,
    shopId,
    ledgerId,
    cache,
    connections,
    shop,
    ledger,
    reported,
    worker,
    publish: publishHere,
    collect: (records) => collect(database, shopId, records),
    post: async () => {
      while ((await shared.round()) > 0);
    },
    deliver: (kind = 'voucher', more = {}) => {
      const context = { database, connections, random: () => 0, callTimeoutMs: 60_000, ...more };
      return deliverBatch(context, { connectionId: kind === 'write-back' ? shopId : ledgerId, kind });
    },
    pass: async (seconds) => {
      clock.ms += seconds * 1_000;
      await database.query(
        `update deliveries set next_attempt_at = next_attempt_at - make_interval(secs => $1),
                attempt_started_at = attempt_started_at - make_interval(secs => $1) where book_id = $2`,
        [seconds, bookId],
      );
    },
  };
}

function ports(clock: { ms: number }): Ports {
  return {
    fetch,
    now: () => new Date(clock.ms),
    sleep: async () => undefined,
    random: () => 0.5,
    log: () => undefined,
  };
}

/** Codes of flow, book and connections with the suffix of this world. */
function placed(yaml: string, suffix: string): string {
  return yaml.replace(/((?:^flow|^book|connection): [\w-]+)/gm, `$1${suffix}`);
}

async function idOf(database: Database, { connector }: FakeTarget): Promise<number> {
  const row = await findConnection(database, connector.name);
  return row!.connection_id;
}

async function seed(
  database: Database,
  connectors: readonly Connector[],
  { settings, suffix }: WorldOptions & { suffix: string },
): Promise<number> {
  return database.transaction(async (tx) => {
    const book = { ...demoBook(settings), code: `demo${suffix}` };
    const bookId = await setUpBook(tx, { book, by: 'test' });
    for (const connector of connectors) {
      const { name } = connector;
      const seal = () => new Uint8Array();
      await configureConnection(tx, { code: name, connector, title: name, settings: {}, by: 'test', seal });
    }
    return bookId;
  });
}

/** 2026, January closed. C1 has no credit limit, C2 may owe 1,000.00. */
function demoBook(settings: NewBook['settings']): Book {
  const customer = (code: string, creditLimitMinor: bigint | null) => ({
    code,
    name: code,
    enabled: true,
    creditLimitMinor,
  });
  const book = newBook({
    id: 0,
    code: 'demo',
    name: '演示公司',
    standard: 'cas',
    baseCurrency: 'CNY',
    years: [2026],
    chart: { details: ['vat'], dimensions: { AccountsReceivable: { customer: 'must' } } },
    dimensions: { customer: [customer('C1', null), customer('C2', 100_000n)] },
    ...(settings ? { settings } : {}),
  });
  const periods = book.periods.map((period) =>
    period.id === 202601 ? { ...period, state: 'closed' as const } : period,
  );
  return { ...book, periods };
}

async function publish(database: Database, yaml: string): Promise<FlowRow> {
  return database.transaction(async (tx) => {
    const saved = await saveFlowVersion(tx, { source: yaml, definition: parse(yaml), by: 'test' });
    if (!saved.ok) throw new Error(JSON.stringify(saved.refusals));
    await publishFlow(tx, { ...saved, by: 'test', now: new Date('2026-03-15T08:00:00Z') });
    return { ...saved.flow, published_version_id: saved.version.flow_version_id };
  });
}

async function collect(
  database: Database,
  connectionId: number,
  records: readonly FileRecord[],
): Promise<bigint> {
  const runId = await startRun(database, { kind: 'import', connectionId, startedBy: 'test' });
  await database.transaction(async (tx) => {
    await savePage(tx, { connectionId, runId, records });
    await endCollecting(tx, runId);
  });
  return runId;
}
