import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCompany } from '#app/demo/company.ts';
import { runSeed, type SeedResult } from './run-seed.ts';
import { Server } from './server.ts';

export interface SeedsRun {
  readonly from: number;
  readonly count: number;
  /** How many seeds at a time, each on a PostgreSQL server of its own. */
  readonly parallel: number;
  readonly signal: AbortSignal;
  readonly onResult: (result: SeedResult) => void;
}

/** Runs seeds one after the other. Folders of failed seeds stay, and where they are is in `folder`. */
export async function runSeeds(run: SeedsRun): Promise<{ results: SeedResult[]; folder: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'tongzhang-crash-'));
  chmodSync(folder, 0o755);
  const seeds = Array.from({ length: run.count }, (_, at) => run.from + at).values();
  const results: SeedResult[] = [];
  const lane = async (at: number) => {
    const laneFolder = join(folder, `lane-${at}`);
    mkdirSync(laneFolder);
    const server = await Server.start(join(laneFolder, 'postgres'));
    try {
      for (const seed of seeds) {
        const result = await runSeed(seed, { server, folder, company: readCompany(), signal: run.signal });
        results.push(result);
        run.onResult(result);
      }
    } finally {
      await server.stop();
      rmSync(laneFolder, { recursive: true, force: true });
    }
  };
  try {
    await Promise.all(Array.from({ length: run.parallel }, (_, at) => lane(at)));
  } finally {
    if (run.signal.aborted || readdirSync(folder).length === 0)
      rmSync(folder, { recursive: true, force: true });
  }
  return { results, folder };
}
