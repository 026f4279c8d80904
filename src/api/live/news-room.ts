import { randomBytes } from 'node:crypto';
import type { Database } from '#storage/database.ts';
import type { News } from './news.ts';
import { Watch } from './watch.ts';

export interface NewsRoomOptions {
  readonly database: Database;
  readonly log: { warn(details: object, text: string): void };
  readonly newsEveryMs?: number;
}

/** A piece of news with its place in the order. */
export interface NumberedNews extends News {
  readonly number: number;
}

type Hear = (news: NumberedNews) => void;

const EVERY_MS = 2_000;
const KEPT_MAX = 1_000;
const LINGER_MS = 30_000;
const LISTENERS_MAX = 500;
const LISTENERS_EACH_MAX = 6;

/**
 * One look at the database for all who listen to this process, and none while nobody does. News are handed to each
 * listener, who keeps what its principal may hear.
 */
export class NewsRoom {
  readonly #options: NewsRoomOptions;
  /** Numbers of another process, or of an earlier life of this one, mean nothing here. */
  readonly epoch = randomBytes(6).toString('base64url');
  readonly #listeners = new Map<Hear, string>();
  #watch = new Watch();
  #kept: NumberedNews[] = [];
  #number = 0;
  #timer: NodeJS.Timeout | null = null;
  #leftAtMs = 0;
  #looking: Promise<void> = Promise.resolve();

  constructor(options: NewsRoomOptions) {
    this.#options = options;
  }

  /** Whether one more page of this principal may listen. */
  hasRoomFor(principal: string): boolean {
    const own = [...this.#listeners.values()].filter((name) => name === principal).length;
    return own < LISTENERS_EACH_MAX && this.#listeners.size < LISTENERS_MAX;
  }

  static readonly eachMax = LISTENERS_EACH_MAX;

  /** Number of the newest piece of news. */
  get newest(): number {
    return this.#number;
  }

  /** What came after a number; null where that is no longer known. */
  since(number: number): readonly NumberedNews[] | null {
    const oldest = this.#kept[0]?.number ?? this.#number + 1;
    return number + 1 < oldest || number > this.#number
      ? null
      : this.#kept.filter((news) => news.number > number);
  }

  /** Calls `hear` for all news from now on. Resolves once it is sure to miss nothing; gives the way to stop. */
  async join(principal: string, hear: Hear): Promise<() => void> {
    this.#listeners.set(hear, principal);
    if (this.#timer === null) {
      const everyMs = this.#options.newsEveryMs ?? EVERY_MS;
      this.#timer = setInterval(() => void this.#look(), everyMs);
      this.#timer.unref();
      // What changed while nobody listened is on the screen of whoever begins.
      this.#watch = new Watch();
      this.#kept = [];
      this.#number += 1;
      this.#looking = this.#lookNow();
    }
    await this.#looking;
    return () => this.#leave(hear);
  }

  async close(): Promise<void> {
    this.#listeners.clear();
    this.#stop();
    await this.#looking;
  }

  #leave(hear: Hear): void {
    this.#listeners.delete(hear);
    this.#leftAtMs = performance.now();
  }

  #stop(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
  }

  /** A look that takes longer than the interval is not overtaken by the next. */
  #isLooking = false;

  async #look(): Promise<void> {
    if (this.#isLooking) return;
    // Whoever lost the connection comes back within seconds, and is told what it missed.
    if (this.#listeners.size === 0 && performance.now() - this.#leftAtMs > LINGER_MS) return this.#stop();
    this.#looking = this.#lookNow();
    await this.#looking;
  }

  async #lookNow(): Promise<void> {
    this.#isLooking = true;
    try {
      const news = await this.#watch.look(this.#options.database);
      for (const one of news) this.#tell({ ...one, number: ++this.#number });
    } catch (error) {
      this.#options.log.warn({ err: error }, 'live news were not read');
    } finally {
      this.#isLooking = false;
    }
  }

  #tell(news: NumberedNews): void {
    this.#kept.push(news);
    if (this.#kept.length > KEPT_MAX) this.#kept = this.#kept.slice(-KEPT_MAX / 2);
    for (const hear of this.#listeners.keys()) hear(news);
  }
}
