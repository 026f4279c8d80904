import { readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { RefusalError } from '#core/trouble/trouble.ts';
import { below, type Config } from './config.ts';

interface RunningHub {
  readonly pid: number;
  readonly url: string;
}

const NAME = 'hub.json';

/** Stops the start where another hub works in this folder. A file left behind by one that was killed counts for nothing. */
export async function requireFolderFree(config: Config): Promise<void> {
  const hub = await readHub(config);
  if (hub === null || hub.pid === process.pid || !(await answers(hub.url))) return;
  const params = { folder: config.folder, pid: String(hub.pid), url: hub.url };
  throw new RefusalError({ code: 'cli_folder_taken', params });
}

export async function writeHubFile(config: Config, url: string): Promise<void> {
  await writeFile(below(config, NAME), JSON.stringify({ pid: process.pid, url }));
}

export async function removeHubFile(config: Config): Promise<void> {
  await rm(below(config, NAME), { force: true });
}

/** Where people reach the hub: its public address, else where it said it listens, else where it would. */
export async function hubUrlOf(config: Config): Promise<string> {
  const { publicUrl, host, port } = config;
  return publicUrl ?? (await readHub(config))?.url ?? `http://${host}:${port}`;
}

async function readHub(config: Config): Promise<RunningHub | null> {
  try {
    const hub: unknown = JSON.parse(await readFile(below(config, NAME), 'utf8'));
    return isHub(hub) ? hub : null;
  } catch {
    return null;
  }
}

function isHub(value: unknown): value is RunningHub {
  if (typeof value !== 'object' || value === null) return false;
  return 'pid' in value && typeof value.pid === 'number' && 'url' in value && typeof value.url === 'string';
}

const PATIENCE_MS = 1_000;

/** Alive is who takes calls: process ids are given again, and in a container nearly always. */
function answers(url: string): Promise<boolean> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect({
      host: hostname.replace(/^\[|\]$/g, ''),
      port: Number(port),
      timeout: PATIENCE_MS,
    });
    const end = (isAlive: boolean) => {
      socket.destroy();
      resolve(isAlive);
    };
    socket.once('connect', () => end(true));
    socket.once('timeout', () => end(false));
    socket.once('error', () => end(false));
  });
}
