import type { NewRecord } from '#storage/records.ts';
import { sha256 } from './merkle.ts';
import type { ItemOutcome } from './work-item.ts';

/** One record handed over by a caller who waits for its voucher. */
export interface Submission {
  readonly bookId: number;
  readonly connectionId: number;
  readonly kind: string;
  readonly externalId: string;
  readonly mediaType: string;
  readonly raw: Uint8Array;
  readonly flowId: number;
  readonly flowVersionId: number;
  /** Who handed it in. */
  readonly by?: string;
  /** When the caller handed it over, by `performance.now()`; as a rule, when it is saved. */
  readonly receivedAtMs?: number;
}

export interface SubmissionAnswer {
  readonly recordId: bigint;
  /** The same content had come before; the answer is what became of it then. */
  readonly repeated: boolean;
  readonly outcome: ItemOutcome;
}

/** The record of a submission, as storage keeps it. */
export function newRecord(submission: Submission): NewRecord {
  const { kind, externalId, mediaType, raw, by = null } = submission;
  return {
    kind,
    externalId,
    mediaType,
    raw,
    contentHash: sha256(raw),
    changedAt: null,
    refusal: null,
    receivedBy: by,
  };
}
