import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { TestContext } from 'node:test';
import { freshDatabaseUrl } from '#storage/testing/fresh-database.ts';
import { bareEnvironment } from '../../tools/testing/bare-environment.ts';

const MAIN = join(import.meta.dirname, '../../src/app/main.ts');

export interface Running {
  readonly child: ChildProcess;
  /** Its first line of output, as JSON. */
  readonly ready: unknown;
  readonly errors: () => string;
}

/** A folder and a database of its own. */
export interface Place {
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
}

export async function placeFor(t: TestContext): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'tongzhang-start-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const url = await freshDatabaseUrl(t);
  return { folder, env: { DATABASE_URL: url, TONGZHANG_FOLDER: folder, TONGZHANG_PORT: '0' } };
}

/** Starts a command as a process of its own, and gives it once it has said its first line. */
export async function run(t: TestContext, { env }: Place, ...args: string[]): Promise<Running> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', MAIN, ...args, '--json'], {
    env: { ...bareEnvironment(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  t.after(() => {
    child.kill('SIGKILL');
  });
  let errors = '';
  child.stderr?.on('data', (text) => {
    errors += String(text);
  });
  const lines = createInterface({ input: child.stdout! });
  const first = await Promise.race([once(lines, 'line'), once(child, 'exit').then(() => [null])]);
  const line: unknown = first[0];
  return { child, ready: typeof line === 'string' ? JSON.parse(line) : null, errors: () => errors };
}

/** Its exit code, once it has ended. */
export async function ended({ child }: Running): Promise<number | null> {
  if (child.exitCode === null) await once(child, 'exit');
  return child.exitCode;
}
