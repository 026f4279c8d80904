import { randomUUID } from 'node:crypto';
import type { ApiContext } from '#api/api-context.ts';
import { Fault, type Refusal, RefusalError } from '#core/trouble/trouble.ts';
import type { Answer, Trouble } from './answer.ts';
import { type Asking, problem } from './problem.ts';
import { rateHeaders } from './rate-headers.ts';
import { statusOfFault } from './status-of.ts';

/**
 * What the outside hears about anything thrown: refusals and faults by their code, everything else only as an id
 * under which the log has the cause.
 */
export function troubleAnswer(error: unknown, asking: Asking, log: ApiContext['log']): Answer {
  if (error instanceof RefusalError) return refusalAnswer(error, asking);
  if (error instanceof Fault) return faultAnswer(error, asking, log);
  const known = framework(error);
  if (known) return problem(known, asking);
  const id = randomUUID();
  log.error({ err: error, correlationId: id, path: asking.instance }, 'request failed');
  return problem({ code: 'internal_error', params: { id }, more: { correlationId: id } }, asking);
}

function refusalAnswer({ refusal }: RefusalError, asking: Asking): Answer {
  const headers = refusal.code === 'unauthorized' ? { 'www-authenticate': challenge(refusal) } : {};
  return problem({ ...refusal, headers }, asking);
}

/** RFC 6750 §3: who showed no token is told how to ask, who showed a bad one that it is bad. */
function challenge({ params }: Refusal): string {
  const error = params?.error === undefined ? '' : `, error="${params.error}"`;
  return `Bearer realm="tongzhang"${error}`;
}

function faultAnswer(fault: Fault, asking: Asking, log: ApiContext['log']): Answer {
  const { code, params, retry } = fault;
  if (fault.cause !== undefined) log.warn({ err: fault, path: asking.instance }, 'fault');
  const waitMs = retry.kind === 'wait' ? retry.waitMs : 1_000;
  const headers: Record<string, string> =
    retry.kind === 'never' ? {} : { 'retry-after': String(Math.ceil(waitMs / 1_000)) };
  if (code === 'rate_exceeded') {
    Object.assign(headers, rateHeaders({ limit: Number(params.limit), remaining: 0, waitMs }));
  }
  return problem({ code, params, headers, status: statusOfFault(fault) }, asking);
}

/** Fastify's own refusals in our codes. */
const FRAMEWORK: Readonly<Record<string, string>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'body_too_large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'media_type_unsupported',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'body_truncated',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'json_invalid',
  FST_ERR_CTP_INVALID_JSON_BODY: 'json_invalid',
  FST_ERR_BAD_URL: 'address_invalid',
  FST_ERR_MAX_PARAM_LENGTH: 'address_invalid',
  ECONNRESET: 'body_truncated',
};

function framework(error: unknown): Trouble | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null;
  const code = FRAMEWORK[error.code];
  return code === undefined ? null : { code, at: 'body', params: { why: error.message } };
}
