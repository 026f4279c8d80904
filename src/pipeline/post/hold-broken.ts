import type { Database } from '#storage/database.ts';
import { openExceptions } from '#storage/exceptions.ts';
import { readLane, settleLane } from '#storage/lane.ts';
import { lockBook } from '#storage/ledger.ts';
import { addToRun } from '#storage/runs.ts';

const WAIT_MS = 10_000;

/** Puts the first record of a lane on hold because a bug stops it; its text says what to report. */
export async function holdBroken(database: Database, bookId: number, error: unknown): Promise<number> {
  const reason = error instanceof Error ? error.message.slice(0, 300) : String(error);
  return database.transaction(async (tx) => {
    await lockBook(tx, bookId, WAIT_MS);
    const [row] = await readLane(tx, bookId, { after: 0n, limit: 1 });
    if (!row) return 0;
    await openExceptions(tx, [
      {
        bookId,
        flowId: row.flow_id,
        flowVersionId: row.flow_version_id,
        recordId: row.record_id,
        runId: row.run_id,
        findings: [{ code: 'processing_failed', level: 2, effect: 'block', at: '', params: { reason } }],
        documentKey: null,
      },
    ]);
    await settleLane(tx, bookId, [row.seq]);
    if (row.run_id !== null) await addToRun(tx, row.run_id, { held: 1 });
    return 1;
  });
}
