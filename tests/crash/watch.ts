import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '#storage/database.ts';

const LOOK_EVERY_MS = 40;

interface Counts {
  readonly vouchers: number;
  readonly attempts: number;
}

/** Notes when the hub got ahead: a posting committed, a delivery settled. Looks from outside, through the database. */
export class Watch {
  readonly #database: Database;
  readonly #postedAt: number[] = [];
  readonly #settledAt: number[] = [];
  readonly #stop = new AbortController();
  #loop: Promise<void> = Promise.resolve();

  constructor(database: Database) {
    this.#database = database;
  }

  start(): void {
    this.#loop = this.#look();
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#loop;
  }

  /** Milliseconds from `at` until both posting and delivering went on; null where nothing more was to be done. */
  recoveryMs(at: number): number | null {
    const next = [this.#postedAt, this.#settledAt].map((times) => times.find((time) => time > at));
    return next.some((time) => time === undefined) ? null : Math.max(...next.map((time) => time! - at));
  }

  async #look(): Promise<void> {
    let before: Counts = { vouchers: 0, attempts: 0 };
    while (!this.#stop.signal.aborted) {
      const now = await readCounts(this.#database).catch(() => before);
      if (now.vouchers > before.vouchers) this.#postedAt.push(performance.now());
      if (now.attempts > before.attempts) this.#settledAt.push(performance.now());
      before = now;
      await sleep(LOOK_EVERY_MS);
    }
  }
}

async function readCounts(database: Database): Promise<Counts> {
  const [row] = await database.query<Counts>(
    `select (select count(*)::int from vouchers) as vouchers, (select count(*)::int from delivery_attempts) as attempts`,
  );
  return row!;
}

/** What is still to be done; null when everything has settled. */
export async function whatIsLeft(
  database: Database,
  contentHashes: readonly Buffer[],
): Promise<string | null> {
  const [row] = await database.query<Record<string, number>>(
    `select (select count(*)::int from unnest($1::bytea[]) h
              where not exists (select from records r where r.content_hash = h)) as "not collected",
            (select count(*)::int from lane) as "on the lane",
            (select count(*)::int from documents where state = 'staged') as "staged",
            (select count(*)::int from runs where state = 'collected') as "runs unfinished",
            (select count(*)::int from deliveries where state in ('owed', 'sending')) as "deliveries owed",
            (select count(*)::int from connections where state <> 'active') as "connections broken"`,
    [contentHashes],
  );
  const left = Object.entries(row!).filter(([, count]) => count > 0);
  return left.length === 0 ? null : left.map(([name, count]) => `${count} ${name}`).join(', ');
}

/** Deliveries and connections that do not get further, with the reason they give. */
export async function whatIsStuck(database: Database): Promise<string[]> {
  const rows = await database.query<{ line: string }>(
    `select format('%s × %s %s after %s attempts at most: %s', count(*), kind, state, max(attempts), error) as line
       from deliveries where state not in ('done', 'withdrawn') group by kind, state, error
     union all select format('connection %s is %s: %s', code, state, last_error) from connections where state <> 'active'`,
  );
  return rows.map(({ line }) => line);
}
