import type { Finding } from '#core/validation/finding.ts';
import type { Database } from '#storage/database.ts';
import { openExceptions } from '#storage/exceptions.ts';
import { readLane, takeFromLane } from '#storage/lane.ts';
import { lockBook } from '#storage/ledger.ts';
import { insertRecords } from '#storage/records.ts';
import { addToRun } from '#storage/runs.ts';
import { NO_STAKES } from './stakes.ts';
import { newRecord, type Submission, type SubmissionAnswer } from './submission.ts';

const WAIT_MS = 10_000;

/** Puts the first record of a lane on hold because a bug stops it; its text says what to report. */
export async function holdBroken(database: Database, bookId: number, error: unknown): Promise<number> {
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
        findings: [findingOf(error)],
        ...NO_STAKES,
      },
    ]);
    await takeFromLane(tx, bookId, [row.seq]);
    if (row.run_id !== null) await addToRun(tx, row.run_id, { held: 1 });
    return 1;
  });
}

/** Keeps a single document that a bug stops, on hold like any other; null where it was there already. */
export async function keepBroken(
  database: Database,
  submission: Submission,
  error: unknown,
): Promise<SubmissionAnswer | null> {
  const { bookId, connectionId, flowId, flowVersionId } = submission;
  const findings = [findingOf(error)];
  return database.transaction(async (tx) => {
    const [row] = await insertRecords(tx, { connectionId, runId: null }, [newRecord(submission)]);
    if (!row) return null;
    const { recordId } = row;
    await openExceptions(tx, [
      { bookId, flowId, flowVersionId, recordId, runId: null, findings, ...NO_STAKES },
    ]);
    return { recordId, repeated: false, outcome: { kind: 'held', findings } };
  });
}

function findingOf(error: unknown): Finding {
  const reason = error instanceof Error ? error.message.slice(0, 300) : String(error);
  return { code: 'processing_failed', level: 2, effect: 'block', at: '', params: { reason } };
}
