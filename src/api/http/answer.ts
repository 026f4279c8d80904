import type { Params } from '#core/trouble/trouble.ts';
import type { Finding } from '#core/validation/finding.ts';

/** What a route answers. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  /** A list where the header is sent several times: `set-cookie`. */
  readonly headers?: Readonly<Record<string, string | string[]>>;
  /** What a repeat with the same Idempotency-Key gets in place of `body`, where that shows a secret: answers are stored. */
  readonly repeatBody?: unknown;
  /** Called once what the answer tells of is committed. */
  readonly committed?: () => void;
}

/** Something is wrong; the text is put together where the answer leaves, in the language of whoever asked. */
export interface Trouble {
  readonly code: string;
  readonly at?: string;
  readonly params?: Params;
  /** Where the code alone does not decide it. */
  readonly status?: number;
  /** Everything that was found, where one code does not say it all. */
  readonly findings?: readonly (Pick<Finding, 'code'> & Partial<Finding>)[];
  /** More members of the problem: ids of what was kept. */
  readonly more?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Refused {
  readonly trouble: Trouble;
}

export type Outgoing = Answer | Refused;

export function ok(body: unknown, headers: NonNullable<Answer['headers']> = {}): Answer {
  return { status: 200, body, headers };
}

export function created(body: unknown, headers: NonNullable<Answer['headers']> = {}): Answer {
  return { status: 201, body, headers };
}

/** Work has begun and goes on after the answer. */
export function accepted(body: unknown): Answer {
  return { status: 202, body };
}

export function trouble(what: Trouble): Refused {
  return { trouble: what };
}

/** There is no such thing under this address. */
export function notFound(kind: string, id: string): Refused {
  return { trouble: { code: 'not_found', params: { kind, id } } };
}

/** Several refusals at once: everything that is wrong with a flow or a list. */
export function refusedAll(
  code: string,
  refusals: readonly { readonly code: string; readonly at?: string; readonly params?: Params }[],
): Refused {
  return { trouble: { code, params: { count: String(refusals.length) }, findings: refusals } };
}
