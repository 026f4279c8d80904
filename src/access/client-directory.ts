import { type ClientRow, findClient } from '#storage/clients.ts';
import type { Database } from '#storage/database.ts';
import type { Listening } from '#storage/listen.ts';

interface Known {
  readonly client: ClientRow | null;
  readonly loadedAtMs: number;
}

const KNOWN_MAX = 10_000;
/** While every change is heard of; and while it is not. */
const KEPT_MS = { live: 30_000, deaf: 1_000 };

/**
 * Clients by their ids. What was read is remembered until the database says that a client changed (`pg_notify` by a
 * trigger), so that asking costs nothing on nearly every request; while it cannot say so, for a second.
 */
export class ClientDirectory {
  readonly #database: Database;
  readonly #nowMs: () => number;
  readonly #listening: Listening;
  readonly #known = new Map<string, Promise<Known>>();

  constructor({ database, nowMs }: { readonly database: Database; readonly nowMs: () => number }) {
    this.#database = database;
    this.#nowMs = nowMs;
    this.#listening = database.listen(() => this.forget());
  }

  /** Null where there is none, or it was deleted. */
  async find(clientId: string): Promise<ClientRow | null> {
    const remembered = await this.#known.get(clientId);
    if (remembered && this.#isFresh(remembered)) return remembered.client;
    return (await this.#load(clientId)).client;
  }

  /** Whatever was remembered is read anew. To be called once a change of clients is committed. */
  readonly forget = (): void => {
    this.#known.clear();
  };

  async close(): Promise<void> {
    await this.#listening.close();
  }

  #isFresh({ loadedAtMs }: Known): boolean {
    return this.#nowMs() - loadedAtMs < (this.#listening.isLive() ? KEPT_MS.live : KEPT_MS.deaf);
  }

  /** What began to be read before `forget` is kept by nobody. */
  #load(clientId: string): Promise<Known> {
    const loadedAtMs = this.#nowMs();
    const loading = findClient(this.#database, clientId).then((client) => ({ client, loadedAtMs }));
    if (this.#known.size >= KNOWN_MAX) this.#known.clear();
    this.#known.set(clientId, loading);
    loading.catch(() => {
      if (this.#known.get(clientId) === loading) this.#known.delete(clientId);
    });
    return loading;
  }
}
