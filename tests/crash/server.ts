import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '#app/embedded-postgres.ts';
import { openDatabase } from '#storage/database.ts';
import { migrate } from '#storage/migrate.ts';

/** Nothing must survive a power cut, only the death of a process: commits wait for the kernel, not for the disk. */
const SETTINGS = { fsync: 'off', full_page_writes: 'off' };
const TEMPLATE = 'crash_template';

/** One PostgreSQL server: started once, used by one seed after the other, and killed within each. */
export class Server {
  readonly #folder: string;
  #running: EmbeddedPostgres;

  static async start(folder: string): Promise<Server> {
    const running = await startEmbeddedPostgres({ folder, settings: SETTINGS });
    const server = new Server(folder, running);
    await server.#script(`create database ${TEMPLATE}`);
    const database = openDatabase({ url: server.#urlOf(TEMPLATE), connectionsMax: 1 });
    await migrate(database).finally(() => database.close());
    return server;
  }

  private constructor(folder: string, running: EmbeddedPostgres) {
    this.#folder = folder;
    this.#running = running;
  }

  /** A migrated, empty database; returns its address. */
  async createDatabase(name: string): Promise<string> {
    await this.#script(`drop database if exists ${name} with (force)`);
    await this.#script(`create database ${name} template ${TEMPLATE}`);
    return this.#urlOf(name);
  }

  async dropDatabase(name: string): Promise<void> {
    await this.#script(`drop database if exists ${name} with (force)`);
  }

  /** Stops at once, without a checkpoint, every connection cut; then starts again on the same port and recovers. */
  async restart(): Promise<void> {
    const file = join(this.#running.home, 'data', 'postmaster.pid');
    // What `pg_ctl stop -m immediate` sends. The process itself may stay for a while, until somebody buries it.
    process.kill(Number(readFileSync(file, 'utf8').split('\n')[0]), 'SIGQUIT');
    while (existsSync(file)) await sleep(10);
    const port = Number(new URL(this.#running.url).port);
    this.#running = await startEmbeddedPostgres({ folder: this.#folder, port, settings: SETTINGS });
  }

  async stop(): Promise<void> {
    await this.#running.stop();
    rmSync(this.#running.home, { recursive: true, force: true });
  }

  async #script(statement: string): Promise<void> {
    const database = openDatabase({ url: this.#running.url, connectionsMax: 1 });
    await database.script(statement).finally(() => database.close());
  }

  #urlOf(name: string): string {
    const url = new URL(this.#running.url);
    url.pathname = `/${name}`;
    return url.href;
  }
}
