import type { Database } from '#storage/database.ts';
import { type Figures, readFigures } from '#storage/figures.ts';

const LOOK_EVERY_MS = 250;
/** Nothing moves for this long: something is wrong that waiting will not mend. */
const STALLED_MS = 60_000;

export interface Watch {
  readonly database: Database;
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  readonly signal: AbortSignal;
  readonly show: (figures: Figures) => void;
}

/** Waits until everything that was collected is posted, delivered and written back, or nothing moves any more. */
export async function watchUntilQuiet({ database, sleep, signal, show }: Watch): Promise<Figures> {
  let before = '';
  let movedAt = performance.now();
  for (;;) {
    const figures = await readFigures(database);
    show(figures);
    if (isQuiet(figures)) return figures;
    const now = JSON.stringify(figures);
    if (now !== before) movedAt = performance.now();
    before = now;
    if (performance.now() - movedAt > STALLED_MS) return figures;
    signal.throwIfAborted();
    await sleep(LOOK_EVERY_MS, signal);
  }
}

function isQuiet({ waiting, staged, unfinishedRuns, owed }: Figures): boolean {
  return waiting === 0 && staged === 0 && unfinishedRuns === 0 && owed === 0;
}
