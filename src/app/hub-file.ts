import { readFile, rm, writeFile } from 'node:fs/promises';
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

/** Alive is who answers: process ids are given again, and in a container nearly always. */
async function answers(url: string): Promise<boolean> {
  try {
    await fetch(url, { signal: AbortSignal.timeout(1_000), redirect: 'manual' });
    return true;
  } catch {
    return false;
  }
}
