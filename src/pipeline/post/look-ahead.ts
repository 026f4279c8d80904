import { setImmediate as breathe } from 'node:timers/promises';
import { type Database, HOT_PATH } from '#storage/database.ts';
import { type LaneRow, readLane } from '#storage/lane.ts';
import type { BookCache } from './book-cache.ts';
import { type MappedBatch, mapBatch } from './map-batch.ts';
import type { MappedItem } from './map-items.ts';
import type { WorkItem } from './work-item.ts';

/** Work of a book as it stood on the lane. */
export interface LanePage {
  readonly seqs: readonly bigint[];
  readonly items: readonly WorkItem[];
  readonly mapped: MappedBatch | null;
}

export interface LaneRange {
  readonly bookId: number;
  readonly after: bigint;
  readonly limit: number;
}

/** More pages than books are posted at once would only lie in memory. */
const PAGES_MAX = 3;
/** How many items are mapped before a statement that was answered meanwhile is followed by the next. */
const BITE = 200;

/**
 * Reads and maps the next batch of a book while PostgreSQL writes the one before. A guess that costs nothing where it is
 * wrong: whoever posts a page makes sure that it is still on the lane and that the master data are the same.
 */
export class LookAhead {
  readonly #database: Database;
  readonly #cache: BookCache;
  readonly #pages = new Map<number, Promise<LanePage | null>>();

  constructor({ database, cache }: { database: Database; cache: BookCache }) {
    this.#database = database;
    this.#cache = cache;
  }

  begin(range: LaneRange): void {
    if (this.#pages.has(range.bookId) || this.#pages.size >= PAGES_MAX) return;
    this.#pages.set(
      range.bookId,
      // What goes wrong here goes wrong again, and is told, when the page is read in earnest.
      this.#read(range).catch(() => null),
    );
  }

  /** Forgets the pages of books whose work somebody else has done. */
  keepOnly(bookIds: readonly number[]): void {
    for (const bookId of this.#pages.keys()) if (!bookIds.includes(bookId)) this.#pages.delete(bookId);
  }

  /** The page that was begun, if any; the next call has none. */
  async take(bookId: number): Promise<LanePage | null> {
    const page = this.#pages.get(bookId);
    this.#pages.delete(bookId);
    return (await page) ?? null;
  }

  /** Ends when nothing is being read. */
  async rest(): Promise<void> {
    await Promise.all(this.#pages.values());
  }

  async #read(range: LaneRange): Promise<LanePage | null> {
    return this.#database.transaction(async (tx) => {
      const rows = await readLane(tx, range.bookId, range);
      if (rows.length === 0) return null;
      const page = lanePage(rows);
      const book = this.#cache.latest(range.bookId);
      // What people corrected may change until the book is locked.
      if (!book || page.items.some(({ again }) => again)) return page;
      const mapped: MappedItem[] = [];
      for (let at = 0; at < page.items.length; at += BITE) {
        const items = page.items.slice(at, at + BITE);
        mapped.push(...(await mapBatch(tx, this.#cache, { cached: book.cached, items })));
        await breathe();
      }
      return { ...page, mapped: { masterVersion: book.version, mapped } };
    }, HOT_PATH);
  }
}

export function lanePage(rows: readonly LaneRow[]): LanePage {
  return { seqs: rows.map(({ seq }) => seq), items: rows.map(workItem), mapped: null };
}

function workItem(row: LaneRow): WorkItem {
  return {
    recordId: row.record_id,
    connectionId: row.connection_id,
    kind: row.kind,
    externalId: row.external_id,
    raw: row.raw,
    changedAt: row.changed_at,
    refusal: row.refusal,
    flowId: row.flow_id,
    flowVersionId: row.flow_version_id,
    runId: row.run_id,
    again: row.again,
    released: row.released ?? [],
    receivedAtMs: performance.now() - row.age_ms,
  };
}
