import type { CompiledFlow } from '#core/flows/compile-flow.ts';
import { compileFlow } from '#core/flows/compile-flow.ts';
import { parseFlow } from '#core/flows/parse-flow.ts';
import type { Book } from '#core/ledger/book.ts';
import type { LookUpCrosswalk } from '#core/mapping/ports.ts';
import { assert } from '#core/trouble/trouble.ts';
import { loadCrosswalks } from '#storage/book-data.ts';
import { loadBook } from '#storage/books.ts';
import { findConnection } from '#storage/connections.ts';
import type { Tx } from '#storage/database.ts';
import { internDimensionSets } from '#storage/dimension-sets.ts';
import { findFlowVersion } from '#storage/flows.ts';

/** What posting knows of a book besides the batch at hand. */
export interface CachedBook {
  readonly book: Book;
  readonly crosswalk: LookUpCrosswalk;
  readonly keyPrefix: string;
}

export interface PublishedFlow {
  readonly flowId: number;
  readonly flowVersionId: number;
  readonly compiled: CompiledFlow;
  readonly targets: readonly {
    readonly connectionId: number;
    readonly until: 'saved' | 'submitted' | 'audited';
  }[];
  /** Connections that hear what became of each record. */
  readonly writeBack: readonly number[];
}

const SETS_MAX = 200_000;

/**
 * Books, flows and dimension sets as this process knows them. Books are read again when their master version moved;
 * flow versions and set ids never change once they exist.
 */
export class BookCache {
  readonly #books = new Map<number, { version: bigint; cached: CachedBook }>();
  readonly #flows = new Map<number, PublishedFlow>();
  readonly #sets = new Map<number, Map<string, number>>();

  /** The book at this master version, as the transaction's head of the book says. */
  async book(tx: Tx, bookId: number, masterVersion: bigint): Promise<CachedBook> {
    const known = this.#books.get(bookId);
    if (known?.version === masterVersion) return known.cached;
    const { book, version, keyPrefix } = await loadBook(tx, bookId);
    const crosswalks = await loadCrosswalks(tx, bookId);
    const cached: CachedBook = {
      book,
      keyPrefix,
      crosswalk: (name, from) => crosswalks.get(name)?.get(from) ?? null,
    };
    this.#books.set(bookId, { version, cached });
    return cached;
  }

  /** The book as it was last read. */
  latest(bookId: number): { readonly version: bigint; readonly cached: CachedBook } | null {
    return this.#books.get(bookId) ?? null;
  }

  async flow(tx: Tx, flowVersionId: number, book: Book): Promise<PublishedFlow> {
    const known = this.#flows.get(flowVersionId);
    if (known) return known;
    const row = await findFlowVersion(tx, flowVersionId);
    assert(row, 'work on the lane names a flow version that exists');
    const parsed = parseFlow(row.definition);
    assert(parsed.ok, 'a flow version was parsed before it was saved');
    const compiled = compileFlow(parsed.value, { baseCurrency: book.baseCurrency });
    assert(compiled.ok, 'a flow version was compiled before it was published');
    const { targets, writeBack = [] } = parsed.value;
    const flow: PublishedFlow = {
      flowId: row.flow_id,
      flowVersionId,
      compiled: compiled.value,
      targets: await mapInOrder(targets, async ({ connection, until }) => ({
        connectionId: await connectionIdOf(tx, connection),
        until,
      })),
      writeBack: await mapInOrder(writeBack, ({ connection }) => connectionIdOf(tx, connection)),
    };
    this.#flows.set(flowVersionId, flow);
    return flow;
  }

  /**
   * Ids of dimension combinations. Those made in this transaction may be remembered only once it is committed:
   * the caller runs `remember` then.
   */
  async sets(
    tx: Tx,
    bookId: number,
    wanted: ReadonlyMap<string, Readonly<Record<string, string>>>,
  ): Promise<{ idOf: (key: string) => number; remember: () => void }> {
    const known = this.#sets.get(bookId) ?? new Map<string, number>();
    const missing = new Map([...wanted].filter(([key]) => !known.has(key)));
    const made =
      missing.size > 0 ? await internDimensionSets(tx, bookId, missing) : new Map<string, number>();
    return {
      idOf: (key) => {
        const id = known.get(key) ?? made.get(key);
        assert(id !== undefined, 'every combination of the batch was interned');
        return id;
      },
      remember: () => {
        const base = known.size + made.size > SETS_MAX ? new Map<string, number>() : known;
        for (const [key, id] of made) base.set(key, id);
        this.#sets.set(bookId, base);
      },
    };
  }
}

async function connectionIdOf(tx: Tx, code: string): Promise<number> {
  const row = await findConnection(tx, code);
  assert(row, 'the connections of a flow were looked up before it was published');
  return row.connection_id;
}

async function mapInOrder<T, R>(values: readonly T[], map: (value: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (const value of values) results.push(await map(value));
  return results;
}
