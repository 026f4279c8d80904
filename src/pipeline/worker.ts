import { parseFlow } from '#core/flows/parse-flow.ts';
import { foldFigures } from '#storage/counting.ts';
import type { Database } from '#storage/database.ts';
import { connectionsWithDeliveries, type DeliveryKind } from '#storage/deliveries.ts';
import { claimPolls, type FlowRow, findFlowVersion } from '#storage/flows.ts';
import { endInterruptedRuns, finishRuns } from '#storage/runs.ts';
import { collectFlow } from './collect/collect-flow.ts';
import { importDropped } from './collect/watch-folder.ts';
import type { Connections } from './connections.ts';
import { deliverBatch } from './deliver/deliver.ts';
import { nextPollAt } from './flows/trigger.ts';
import { dueEndpoints, type NotifyContext, sendWebhooks } from './notify/send-webhooks.ts';
import { BookCache } from './post/book-cache.ts';
import { LaneWorker } from './post/post-lane.ts';

export interface WorkerOptions {
  readonly database: Database;
  readonly connections: Connections;
  readonly now: () => Date;
  readonly today: () => string;
  readonly random: () => number;
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  readonly report: (error: unknown, details: Record<string, unknown>) => void;
  readonly name: string;
  readonly batchSizeMax?: number;
  readonly callTimeoutMs?: number;
  readonly settleMs?: number;
  readonly pauseAt?: (point: string) => Promise<void>;
  /** How webhooks are put together and sent; without it, this worker leaves them to others. */
  readonly notify?: Pick<NotifyContext, 'fetch' | 'compose' | 'secretsOf'>;
}

const IDLE_MS = 200;
const TROUBLE_MS = 1_000;
const SCHEDULE_MS = 1_000;
const NOTIFY_MS = 1_000;
const RUN_SILENT_MS = 5 * 60_000;
const CALL_TIMEOUT_MS = 60_000;

/**
 * A worker: posts what is on the lane, delivers what is owed, polls what is due. Stateless: as many as one likes may
 * run, in one process or many; locks and claims in the database keep them from doing anything twice.
 */
export class Worker {
  readonly #options: WorkerOptions;
  readonly #lane: LaneWorker;
  readonly #stop = new AbortController();
  readonly #underWay = new Map<string, Promise<unknown>>();
  #loops: Promise<unknown> = Promise.resolve();

  constructor(options: WorkerOptions) {
    this.#options = options;
    this.#lane = new LaneWorker({ ...options, cache: new BookCache(), postedBy: 'tongzhang' });
  }

  start(): void {
    this.#loops = Promise.all([
      this.#loop('post', () => this.#lane.round(), IDLE_MS),
      this.#loop('deliver', () => this.#deliver(), IDLE_MS),
      this.#loop('schedule', () => this.#schedule(), SCHEDULE_MS),
      this.#loop('notify', () => this.#notify(), NOTIFY_MS),
    ]);
  }

  /** Ends after what is under way: a batch is finished or rolled back, never cut. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#loops;
    await Promise.all(this.#underWay.values());
    await this.#lane.stop();
  }

  async #loop(name: string, round: () => Promise<number>, idleMs: number): Promise<void> {
    const { signal } = this.#stop;
    while (!signal.aborted) {
      let waitMs = 0;
      try {
        waitMs = (await round()) > 0 ? 0 : idleMs;
      } catch (error) {
        if (!signal.aborted) this.#options.report(error, { loop: name });
        waitMs = TROUBLE_MS;
      }
      if (waitMs > 0) await this.#options.sleep(waitMs, signal).catch(() => undefined);
    }
  }

  /** Each target by itself: one that hangs must not keep the others waiting. */
  async #deliver(): Promise<number> {
    for (const { connection_id: connectionId, kind } of await connectionsWithDeliveries(
      this.#options.database,
    )) {
      this.#aside(`deliver ${connectionId} ${kind}`, () => this.#deliverTo(connectionId, kind));
    }
    return 0;
  }

  /** Each endpoint by itself, like targets. */
  async #notify(): Promise<number> {
    const { notify } = this.#options;
    if (!notify) return 0;
    const context: NotifyContext = { ...this.#options, ...notify };
    for (const endpointId of await dueEndpoints(context)) {
      this.#aside(`notify ${endpointId}`, async () => {
        for (let sent = 1; sent > 0 && !this.#stop.signal.aborted; ) {
          sent = await sendWebhooks(context, endpointId);
        }
      });
    }
    return 0;
  }

  async #deliverTo(connectionId: number, kind: DeliveryKind): Promise<void> {
    const { callTimeoutMs = CALL_TIMEOUT_MS } = this.#options;
    for (let sent = 1; sent > 0 && !this.#stop.signal.aborted; ) {
      sent = await deliverBatch({ ...this.#options, callTimeoutMs }, { connectionId, kind });
    }
  }

  /** Does work beside the loops, at most once at a time under its name. */
  #aside(name: string, work: () => Promise<void>): void {
    if (this.#underWay.has(name)) return;
    const done = work()
      .catch((error) => {
        if (!this.#stop.signal.aborted) this.#options.report(error, { work: name });
        return this.#options.sleep(TROUBLE_MS, this.#stop.signal).catch(() => undefined);
      })
      .finally(() => this.#underWay.delete(name));
    this.#underWay.set(name, done);
  }

  async #schedule(): Promise<number> {
    const { database, now } = this.#options;
    const due = await database.transaction((tx) =>
      claimPolls(tx, async (flow) => nextPollAt((await this.#definition(flow)).trigger, now()) ?? now()),
    );
    for (const flow of due) this.#aside(`poll ${flow.code}`, () => this.#poll(flow));
    await endInterruptedRuns(database, RUN_SILENT_MS);
    await finishRuns(database);
    await foldFigures(database);
    return 0;
  }

  async #poll(flow: FlowRow): Promise<void> {
    const { signal } = this.#stop;
    const startedBy = `schedule:${this.#options.name}`;
    try {
      const { trigger } = await this.#definition(flow);
      if (trigger && 'folder' in trigger) {
        const folder = {
          ...trigger.folder,
          connectionId: flow.connection_id,
          startedBy,
          now: this.#options.now(),
          signal,
        };
        await importDropped(this.#options, folder);
      } else {
        await collectFlow(this.#options, { flow, startedBy, signal });
      }
    } catch (error) {
      if (!signal.aborted) this.#options.report(error, { flow: flow.code });
    }
  }

  async #definition(flow: FlowRow) {
    const version = await findFlowVersion(this.#options.database, flow.published_version_id!);
    const parsed = parseFlow(version?.definition);
    if (!parsed.ok) throw new Error(`bug: flow ${flow.code} was parsed before it was published`);
    return parsed.value;
  }
}
