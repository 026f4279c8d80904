import type { TemplateLine } from '#core/flows/flow.ts';
import type { Text } from '#core/trouble/message.ts';
import type { Refusal } from '#core/trouble/trouble.ts';
import type { Finding } from '#core/validation/finding.ts';
import type { IgnoredReason } from '#storage/records.ts';

/**
 * The whole way of one record: from its bytes to the target's voucher number and back, with the rule behind every value.
 * Everything is JSON: ids are text, amounts decimal text, instants ISO text.
 */
export interface Trace {
  readonly record: TracedRecord;
  /** Who brought it in and when; null for a single document handed over by a caller. */
  readonly run: TracedRun | null;
  /** Every version of the same thing, oldest first, this one included. */
  readonly versions: readonly TracedVersion[];
  readonly documents: readonly TracedDocument[];
  readonly exceptions: readonly TracedException[];
  /** What people said instead of what the record says, oldest first, revoked ones included. */
  readonly corrections: readonly TracedCorrection[];
  readonly ignored: readonly { readonly flow: string; readonly reason: IgnoredReason; readonly at: string }[];
  readonly waiting: readonly { readonly flow: string; readonly version: number }[];
  /** What the source was told while the record was on hold. */
  readonly heldNews: readonly TracedDelivery[];
}

export interface TracedRecord {
  readonly id: string;
  readonly connection: { readonly code: string; readonly title: string; readonly connector: string };
  readonly kind: string;
  readonly externalId: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly changedAt: string | null;
  readonly receivedAt: string;
  /** Who handed it in by itself; null where the run tells, or a system signed for it. */
  readonly receivedBy: string | null;
  readonly bytes: number;
  /** The bytes as text; what is not UTF-8 as base64. */
  readonly raw: { readonly encoding: 'utf-8' | 'base64'; readonly text: string };
  readonly refusal: Refusal | null;
}

export interface TracedRun {
  readonly id: string;
  readonly kind: string;
  readonly startedBy: string;
  readonly startedAt: string;
  readonly flow: string | null;
}

export interface TracedVersion {
  readonly recordId: string;
  readonly receivedAt: string;
  readonly changedAt: string | null;
  readonly sha256: string;
  readonly state: 'waiting' | 'held' | 'posted' | 'staged' | 'reversed' | 'ignored' | 'unclaimed';
  readonly documents: readonly {
    /** Code of the book. */
    readonly book: string;
    readonly kind: string;
    readonly number: string;
    readonly state: string;
    readonly voucher: string | null;
    readonly reversal: string | null;
  }[];
}

/** Where one value came from. Several stand behind a value that was first computed and then translated. */
export interface Origin {
  readonly by: 'path' | 'enum' | 'value' | 'book' | 'crosswalk' | 'table' | 'default' | 'formula' | 'person';
  /** What the flow reads: a path or a formula over the record, or the constant. */
  readonly from: string | null;
  /** The crosswalk or table. */
  readonly name: string | null;
  /** Row of the crosswalk (their code), 1-based rule of the table. */
  readonly rule: string | null;
  /** The rule in words: `store = SH01|SH02 → dept = D10`. */
  readonly ruleText: string | null;
  /** 0–1; 1 for what a person confirmed. */
  readonly confidence: number;
}

export interface TracedField {
  readonly field: string;
  readonly title: Text | null;
  readonly value: string;
  readonly origins: readonly Origin[];
}

export interface TracedFlow {
  readonly code: string;
  readonly title: Text;
  readonly version: number;
  readonly publishedAt: string | null;
  readonly createdBy: string;
}

export interface TracedDocument {
  readonly id: string;
  readonly book: string;
  readonly kind: string;
  readonly number: string;
  readonly date: string;
  readonly currency: string;
  readonly state: 'staged' | 'posted' | 'reversed';
  readonly flow: TracedFlow;
  readonly fields: readonly TracedField[];
  readonly lines: readonly (readonly TracedField[])[];
  readonly flags: readonly Finding[];
  readonly voucher: TracedVoucher | null;
  /** The red-letter voucher that took it back. */
  readonly reversal: TracedVoucher | null;
}

export interface TracedVoucher {
  readonly id: string;
  /** 记-118 */
  readonly label: string;
  readonly period: number;
  readonly date: string;
  readonly kind: string;
  readonly preparedBy: string;
  readonly postedBy: string;
  readonly postedAt: string;
  readonly sha256: string;
  readonly posting: { readonly id: string; readonly sha256: string };
  /** More than one for a summarised voucher. */
  readonly documents: number;
  readonly lines: readonly TracedLine[];
  readonly deliveries: readonly TracedDelivery[];
}

export interface TracedLine {
  readonly no: number;
  readonly account: string;
  readonly accountName: Text | null;
  readonly summary: string;
  /** Base currency; one of both is empty. */
  readonly debit: string | null;
  readonly credit: string | null;
  readonly currency: string;
  readonly amount: string;
  readonly rate: string;
  readonly dimensions: readonly TracedDimension[];
  /** The line of the flow's template that made it, counted from one; null for a reversal. */
  readonly template: { readonly no: number; readonly line: TemplateLine } | null;
}

export interface TracedDimension {
  readonly dimension: string;
  readonly code: string;
  readonly name: string | null;
  /** The field it was taken from; null for a constant of the template. */
  readonly field: string | null;
  readonly origins: readonly Origin[];
}

export interface TracedException {
  readonly id: string;
  readonly flow: string;
  readonly state: string;
  readonly effect: string;
  readonly findings: readonly Finding[];
  readonly openedAt: string;
  readonly closedAt: string | null;
  readonly closedBy: string | null;
  readonly note: string | null;
}

export interface TracedCorrection {
  readonly id: string;
  readonly flow: string;
  readonly kind: string;
  /** `customer`, `lines[2].sku` */
  readonly place: string;
  /** Null: emptied. */
  readonly value: string | null;
  readonly before: string | null;
  readonly reason: string;
  readonly madeAt: string;
  readonly madeBy: string;
  readonly revokedAt: string | null;
  readonly revokedBy: string | null;
}

export interface TracedDelivery {
  readonly id: string;
  readonly connection: string;
  readonly kind: string;
  readonly businessKey: string;
  readonly state: string;
  readonly targetState: string;
  readonly targetId: string | null;
  readonly targetNumber: string | null;
  readonly error: unknown;
  readonly createdAt: string;
  readonly doneAt: string | null;
  /** What a write-back said. */
  readonly text: string | null;
  readonly attempts: readonly {
    readonly startedAt: string;
    readonly endedAt: string;
    readonly outcome: string;
    readonly detail: unknown;
  }[];
}
