import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '#app/embedded-postgres.ts';
import { newBook } from '#core/ledger/new-book.ts';
import { publishFlow, saveFlowVersion } from '#pipeline/flows/flow-versions.ts';
import { BookCache } from '#pipeline/post/book-cache.ts';
import { LaneWorker } from '#pipeline/post/post-lane.ts';
import { addPeriods, saveAccounts, saveCrosswalk, saveDimensionValues } from '#storage/book-data.ts';
import { createBook } from '#storage/books.ts';
import { saveConnection } from '#storage/connections.ts';
import { type Database, openDatabase } from '#storage/database.ts';
import { migrate } from '#storage/migrate.ts';
import { benchFlow } from './flow.ts';

/** A database with benchmark books in it, on a server of its own that is thrown away afterwards. */
export interface World {
  readonly database: Database;
  readonly url: string;
  readonly books: readonly BenchBook[];
  close(): Promise<void>;
}

export interface BenchBook {
  readonly bookId: number;
  readonly code: string;
  readonly flowId: number;
  readonly flowVersionId: number;
  readonly connectionId: number;
}

export const CUSTOMERS = 10_000;
export const TODAY = '2026-10-15';

/** `DATABASE_URL` if set (a database to be thrown away!), else an embedded server with its usual, durable settings. */
export async function openWorld(bookCount: number): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), 'tongzhang-bench-'));
  await chmod(folder, 0o755);
  const server = process.env.DATABASE_URL ? null : await startEmbeddedPostgres({ folder });
  const url = process.env.DATABASE_URL ?? server!.url;
  const database = openDatabase({ url, connectionsMax: 16 });
  await migrate(database);
  const books: BenchBook[] = [];
  for (let i = 1; i <= bookCount; i++) books.push(await makeBook(database, `bench-${process.pid}-${i}`));
  return {
    database,
    url,
    books,
    close: async () => {
      await database.close();
      await server?.stop();
      for (const made of [folder, server?.home]) if (made) await rm(made, { recursive: true, force: true });
    },
  };
}

/** A CAS book with 10,000 customers and a flow from orders to three-line vouchers. */
export async function makeBook(database: Database, code: string): Promise<BenchBook> {
  const template = newBook({
    id: 0,
    code,
    name: code,
    standard: 'cas',
    baseCurrency: 'CNY',
    years: [2026],
    chart: {
      details: ['vat'],
      dimensions: { AccountsReceivable: { customer: 'must' }, MainRevenue: { dept: 'must' } },
    },
  });
  return database.transaction(async (tx) => {
    const bookId = await createBook(tx, { code, name: code, baseCurrency: 'CNY', standard: 'cas' });
    await saveAccounts(tx, bookId, [...template.accounts.values()]);
    await addPeriods(tx, bookId, template.periods, 'bench');
    await saveDimensionValues(tx, bookId, 'customer', numbered('C', CUSTOMERS));
    await saveDimensionValues(tx, bookId, 'dept', numbered('D', 10));
    await saveCrosswalk(
      tx,
      bookId,
      numbered('', CUSTOMERS).map(({ code: from }) => ({
        name: 'shop-customer',
        from,
        to: `C${from}`,
        confidence: 1,
        confirmedBy: 'bench',
      })),
    );
    const connection = await saveConnection(tx, {
      code: `${code}-shop`,
      connector: 'rest',
      title: code,
      settings: {},
      secrets: null,
    });
    const saved = await saveFlowVersion(tx, { definition: benchFlow(code), source: '', by: 'bench' });
    if (!saved.ok) throw new Error(JSON.stringify(saved.refusals));
    await publishFlow(tx, { flow: saved.flow, version: saved.version, by: 'bench', now: new Date() });
    return {
      bookId,
      code,
      flowId: saved.flow.flow_id,
      flowVersionId: saved.version.flow_version_id,
      connectionId: connection.connection_id,
    };
  });
}

function numbered(prefix: string, count: number) {
  return Array.from({ length: count }, (_, i) => ({
    code: `${prefix}${i}`,
    name: `${prefix}${i}`,
    enabled: true,
    creditLimitMinor: null,
  }));
}

/** The nth order as a shop would send it. `hot` puts every one on the same customer and department. */
export function orderJson(n: number, { hot = false }: { hot?: boolean } = {}): string {
  const netMinor = 1_000 + ((n * 7_919) % 900_000);
  const taxMinor = Math.round(netMinor * 0.13);
  const customer = hot ? 0 : (n * 31) % CUSTOMERS;
  const store = hot ? 0 : n % 50;
  const day = String(1 + (n % 14)).padStart(2, '0');
  return `{"no":"SO${n}","date":"2026-10-${day}","customer":"${customer}","store":"S${store}","total":"${yuan(netMinor + taxMinor)}","net":"${yuan(netMinor)}","tax":"${yuan(taxMinor)}","buyer":{"name":"顾客 ${customer}","phone":"1380000${String(customer).padStart(4, '0')}"},"items":[{"sku":"A${n % 100}","qty":1,"price":"${yuan(netMinor)}"}],"note":""}`;
}

function yuan(minor: number): string {
  return `${Math.floor(minor / 100)}.${String(minor % 100).padStart(2, '0')}`;
}

export function laneWorker(database: Database, batchSizeMax?: number): LaneWorker {
  return new LaneWorker({
    database,
    cache: new BookCache(),
    today: () => TODAY,
    postedBy: 'bench',
    report: (error) => {
      throw error;
    },
    ...(batchSizeMax === undefined ? {} : { batchSizeMax }),
  });
}
