import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** The hub as its users run it: a process of its own. */
export interface HubProcess {
  readonly url: string;
  readonly token: string;
  /** Highest resident memory so far, MiB. Null where the system does not tell. */
  peakMiB(): Promise<number | null>;
  stop(): Promise<void>;
}

export async function startHubProcess(databaseUrl: string): Promise<HubProcess> {
  const folder = await mkdtemp(join(tmpdir(), 'tongzhang-bench-hub-'));
  const child = spawn('node', ['tools/tongzhang.mjs', 'start', '--json', '--port', '0'], {
    cwd: join(import.meta.dirname, '..'),
    env: { ...process.env, DATABASE_URL: databaseUrl, TONGZHANG_FOLDER: folder, TONGZHANG_LOG: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const { url, token, pid } = await firstLine(child);
  return {
    url,
    token,
    peakMiB: () => peakOf(pid),
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function firstLine(child: ChildProcess): Promise<{ url: string; token: string; pid: number }> {
  for await (const line of createInterface({ input: child.stdout! })) {
    if (line.startsWith('{')) return JSON.parse(line);
  }
  throw new Error('the hub ended before it was ready');
}

async function peakOf(pid: number): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const kib = /VmHWM:\s+(\d+) kB/.exec(status)?.[1];
  return kib === undefined ? null : Math.round(Number(kib) / 1024);
}
