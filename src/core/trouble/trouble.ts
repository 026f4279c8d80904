/**
 * The three kinds of trouble (design: refusal, fault, bug). They are never mixed:
 * a refusal is returned, a fault is thrown and says whether to try again, a bug stops the unit of work.
 */

/** Evidence of a refusal or finding: what the message template needs, already as text. */
export type Params = Readonly<Record<string, string>>;

/** Something a person can put right. `code` is an entry of the catalogue (`core/trouble/catalogue.ts`). */
export interface Refusal {
  readonly code: string;
  /** Where: a field path, a line (`lines[2].account`), a row and column (`row 17, "金额"`). */
  readonly at?: string;
  readonly params?: Params;
}

export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal };

export function accept<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

export function refuse(refusal: Refusal): { readonly ok: false; readonly refusal: Refusal } {
  return { ok: false, refusal };
}

export type Retry =
  /** Try again with backoff. */
  | { readonly kind: 'retry' }
  /** The other side said when it wants to hear from us again. */
  | { readonly kind: 'wait'; readonly waitMs: number }
  /** Sign on again, then try at once. */
  | { readonly kind: 'reconnect' }
  /** It cannot get better by itself. */
  | { readonly kind: 'never' };

/** Something outside failed. `outcomeUnknown` is true when the other side may have done what we asked. */
export class Fault extends Error {
  readonly code: string;
  readonly retry: Retry;
  readonly outcomeUnknown: boolean;
  readonly params: Params;

  constructor(
    code: string,
    options: { retry: Retry; outcomeUnknown?: boolean; params?: Params; cause?: unknown },
  ) {
    super(code, { cause: options.cause });
    this.name = 'Fault';
    this.code = code;
    this.retry = options.retry;
    this.outcomeUnknown = options.outcomeUnknown ?? false;
    this.params = options.params ?? {};
  }
}

/** A refusal on its way up through code that can only throw; the edge turns it back into an answer. */
export class RefusalError extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.code);
    this.name = 'RefusalError';
    this.refusal = refusal;
  }
}

/** Stops the unit of work: what is asserted is our own promise, not somebody's input. */
export function assert(condition: unknown, promise: string): asserts condition {
  if (!condition) throw new Error(`bug: ${promise}`);
}
