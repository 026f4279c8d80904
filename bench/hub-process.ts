import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { textAt } from '#connectors/kit/json.ts';
import { openDatabase } from '#storage/database.ts';
import { type BenchClient, makeClient } from './bench-client.ts';

/** The hub as its users run it: a process of its own. */
export interface HubProcess {
  readonly url: string;
  /** The `authorization` of a client that may do everything, good for some minutes. */
  authorization(): Promise<string>;
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
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const { url, pid } = await firstLine(child);
    const client = await clientOn(databaseUrl);
    return { url, authorization: () => fetchToken(url, client), peakMiB: () => peakOf(pid), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function firstLine(child: ChildProcess): Promise<{ url: string; pid: number }> {
  for await (const line of createInterface({ input: child.stdout! })) {
    if (line.startsWith('{')) return JSON.parse(line);
  }
  throw new Error('the hub ended before it was ready');
}

async function clientOn(databaseUrl: string): Promise<BenchClient> {
  const database = openDatabase({ url: databaseUrl, connectionsMax: 1 });
  try {
    return await makeClient(database);
  } finally {
    await database.close();
  }
}

async function fetchToken(url: string, { id, secret }: BenchClient): Promise<string> {
  const answer = await fetch(`${url}/oauth/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  if (!answer.ok) throw new Error(`token: ${answer.status} ${await answer.text()}`);
  return `Bearer ${textAt(await answer.json(), 'access_token')}`;
}

async function peakOf(pid: number): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const kib = /VmHWM:\s+(\d+) kB/.exec(status)?.[1];
  return kib === undefined ? null : Math.round(Number(kib) / 1024);
}
