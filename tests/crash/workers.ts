import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Why a worker ended: the plan's clock, a moment on the wire, or a pause point of its own. */
export type Cause = 'clock' | 'moment' | 'pause';

export interface Death {
  readonly at: number;
  readonly cause: Cause;
}

export interface WorkersOptions {
  readonly count: number;
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly pausePoints: string;
  readonly seed: number;
}

interface Running {
  readonly process: ChildProcess;
  readonly ready: Promise<void>;
  isReady: boolean;
  cause: Cause | null;
}

const ROOT = join(import.meta.dirname, '..', '..');
const RESPAWN_MS = 100;

/** The hub's worker processes, each started again as soon as it dies, like under any supervisor. */
export class Workers {
  readonly deaths: Death[] = [];
  /** What nobody meant to happen: a worker that had started and ended by itself. */
  readonly ended: string[] = [];
  readonly #options: WorkersOptions;
  readonly #running: Running[] = [];
  readonly #log: number;
  #spawned = 0;
  #isStopped = false;
  #hasPausePoints = false;

  constructor(options: WorkersOptions) {
    this.#options = options;
    this.#log = openSync(join(options.folder, 'workers.log'), 'a');
    process.on('exit', this.#killAll);
  }

  /** Starts them all and resolves once each says that it is ready. */
  async start(): Promise<void> {
    for (let at = 0; at < this.#options.count; at += 1) this.#spawn(at);
    await Promise.all(this.#running.map(({ ready }) => ready));
  }

  /** Kills one that has begun to work, or any where none has. */
  killOne(choose: (count: number) => number, cause: Cause): void {
    const ready = this.#running.filter(({ isReady }) => isReady);
    const among = ready.length > 0 ? ready : this.#running;
    kill(among[choose(among.length)]!, cause);
  }

  killEveryone(cause: Cause): void {
    for (const running of this.#running) kill(running, cause);
  }

  /** Whether those who are started from now on may kill themselves. The first ones do not. */
  setPausePoints(isOn: boolean): void {
    this.#hasPausePoints = isOn;
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#killAll();
    await Promise.all(this.#running.map(({ process: child }) => gone(child)));
    process.off('exit', this.#killAll);
    closeSync(this.#log);
  }

  readonly #killAll = (): void => {
    for (const { process: child } of this.#running) child.kill('SIGKILL');
  };

  #spawn(at: number): void {
    this.#spawned += 1;
    const { environment, pausePoints, seed } = this.#options;
    const pauseSeed = String(seed * 1_000 + this.#spawned);
    const pauses = this.#hasPausePoints
      ? { TONGZHANG_PAUSE_POINTS: pausePoints, TONGZHANG_PAUSE_SEED: pauseSeed }
      : {};
    const child = spawn(process.execPath, ['src/app/main.ts', 'worker', '--json'], {
      cwd: ROOT,
      env: { ...environment, ...pauses },
      stdio: ['ignore', 'pipe', this.#log],
    });
    const running: Running = { process: child, ready: firstOutput(child), isReady: false, cause: null };
    running.ready.then(() => {
      running.isReady = child.exitCode === null;
    });
    this.#running[at] = running;
    child.once('exit', (code, signal) => this.#respawn(at, { running, code, signal }));
  }

  async #respawn(
    at: number,
    { running, code, signal }: { running: Running; code: number | null; signal: string | null },
  ): Promise<void> {
    if (this.#isStopped) return;
    if (signal === 'SIGKILL') this.deaths.push({ at: performance.now(), cause: running.cause ?? 'pause' });
    // Who finds no database at its start says so and ends; the supervisor tries again.
    else if (running.isReady)
      this.ended.push(`a worker ended by itself with ${signal ?? `exit code ${code}`}`);
    if (signal !== 'SIGKILL') await sleep(RESPAWN_MS);
    if (!this.#isStopped) this.#spawn(at);
  }
}

function kill(running: Running, cause: Cause): void {
  running.cause ??= cause;
  running.process.kill('SIGKILL');
}

/** It says one line when it is ready; one that ends before that is started again, and nobody need wait for it. */
function firstOutput(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.stdout?.once('data', () => resolve());
    child.once('exit', () => resolve());
  });
}

function gone(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => child.once('exit', () => resolve()));
}
