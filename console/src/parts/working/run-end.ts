import { api, told } from '#console/api/client.ts';
import type { Schemas } from '#console/api/paths.ts';

const ASK_MS = 700;
/** Whoever waits longer is better served by the page of the runs, where it goes on. */
const WAIT_MS = 30_000;
const ENDS: ReadonlySet<Schemas['Run']['state']> = new Set(['done', 'failed', 'cancelled']);

export function hasEnded({ state }: Pick<Schemas['Run'], 'state'>): boolean {
  return ENDS.has(state);
}

/** The run as it stands when it has ended, or after half a minute of waiting for that. */
export async function runEnd(run: string): Promise<Schemas['Run']> {
  const until = Date.now() + WAIT_MS;
  for (;;) {
    const told = await readRun(run);
    if (hasEnded(told) || Date.now() > until) return told;
    await new Promise((resolve) => setTimeout(resolve, ASK_MS));
  }
}

export function readRun(run: string): Promise<Schemas['Run']> {
  return told(api.GET('/api/v1/runs/{run}', { params: { path: { run } } }));
}
