import { accept, type Outcome, refuse } from '#core/trouble/trouble.ts';
import { audit } from '#storage/audit-log.ts';
import type { Tx } from '#storage/database.ts';
import { lockBook } from '#storage/ledger.ts';
import {
  booksOfRun,
  clearLane,
  markCancelled,
  markPaused,
  markResumed,
  putLaneAside,
  takeLaneBack,
} from '#storage/run-control.ts';
import { addToRun, findRun } from '#storage/runs.ts';

const LOCK_WAIT_MS = 20_000;

export interface RunChange {
  readonly runId: bigint;
  readonly to: 'paused' | 'resumed' | 'cancelled';
  readonly by: string;
}

export interface ChangedRun {
  /** The run had not read its source to the end, and nobody is reading any more. */
  readonly needsCollector: boolean;
}

/**
 * Lets a run wait, go on, or end here. Done as the only writer of the run's books: a batch under way is finished first, and
 * whoever collects sees it with the next page. What is posted stays posted; what is not is kept, never dropped.
 */
export async function changeRun(tx: Tx, { runId, to, by }: RunChange): Promise<Outcome<ChangedRun>> {
  // Books before the run's row, in the order of every posting: the other way round two would wait for each other.
  for (const bookId of await booksOfRun(tx, runId)) await lockBook(tx, bookId, LOCK_WAIT_MS);
  const changed = await CHANGES[to](tx, runId, by);
  if (changed === null) {
    const run = await findRun(tx, runId);
    const params = { run: String(runId), state: run?.state ?? '' };
    return refuse({ code: to === 'resumed' ? 'run_not_paused' : 'run_over', params });
  }
  await audit(tx, { actor: by, action: `run.${VERBS[to]}`, subject: `run:${runId}` });
  return accept(changed);
}

type Change = (tx: Tx, runId: bigint, by: string) => Promise<ChangedRun | null>;

const VERBS = { paused: 'pause', resumed: 'resume', cancelled: 'cancel' } as const;
const CHANGES: Readonly<Record<RunChange['to'], Change>> = {
  paused: pause,
  resumed: resume,
  cancelled: cancel,
};

async function pause(tx: Tx, runId: bigint, by: string): Promise<ChangedRun | null> {
  if (!(await markPaused(tx, runId, by))) return null;
  await putLaneAside(tx, runId);
  return { needsCollector: false };
}

async function resume(tx: Tx, runId: bigint, by: string): Promise<ChangedRun | null> {
  const resumed = await markResumed(tx, runId, by);
  if (resumed === null) return null;
  await addToRun(tx, runId, { ignored: await takeLaneBack(tx, runId) });
  return resumed;
}

async function cancel(tx: Tx, runId: bigint, by: string): Promise<ChangedRun | null> {
  if (!(await markCancelled(tx, runId, by))) return null;
  await addToRun(tx, runId, { ignored: await clearLane(tx, runId) });
  return { needsCollector: false };
}
