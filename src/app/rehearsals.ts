import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Rehearsals, Rehearsing } from '#api/connections/rehearsals.ts';
import type { FlowTemplate } from '#api/flows/flow-template.ts';
import type { Connector, RunningSimulator, Simulator } from '#connectors/kit/connector.ts';
import { listConnections } from '#storage/connections.ts';
import type { Database } from '#storage/database.ts';
import { setRehearsal } from '#storage/rehearsals.ts';
import { rehearsalRecords } from './rehearsal-records.ts';
import { rehearsalSeed } from './rehearsal-seed.ts';

export interface HubRehearsalsOptions {
  readonly database: Database;
  readonly simulators: readonly Simulator[];
  readonly templates: readonly FlowTemplate[];
  /** Where the simulators keep what they hold, so that it is there again after a restart. */
  readonly folder: string;
  readonly now: () => Date;
  /** Hears of a simulator that did not start again. */
  readonly report: (error: unknown, details: Record<string, unknown>) => void;
}

/** The simulators of this hub, one for each connection that rehearses, on loopback ports of their own. */
export class HubRehearsals implements Rehearsals {
  readonly #options: HubRehearsalsOptions;
  readonly #running = new Map<string, { readonly connector: string; readonly simulator: RunningSimulator }>();
  /** Numbers of records are given once in the life of this process. */
  #next = 1;

  constructor(options: HubRehearsalsOptions) {
    this.#options = options;
    // Of no hub before this one either, as long as fewer than one a second arrive.
    this.#next = Math.floor(options.now().getTime() / 1000) % 100_000_000;
  }

  supports({ name }: Connector): boolean {
    return this.#simulatorOf(name)?.rehearse !== undefined;
  }

  async start(
    connection: string,
    { connector, own }: { readonly connector: Connector; readonly own: Readonly<Record<string, unknown>> },
  ): Promise<Rehearsing> {
    await this.stop(connection);
    await rm(this.#storeOf(connection), { recursive: true, force: true });
    return this.#open(connection, connector.name, own);
  }

  async feed(connection: string, count: number): Promise<number> {
    const running = this.#running.get(connection);
    if (!running || count === 0) return 0;
    const { templates, now } = this.#options;
    const made = rehearsalRecords(running.connector, templates, { first: this.#next, count, now: now() });
    if (made === null) return 0;
    this.#next += count;
    const { origin } = new URL(running.simulator.url);
    const answer = await fetch(`${origin}/${made.path}`, { method: 'POST', body: made.lines });
    if (!answer.ok) throw new Error(`the simulator took no records: ${await answer.text()}`);
    return count;
  }

  async stop(connection: string): Promise<void> {
    const running = this.#running.get(connection);
    this.#running.delete(connection);
    await running?.simulator.close();
  }

  /** Starts again, with what they held, the simulators of connections that rehearsed when the hub was stopped. */
  async resume(): Promise<void> {
    const { database, report } = this.#options;
    for (const row of await listConnections(database)) {
      if (row.rehearsal === null || this.#running.has(row.code)) continue;
      try {
        const { since, by, settings } = row.rehearsal;
        const opened = await this.#open(row.code, row.connector, settings);
        const { url } = opened;
        await setRehearsal(database, row.connection_id, { url, settings: { ...opened.settings }, since, by });
      } catch (error) {
        report(error, { connection: row.code });
      }
    }
  }

  async close(): Promise<void> {
    await Promise.all([...this.#running.keys()].map((connection) => this.stop(connection)));
  }

  async #open(connection: string, name: string, own: Readonly<Record<string, unknown>>): Promise<Rehearsing> {
    const simulator = this.#simulatorOf(name);
    if (!simulator?.rehearse) throw new Error(`bug: ${name} was asked to rehearse and has no simulator`);
    const seedFile = await this.#seed();
    const running = await simulator.start({ store: this.#storeOf(connection), seedFile });
    this.#running.set(connection, { connector: name, simulator: running });
    return { url: running.url, settings: simulator.rehearse(running, own) };
  }

  async #seed(): Promise<string> {
    const { folder, templates } = this.#options;
    await mkdir(folder, { recursive: true });
    const path = join(folder, 'seed.json');
    await writeFile(path, JSON.stringify(rehearsalSeed(templates)));
    return path;
  }

  #simulatorOf(name: string): Simulator | undefined {
    return this.#options.simulators.find((simulator) => simulator.name === name);
  }

  #storeOf(connection: string): string {
    return join(this.#options.folder, connection.replace(/[^\w-]/g, '_'));
  }
}
