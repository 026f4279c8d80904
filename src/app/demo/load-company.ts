import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Connector } from '#connectors/kit/connector.ts';
import type { Book } from '#core/ledger/book.ts';
import { RefusalError } from '#core/trouble/trouble.ts';
import { configureConnection } from '#pipeline/configure-connection.ts';
import { publishFlow, saveFlowVersion } from '#pipeline/flows/flow-versions.ts';
import {
  addPeriods,
  saveAccounts,
  saveCrosswalk,
  saveDimensionValues,
  saveRates,
} from '#storage/book-data.ts';
import { createBook, findBook } from '#storage/books.ts';
import type { Database, Tx } from '#storage/database.ts';
import { type Company, examplePath } from './company.ts';
import type { DemoConnection } from './connections.ts';
import { crosswalksOf, demoBook } from './demo-book.ts';

const FLOWS = ['shop-orders', 'pos-tea', 'pos-paper'];
const BY = 'demo';

export interface CompanyToLoad {
  readonly company: Company;
  readonly connections: readonly DemoConnection[];
  readonly connectors: readonly Connector[];
  readonly seal: (plain: Readonly<Record<string, unknown>>) => Uint8Array;
  readonly now: Date;
}

/** Puts the demo company into the database: book, master data, crosswalks, connections, published flows. Returns the book's id. */
export async function loadCompany(database: Database, load: CompanyToLoad): Promise<number> {
  return database.transaction(async (tx) => {
    const bookId = await loadBookData(tx, load.company);
    for (const connection of load.connections) await loadConnection(tx, load, connection);
    for (const name of FLOWS) await loadFlow(tx, name, load.now);
    return bookId;
  });
}

async function loadBookData(tx: Tx, company: Company): Promise<number> {
  const book = demoBook(company);
  const known = await findBook(tx, book.code);
  const { code, name, baseCurrency, standard } = book;
  const bookId = known?.book_id ?? (await createBook(tx, { code, name, baseCurrency, standard }));
  if (!known) await saveAccounts(tx, bookId, [...book.accounts.values()]);
  await addPeriods(tx, bookId, book.periods, BY);
  await saveDimensions(tx, bookId, book);
  await saveRates(tx, bookId, book.rates);
  await saveCrosswalk(tx, bookId, crosswalksOf(company));
  return bookId;
}

async function saveDimensions(tx: Tx, bookId: number, { dimensions }: Book): Promise<void> {
  for (const [dimension, values] of dimensions) {
    await saveDimensionValues(tx, bookId, dimension, [...values.values()]);
  }
}

async function loadConnection(
  tx: Tx,
  { connectors, seal }: CompanyToLoad,
  { code, connector: name, title, settings }: DemoConnection,
): Promise<void> {
  const connector = connectors.find((each) => each.name === name);
  if (!connector) throw new Error(`bug: there is no connector ${name}`);
  const saved = await configureConnection(tx, { code, connector, title, settings, by: BY, seal });
  if (!saved.ok) throw new RefusalError(saved.refusal);
}

async function loadFlow(tx: Tx, name: string, now: Date): Promise<void> {
  const source = readFileSync(examplePath(`flows/${name}.yaml`), 'utf8');
  const saved = await saveFlowVersion(tx, { source, definition: parse(source), by: BY });
  if (!saved.ok) throw new RefusalError(saved.refusals[0]!);
  await publishFlow(tx, { flow: saved.flow, version: saved.version, by: BY, now });
}
