import type { Refusal } from '#core/trouble/trouble.ts';
import { noteVerifier } from '#pipeline/audit/signed-note.ts';
import { endVerification, keepVerificationProgress } from '#storage/audit-verifications.ts';
import type { Database } from '#storage/database.ts';
import type { BookDifference } from './book-difference.ts';
import type { KeptVerification } from './kept-verification.ts';
import { type VerifyProgress, verify } from './verify.ts';

export interface VerificationContext {
  readonly database: Database;
  readonly checkpointer: { readonly folder: string; verifierKeys(): Promise<string[]> };
  readonly now: () => Date;
  readonly signal: AbortSignal;
}

const KEPT_MAX = 500;
const TELL_EVERY_MS = 1_000;

/** Runs a verification that was begun to its end, telling on the way how far it is. Reads page by page: others get their turn. */
export async function runVerification(context: VerificationContext, id: bigint): Promise<void> {
  const { database, checkpointer, signal } = context;
  const differences: BookDifference[] = [];
  const progress = progressTeller(context, id);
  try {
    const keys = await checkpointer.verifierKeys();
    const verification = await verify(database, {
      checkpoints: { folder: checkpointer.folder, verifiers: keys.flatMap((key) => noteVerifier(key) ?? []) },
      found: (difference) => {
        if (differences.length < KEPT_MAX) differences.push(difference);
      },
      progress: (done) => {
        signal.throwIfAborted();
        progress(done);
      },
    });
    const result: KeptVerification = { verification, differences };
    await endVerification(database, id, { state: 'done', result });
  } catch (error) {
    const reason = error instanceof Error ? error.message.slice(0, 300) : String(error);
    const refusal: Refusal = { code: 'processing_failed', params: { reason } };
    await endVerification(database, id, { state: 'failed', result: { refusal } });
    if (!signal.aborted) throw error;
  }
}

/** Keeps the newest progress once a second, by another connection than the one that reads. */
function progressTeller({ database, now }: VerificationContext, id: bigint): (done: VerifyProgress) => void {
  let toldAt = 0;
  return (done) => {
    if (now().getTime() - toldAt < TELL_EVERY_MS) return;
    toldAt = now().getTime();
    // What is lost of it is made good by the next.
    keepVerificationProgress(database, id, done).catch(() => undefined);
  };
}
