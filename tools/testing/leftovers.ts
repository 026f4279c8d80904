import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** How a test file's processes are known: by a word in their environment, their folder, or their group. */
export interface Family {
  readonly marker: string;
  readonly folder: string;
  readonly group: number;
}

export interface Leftover {
  readonly pid: number;
  readonly command: string;
}

/**
 * What of `family` still runs once everything had `graceMs` to go.
 *
 * The environment finds children of children; the folder finds PostgreSQL, which overwrites its environment but works
 * inside its data folder; the group is all there is where there is no /proc.
 */
export async function findLeftovers(family: Family, graceMs: number): Promise<Leftover[]> {
  const deadline = performance.now() + graceMs;
  for (;;) {
    const found = listFamily(family);
    if (found.length === 0 || performance.now() > deadline) return found;
    await sleep(50);
  }
}

/** Ends every process of `family`, those included that were started while we were killing. */
export async function killFamily(family: Family): Promise<void> {
  for (let round = 0; round < 20; round++) {
    const found = listFamily(family);
    if (found.length === 0) return;
    for (const { pid } of found) kill(pid);
    await sleep(50);
  }
}

function listFamily(family: Family): Leftover[] {
  if (process.platform !== 'linux')
    return isAlive(-family.group) ? [{ pid: -family.group, command: '?' }] : [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid && belongs(name, family))
    .map((name) => ({
      pid: Number(name),
      command: read(`/proc/${name}/cmdline`).replaceAll('\0', ' ').trim(),
    }));
}

function belongs(pid: string, family: Family): boolean {
  if (read(`/proc/${pid}/environ`).split('\0').includes(family.marker)) return true;
  try {
    return readlinkSync(`/proc/${pid}/cwd`).startsWith(`${family.folder}/`);
  } catch {
    return false;
  }
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // Gone already: that is what we wanted.
  }
}
