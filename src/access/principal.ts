import { PERMISSION_NAMES, type Permission } from './permissions.ts';
import type { Allowance } from './token-bucket.ts';

/** How a value of a field is shown: `masked` as dots, `totals` only added up, `hidden` not at all. */
export type Showing = 'masked' | 'totals' | 'hidden';

/** What a grant does not show as it is. `*` stands for every kind, or every field. */
export interface FieldRule {
  /** A kind of document, e.g. `payroll`. */
  readonly kind: string;
  /** A field of the standard vocabulary, e.g. `amount`. */
  readonly field: string;
  readonly show: Showing;
}

/** One role as one principal holds it: what may be done, and where. */
export interface Grant {
  readonly role: string;
  readonly permissions: ReadonlySet<Permission>;
  /** Codes of books; null: every book, and what belongs to none. */
  readonly books: ReadonlySet<string> | null;
  /** Codes of departments; null: every department. */
  readonly departments: ReadonlySet<string> | null;
  /** Kinds of documents; null: every kind. */
  readonly kinds: ReadonlySet<string> | null;
  readonly fields: readonly FieldRule[];
}

/** Whoever asks: a person, a program, or the hub itself. */
export interface Principal {
  readonly kind: 'person' | 'client' | 'system';
  /** Number of the person, id of the client. */
  readonly id: string;
  /** As vouchers and the audit log say it: `person:li.na`, `client:web-shop`. */
  readonly actor: string;
  readonly grants: readonly Grant[];
  /** Set for a client: what is left of its requests. */
  readonly allowance?: Allowance;
  /** Set for a person at a browser. */
  readonly session?: SessionFacts;
}

export interface SessionFacts {
  readonly sessionId: bigint;
  readonly personId: number;
  /** When the person last proved to be there: password, code or passkey. */
  readonly provedAt: Date;
  /** False until the second factor was shown (or set up, where the roles ask for one). */
  readonly isComplete: boolean;
  /** What keeps it from being complete. */
  readonly lacks: 'nothing' | 'second-factor' | 'set-up-second-factor';
}

/** Everything, everywhere. */
export const EVERYTHING: Grant = {
  role: 'everything',
  permissions: new Set(PERMISSION_NAMES),
  books: null,
  departments: null,
  kinds: null,
  fields: [],
};
