import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Ending, freshDatabaseUrl } from '#storage/testing/fresh-database.ts';
import { buildConsoleIfStale } from '../console/build-console.ts';
import { bareEnvironment } from '../testing/bare-environment.ts';

const ERRORS_MAX = 4_000;
const root = join(import.meta.dirname, '../..');

export interface StartedHub {
  readonly url: string;
  readonly databaseUrl: string;
  /** The link for the first person, as it is printed. */
  readonly setUpUrl: string;
}

/** A real hub with its console, on a database of its own; gone when `ending` ends. */
export async function startHub(
  ending: Ending,
  env: Readonly<Record<string, string>> = {},
): Promise<StartedHub> {
  await buildConsoleIfStale(root);
  const folder = await mkdtemp(join(tmpdir(), 'tongzhang-browser-'));
  ending.after(() => rm(folder, { recursive: true, force: true }));
  const databaseUrl = await freshDatabaseUrl(ending);
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(root, 'src/app/main.ts'), 'start', '--json'],
    {
      env: {
        ...bareEnvironment(),
        DATABASE_URL: databaseUrl,
        TONGZHANG_FOLDER: folder,
        TONGZHANG_PORT: '0',
        TONGZHANG_LOOPBACK: 'allow',
        TONGZHANG_LOG: 'warn',
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  ending.after(() => stop(child));
  const { url, setUpUrl }: { url: string; setUpUrl: string } = await firstLine(child);
  return { url, setUpUrl, databaseUrl };
}

async function firstLine(child: ChildProcess) {
  let errors = '';
  child.stderr!.on('data', (text) => {
    errors = (errors + String(text)).slice(-ERRORS_MAX);
  });
  const lines = createInterface({ input: child.stdout! });
  const first = await Promise.race([once(lines, 'line'), once(child, 'exit').then(() => [null])]);
  const line: unknown = first[0];
  if (typeof line !== 'string') throw new Error(`the hub did not start: ${errors}`);
  return JSON.parse(line);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}
