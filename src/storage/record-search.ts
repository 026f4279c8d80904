import type { PageMark } from './conditions.ts';

export type RecordState = 'waiting' | 'posted' | 'held' | 'ignored' | 'refused';
export type RecordSort = 'received' | 'externalId' | 'date' | 'amount';

/** A book in which documents are looked for, with what belongs to it alone. */
export interface SearchedBook {
  readonly bookId: number;
  /** Limits of the amount in minor units of its base currency. */
  readonly amountFromMinor: bigint | null;
  readonly amountToMinor: bigint | null;
}

/** What a record has to be. What is absent does not matter. */
export interface RecordSearch {
  /** Only what comes from these. */
  readonly sources?: readonly { readonly connectionId: number; readonly kind: string }[];
  readonly connectionId?: number;
  readonly kind?: string;
  readonly runId?: bigint;
  readonly externalId?: string;
  /** What its external id begins with. */
  readonly externalPrefix?: string;
  readonly receivedFrom?: Date;
  readonly receivedTo?: Date;
  readonly state?: RecordState;
  /** What became of it in a time, as the figures count it. */
  readonly became?: Became;
  /** What its document has to be. */
  readonly document?: DocumentSearch;
}

export interface Became {
  readonly what: 'posted' | 'ignored';
  readonly from: Date | null;
  readonly to: Date | null;
  /** In these flows only. */
  readonly flowIds?: readonly number[];
}

export interface DocumentSearch {
  readonly number?: string;
  /** Codes of customers, suppliers or whoever is on the other side. */
  readonly partners?: readonly string[];
  readonly voucher?: { readonly word: string; readonly number: number; readonly period?: number };
  readonly dateFrom?: string;
  readonly dateTo?: string;
  /** The limits of the amount are those of each book. */
  readonly isAmount?: boolean;
}

export interface RecordQuestion {
  /** A record has to be as one of these says. */
  readonly anyOf: readonly RecordSearch[];
  readonly books: readonly SearchedBook[];
  /** Kinds of documents there are: numbers are known by kind and number. */
  readonly kinds: readonly string[];
  readonly sort: RecordSort;
  readonly direction: 'asc' | 'desc';
  readonly after?: PageMark;
  readonly limit: number;
}

/** Records found, in order, and where the next page begins; null on the last. */
export interface FoundPage {
  readonly recordIds: readonly bigint[];
  readonly next: PageMark | null;
}
