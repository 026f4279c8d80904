import pg from 'pg';

export interface Listening {
  /** False while messages may be missed: connecting, or cut off. */
  isLive(): boolean;
  close(): Promise<void>;
}

const RETRY_MS = 1_000;
const HEARTBEAT_MS = 2_000;
const ANSWER_MAX_MS = 2_000;

/**
 * Hears what triggers send on the channel `access_changed`, on a connection of its own that is made anew when it breaks.
 * `heard` is also called whenever something may have been missed.
 */
export function listen(
  { url, applicationName }: { readonly url: string; readonly applicationName: string },
  heard: () => void,
): Listening {
  const ear = new Ear(
    () =>
      new pg.Client({
        connectionString: url,
        application_name: applicationName,
        connectionTimeoutMillis: 5_000,
        query_timeout: ANSWER_MAX_MS,
        keepAlive: true,
      }),
    heard,
  );
  ear.connect();
  return { isLive: () => ear.isLive, close: () => ear.close() };
}

class Ear {
  isLive = false;
  #client: pg.Client | null = null;
  #connecting: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | null = null;
  #isClosed = false;
  readonly #make: () => pg.Client;
  readonly #heard: () => void;

  constructor(make: () => pg.Client, heard: () => void) {
    this.#make = make;
    this.#heard = heard;
  }

  connect(): void {
    this.#connecting = this.#connect();
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.isLive = false;
    if (this.#timer) clearTimeout(this.#timer);
    await this.#connecting;
    await this.#client?.end().catch(() => undefined);
  }

  async #connect(): Promise<void> {
    const client = this.#make();
    client.on('error', () => this.#lose(client));
    client.on('end', () => this.#lose(client));
    client.on('notification', () => this.#heard());
    this.#client = client;
    try {
      await client.connect();
      await client.query('listen access_changed');
    } catch {
      this.#lose(client);
      return;
    }
    if (this.#client !== client || this.#isClosed) return;
    this.isLive = true;
    this.#heard();
    this.#beat(client);
  }

  /** A connection may be dead without a word: it has to answer from time to time. */
  #beat(client: pg.Client): void {
    this.#after(HEARTBEAT_MS, () => {
      this.#connecting = client.query('select 1').then(
        () => (this.#client === client && !this.#isClosed ? this.#beat(client) : undefined),
        () => this.#lose(client),
      );
    });
  }

  #lose(client: pg.Client): void {
    if (this.#client !== client) return;
    this.#client = null;
    this.isLive = false;
    this.#heard();
    client.end().catch(() => undefined);
    if (!this.#isClosed) this.#after(RETRY_MS, () => this.connect());
  }

  #after(ms: number, work: () => void): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = setTimeout(work, ms);
    this.#timer.unref();
  }
}
