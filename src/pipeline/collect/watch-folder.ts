import { createReadStream } from 'node:fs';
import { mkdir, readdir, rename, stat } from 'node:fs/promises';
import { join, matchesGlob } from 'node:path';
import type { CollectContext } from './collect-flow.ts';
import { type Imported, importFile } from './import-file.ts';

/** A file still being written is left alone until it has not changed for this long. */
const QUIET_MS = 2_000;
const DONE = 'processed';
const FAILED = 'failed';

export interface WatchedFolder {
  readonly path: string;
  /** Glob on the file name, e.g. `*.csv`. Default: every file. */
  readonly pattern?: string;
  readonly connectionId: number;
  readonly startedBy: string;
  readonly now: Date;
  readonly signal: AbortSignal;
}

/**
 * Imports every file that was dropped into a folder, then moves it to `processed/`, or to `failed/` where it could not
 * be read to its end. A crash in between imports the file again, which finds every record there already.
 */
export async function importDropped(context: CollectContext, folder: WatchedFolder): Promise<Imported[]> {
  const imported: Imported[] = [];
  for (const name of await droppedFiles(folder)) {
    const path = join(folder.path, name);
    try {
      const source = { name, bytes: createReadStream(path) };
      imported.push(await importFile(context, { ...folder, source }));
      await moveTo(folder, name, DONE);
    } catch (error) {
      folder.signal.throwIfAborted();
      await moveTo(folder, name, FAILED);
      throw error;
    }
  }
  return imported;
}

async function droppedFiles({ path, pattern = '*', now }: WatchedFolder): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true });
  const quiet: string[] = [];
  for (const entry of entries) {
    if (!entry.isFile() || entry.name.startsWith('.') || !matchesGlob(entry.name, pattern)) continue;
    const { mtimeMs } = await stat(join(path, entry.name));
    if (now.getTime() - mtimeMs >= QUIET_MS) quiet.push(entry.name);
  }
  return quiet.sort();
}

async function moveTo({ path, now }: WatchedFolder, name: string, place: string): Promise<void> {
  await mkdir(join(path, place), { recursive: true });
  await rename(join(path, name), join(path, place, `${now.toISOString().replaceAll(':', '')}-${name}`));
}
