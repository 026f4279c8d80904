import { Fault } from '#core/trouble/trouble.ts';
import type { Database, Tx } from '#storage/database.ts';
import { booksWithWork, type LaneRow, readLane, settleLane } from '#storage/lane.ts';
import { tryLockBook } from '#storage/ledger.ts';
import { holdBroken } from './hold-broken.ts';
import { type PostContext, postBatch } from './post-batch.ts';
import { summariseRuns } from './summarise.ts';
import type { WorkItem } from './work-item.ts';

const BATCH_SIZE_MAX = 2_000;
const BOOKS_AT_ONCE_MAX = 3;
const HOT = { indexedPlans: true } as const;

export interface LaneContext extends PostContext {
  readonly database: Database;
  readonly batchSizeMax?: number;
  readonly pauseAt?: (point: string) => Promise<void>;
  /** A unit of work that a bug stopped, before it is tried in halves. */
  readonly report: (error: unknown, details: Record<string, unknown>) => void;
}

interface Progress {
  readonly settled: number;
  /** Where to go on reading; null: from the beginning. */
  readonly last: bigint | null;
  readonly remember: () => void;
}

const NOTHING: Progress = { settled: 0, last: null, remember: () => undefined };

/** Reads the lane of each book and posts what is there. One worker may serve all books; several share them by lock. */
export class LaneWorker {
  readonly #context: LaneContext;
  /** Last seq settled per book; only a hint that spares scanning rows already deleted, see `readLane`. */
  readonly #hints = new Map<number, bigint>();

  constructor(context: LaneContext) {
    this.#context = context;
  }

  /** Posts one batch of every book with work. Returns how many items were settled; 0 means there was nothing to do. */
  async round(): Promise<number> {
    const waiting = await booksWithWork(this.#context.database);
    let settled = 0;
    // Books side by side: while PostgreSQL writes one, we decide about another.
    const posters = Array.from({ length: BOOKS_AT_ONCE_MAX }, async () => {
      for (let bookId = waiting.shift(); bookId !== undefined; bookId = waiting.shift()) {
        settled += await this.postBook(bookId);
      }
    });
    await Promise.all(posters);
    return settled + (await summariseRuns(this.#context));
  }

  /** Posts the next batch of one book; 0 when there is none or another worker holds the book. */
  async postBook(bookId: number): Promise<number> {
    return this.#post(bookId, this.#context.batchSizeMax ?? BATCH_SIZE_MAX);
  }

  async #post(bookId: number, limit: number): Promise<number> {
    const { database, pauseAt } = this.#context;
    const after = this.#hints.get(bookId) ?? 0n;
    try {
      const done = await database.transaction(async (tx) => {
        if (!(await tryLockBook(tx, bookId))) return NOTHING;
        const rows = await this.#read(tx, bookId, { after, limit });
        const settled = await this.#settle(tx, bookId, rows);
        await pauseAt?.('before-commit');
        return settled;
      }, HOT);
      done.remember();
      await pauseAt?.('after-commit');
      this.#hints.set(bookId, done.last ?? 0n);
      return done.settled;
    } catch (error) {
      if (error instanceof Fault) throw error;
      return this.#afterBug(bookId, limit, error);
    }
  }

  async #read(tx: Tx, bookId: number, page: { after: bigint; limit: number }): Promise<LaneRow[]> {
    const rows = await readLane(tx, bookId, page);
    return rows.length > 0 || page.after === 0n ? rows : readLane(tx, bookId, { ...page, after: 0n });
  }

  async #settle(tx: Tx, bookId: number, rows: readonly LaneRow[]): Promise<Progress> {
    if (rows.length === 0) return NOTHING;
    const { remember } = await postBatch(tx, this.#context, { bookId, items: rows.map(workItem) });
    await settleLane(
      tx,
      bookId,
      rows.map((row) => row.seq),
    );
    return { settled: rows.length, last: rows.at(-1)!.seq, remember };
  }

  /** A bug stopped the batch: try half of it, and hold the one record that stops alone. Nothing behind it waits for ever. */
  async #afterBug(bookId: number, limit: number, error: unknown): Promise<number> {
    this.#context.report(error, { bookId, limit });
    this.#hints.delete(bookId);
    if (limit > 1) return this.#post(bookId, Math.ceil(limit / 4));
    return holdBroken(this.#context.database, bookId, error);
  }
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
