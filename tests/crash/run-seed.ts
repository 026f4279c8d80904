import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Company } from '#app/demo/company.ts';
import { makeDice } from '#app/dice.ts';
import { type Database, openDatabase } from '#storage/database.ts';
import { checkLedger } from './ledger-checks.ts';
import { type OrderStory, tellStories } from './orders.ts';
import { Outside } from './outside.ts';
import { makePlan, PATIENCE, type Plan, TIMELINE } from './plan.ts';
import { type Proof, prove } from './proof.ts';
import type { Server } from './server.ts';
import { Watch, whatIsLeft, whatIsStuck } from './watch.ts';
import { type Death, Workers } from './workers.ts';

/** What came of one seed. */
export interface SeedResult extends Proof {
  readonly plan: Plan;
  readonly seconds: number;
  readonly orders: number;
  readonly changed: number;
  readonly deaths: readonly Death[];
  readonly restarts: number;
  /** After the kill in quiet times, until posting and delivering both went on; null: they never did. */
  readonly recoveryMs: number | null;
  /** How busy the machine was; times say little where it is far above the number of its cores. */
  readonly load: number;
  /** The same after the kills in troubled times, where the outside is to blame as well. */
  readonly troubledRecoveriesMs: readonly number[];
  /** What else is not as it must be: did not settle, the hub's own books, a worker that ended by itself. */
  readonly failures: readonly string[];
}

export interface SeedRun {
  readonly server: Server;
  readonly folder: string;
  readonly company: Company;
  readonly signal: AbortSignal;
}

const SETTLED_WITHIN_MS = 90_000;

/** Runs the hub through what the seed has planned for it, waits until everything has settled, and looks at what is there. */
export async function runSeed(seed: number, run: SeedRun): Promise<SeedResult> {
  const plan = makePlan(seed);
  const folder = join(run.folder, `seed-${seed}`);
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o755);
  const name = `crash_${seed}`;
  const url = await run.server.createDatabase(name);
  const database = openDatabase({ url, connectionsMax: 3, applicationName: 'crash' });
  try {
    const result = await inWorld({ ...run, plan, folder, database, url });
    if (isGood(result)) rmSync(folder, { recursive: true, force: true });
    return result;
  } finally {
    await database.close();
    await run.server.dropDatabase(name);
  }
}

export function isGood({ lost, doubled, halfDone, wrong, failures }: SeedResult): boolean {
  return [lost, doubled, halfDone, wrong, failures].every((list) => list.length === 0);
}

interface World extends SeedRun {
  readonly plan: Plan;
  readonly database: Database;
  readonly url: string;
}

async function inWorld(world: World): Promise<SeedResult> {
  const { plan, folder, company, database } = world;
  const startedAt = performance.now();
  const ticks = TIMELINE.endAtMs / TIMELINE.tickMs;
  const stories = tellStories(company, { seed: plan.seed, count: plan.orderCount, ticks });
  const outside = await Outside.start(plan, world);
  const workers = new Workers({
    count: plan.workerCount,
    folder,
    environment: environmentOf(world),
    pausePoints: plan.pausePoints,
    seed: plan.seed,
  });
  const watch = new Watch(database);
  try {
    await outside.connect(database, { company, onMoment: () => workers.killEveryone('moment') });
    await workers.start();
    watch.start();
    const quietKillAt = await playTimeline(world, { stories, outside, workers });
    const stuck = await settle(world, outside);
    const failures = [...stuck, ...workers.ended, ...(await checkLedger(database))];
    await watch.stop();
    const recoveries = workers.deaths.map(({ at }) => ({ at, ms: watch.recoveryMs(at) }));
    return {
      plan,
      ...prove(folder, stories),
      seconds: (performance.now() - startedAt) / 1_000,
      orders: stories.length,
      changed: stories.filter(({ versions }) => versions.length > 1).length,
      deaths: workers.deaths,
      restarts: plan.restartsAtMs.length,
      recoveryMs: watch.recoveryMs(quietKillAt),
      load: loadavg()[0]!,
      troubledRecoveriesMs: recoveries.flatMap(({ at, ms }) =>
        ms === null || at - quietKillAt < 500 ? [] : [ms],
      ),
      failures,
    };
  } finally {
    await watch.stop();
    await workers.stop();
    await outside.close();
  }
}

function environmentOf({ url, folder }: World): Record<string, string> {
  const inherited = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined || name === 'NODE_TEST_CONTEXT' ? [] : [[name, value] as const],
  );
  return {
    ...Object.fromEntries(inherited),
    DATABASE_URL: url,
    TONGZHANG_FOLDER: folder,
    TONGZHANG_LOOPBACK: 'allow',
    TONGZHANG_CALL_TIMEOUT_MS: String(PATIENCE.callTimeoutMs),
    TONGZHANG_SETTLE_MS: String(PATIENCE.settleMs),
    TONGZHANG_LOG: 'warn',
  };
}

interface Players {
  readonly stories: readonly OrderStory[];
  readonly outside: Outside;
  readonly workers: Workers;
}

/** Orders arrive tick by tick while the plan's kills and restarts happen. Returns when the quiet kill was. */
async function playTimeline(
  { plan, server, signal }: World,
  { stories, outside, workers }: Players,
): Promise<number> {
  const startedAt = performance.now();
  const dice = makeDice(plan.seed + 2);
  const versions = stories.flatMap((story) => story.versions);
  const byTick = Map.groupBy(versions, ({ tick }) => tick);
  const at = async (ms: number) => {
    await sleep(Math.max(0, ms - (performance.now() - startedAt)), undefined, { signal });
  };
  let quietKillAt = 0;
  const kill = async (ms: number, index: number) => {
    await at(ms);
    if (index === 0) quietKillAt = performance.now();
    workers.killOne((count) => dice.whole(0, count - 1), 'clock');
  };
  const restart = async () => {
    for (const ms of plan.restartsAtMs) {
      await at(ms);
      await server.restart();
    }
  };
  const feed = async () => {
    for (let tick = 0; tick * TIMELINE.tickMs < TIMELINE.endAtMs; tick += 1) {
      await at(tick * TIMELINE.tickMs);
      await outside.feed((byTick.get(tick) ?? []).map(({ order }) => order));
    }
  };
  const trouble = async () => {
    await at(TIMELINE.troubleAtMs);
    outside.makeTrouble();
    workers.setPausePoints(true);
    await at(TIMELINE.endAtMs);
    outside.calmDown();
    workers.setPausePoints(false);
  };
  await Promise.all([feed(), trouble(), restart(), ...plan.killsAtMs.map(kill)]);
  return quietKillAt;
}

/** Waits until nothing is left to do; what is still there at the deadline comes back. */
async function settle({ database, signal }: World, outside: Outside): Promise<string[]> {
  const deadline = performance.now() + SETTLED_WITHIN_MS;
  for (;;) {
    const left = await whatIsLeft(database, outside.contentHashes()).catch((error: Error) => error.message);
    if (left === null) return whatIsStuck(database);
    if (performance.now() > deadline) return [`did not settle: ${left}`, ...(await whatIsStuck(database))];
    await sleep(100, undefined, { signal });
  }
}
