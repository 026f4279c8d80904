import type { Voucher } from '#core/ledger/voucher.ts';
import type { Refusal } from '#core/trouble/trouble.ts';
import type { Finding } from '#core/validation/finding.ts';

/** One record before one flow: what `post` takes, from the lane or straight from a caller. */
export interface WorkItem {
  readonly recordId: bigint;
  readonly connectionId: number;
  readonly kind: string;
  readonly externalId: string;
  readonly raw: Uint8Array;
  readonly changedAt: Date | null;
  /** The bytes could not be read when they were collected. */
  readonly refusal: Refusal | null;
  readonly flowId: number;
  readonly flowVersionId: number;
  readonly runId: bigint | null;
  /** A newer version of something seen before, or a replay. */
  readonly again: boolean;
  /** Codes of findings that a person has released. */
  readonly released: readonly string[];
  /** When it came in, by `performance.now()` of this process. */
  readonly receivedAtMs: number;
}

export interface PostedDocument {
  readonly documentId: bigint;
  readonly kind: string;
  readonly number: string;
  /** Null while the document waits for its summarised voucher. */
  readonly voucher: Voucher | null;
}

/** What became of an item. */
export type ItemOutcome =
  | {
      readonly kind: 'posted';
      readonly documents: readonly PostedDocument[];
      readonly flags: readonly Finding[];
    }
  | { readonly kind: 'held'; readonly findings: readonly Finding[] }
  | { readonly kind: 'ignored'; readonly reason: string };
