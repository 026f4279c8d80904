import { randomUUID } from 'node:crypto';
import type { ApiContext } from '#api/api-context.ts';
import { Fault, RefusalError } from '#core/trouble/trouble.ts';
import type { Answer, Trouble } from './answer.ts';
import { type Asking, problem } from './problem.ts';
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
  const headers = refusal.code === 'unauthorized' ? { 'www-authenticate': 'Bearer' } : {};
  return problem({ ...refusal, headers }, asking);
}

function faultAnswer(fault: Fault, asking: Asking, log: ApiContext['log']): Answer {
  const { code, params, retry } = fault;
  if (fault.cause !== undefined) log.warn({ err: fault, path: asking.instance }, 'fault');
  const waitMs = retry.kind === 'wait' ? retry.waitMs : 1_000;
  const headers: Record<string, string> =
    retry.kind === 'never' ? {} : { 'retry-after': String(Math.ceil(waitMs / 1_000)) };
  return problem({ code, params, headers, status: statusOfFault(fault) }, asking);
}

/** Fastify's own refusals in our codes. */
const FRAMEWORK: Readonly<Record<string, string>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'body_too_large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'media_type_unsupported',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'body_truncated',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'json_invalid',
  FST_ERR_CTP_INVALID_JSON_BODY: 'json_invalid',
  FST_ERR_BAD_URL: 'route_unknown',
  ECONNRESET: 'body_truncated',
};

function framework(error: unknown): Trouble | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null;
  const code = FRAMEWORK[error.code];
  return code === undefined ? null : { code, at: 'body', params: { why: error.message } };
}
