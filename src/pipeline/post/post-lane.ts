import { Fault } from '#core/trouble/trouble.ts';
import { type Database, HOT_PATH, type Tx } from '#storage/database.ts';
import { booksWithWork, readLane, takeFromLane } from '#storage/lane.ts';
import { tryLockBook } from '#storage/ledger.ts';
import { holdBroken } from './hold-broken.ts';
import { type LanePage, type LaneRange, LookAhead, lanePage } from './look-ahead.ts';
import { type PostContext, postBatch } from './post-batch.ts';
import { summariseRuns } from './summarise.ts';

const BATCH_SIZE_MAX = 2_000;
const BOOKS_AT_ONCE_MAX = 3;

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

/** What was read ahead has changed since: it is read again under the book's lock. */
class StalePage extends Error {}

/** Reads the lane of each book and posts what is there. One worker may serve all books; several share them by lock. */
export class LaneWorker {
  readonly #context: LaneContext;
  /** Last seq settled per book; only a hint that spares scanning rows already deleted, see `readLane`. */
  readonly #hints = new Map<number, bigint>();
  readonly #ahead: LookAhead;

  constructor(context: LaneContext) {
    this.#context = context;
    this.#ahead = new LookAhead(context);
  }

  /** Posts one batch of every book with work. Returns how many items were settled; 0 means there was nothing to do. */
  async round(): Promise<number> {
    const waiting = await booksWithWork(this.#context.database);
    this.#ahead.keepOnly(waiting);
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

  /** Ends when nothing is under way beside the rounds. */
  async stop(): Promise<void> {
    await this.#ahead.rest();
  }

  async #post(bookId: number, limit: number): Promise<number> {
    const { database, pauseAt } = this.#context;
    const range = { bookId, after: this.#hints.get(bookId) ?? 0n, limit };
    const ahead = await this.#ahead.take(bookId);
    try {
      const done = await database.transaction(async (tx) => {
        if (!(await tryLockBook(tx, bookId))) return NOTHING;
        const settled = await this.#settle(tx, range, ahead ?? (await this.#read(tx, range)));
        await pauseAt?.('before-commit');
        return settled;
      }, HOT_PATH);
      done.remember();
      await pauseAt?.('after-commit');
      this.#hints.set(bookId, done.last ?? 0n);
      return done.settled;
    } catch (error) {
      await this.#ahead.take(bookId);
      if (error instanceof StalePage) return this.#post(bookId, limit);
      if (error instanceof Fault) throw error;
      return this.#afterBug(bookId, limit, error);
    }
  }

  async #read(tx: Tx, range: LaneRange): Promise<LanePage> {
    const rows = await readLane(tx, range.bookId, range);
    return lanePage(
      rows.length > 0 || range.after === 0n
        ? rows
        : await readLane(tx, range.bookId, { ...range, after: 0n }),
    );
  }

  async #settle(tx: Tx, { bookId, limit }: LaneRange, page: LanePage): Promise<Progress> {
    const last = page.seqs.at(-1);
    if (last === undefined) return NOTHING;
    if (!(await takeFromLane(tx, bookId, page.seqs))) throw new StalePage();
    const { remember } = await postBatch(tx, this.#context, {
      bookId,
      items: page.items,
      mappedAhead: page.mapped,
      whileWriting: () => this.#ahead.begin({ bookId, after: last, limit }),
    });
    return { settled: page.items.length, last, remember };
  }

  /** A bug stopped the batch: try half of it, and hold the one record that stops alone. Nothing behind it waits for ever. */
  async #afterBug(bookId: number, limit: number, error: unknown): Promise<number> {
    this.#context.report(error, { bookId, limit });
    this.#hints.delete(bookId);
    if (limit > 1) return this.#post(bookId, Math.ceil(limit / 4));
    return holdBroken(this.#context.database, bookId, error);
  }
}
