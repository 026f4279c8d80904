import { Fault, type Retry } from '#core/trouble/trouble.ts';
import type { Ports } from './connector.ts';
import { maskSecrets } from './secrets.ts';

export interface JsonRequest {
  readonly url: string;
  /** Default GET, or POST when there is a body. */
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as it is. */
  readonly body?: string;
  /** Default 30 000. */
  readonly timeoutMs?: number;
  /** Default 32 MiB. */
  readonly answerBytesMax?: number;
  /** True when asking twice changes nothing; then an unanswered request has no unknown outcome. Default: GET and HEAD. */
  readonly isRead?: boolean;
  /** How the text of the answer becomes `body`. Default: JSON, or the text itself. */
  readonly readBody?: (text: string) => unknown;
  /** Never to be seen in a log or an error. */
  readonly secrets?: readonly string[];
  readonly signal?: AbortSignal;
}

export interface JsonAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed JSON; null for an empty body; the text itself where it is not JSON. */
  readonly body: unknown;
  readonly text: string;
}

const TIMEOUT_MS = 30_000;
const ANSWER_BYTES_MAX = 32 * 1024 * 1024;
const WAIT_MS_MAX = 15 * 60_000;
const THROTTLED_WAIT_MS = 5_000;

/** Nothing was sent, so nothing was done. */
const NEVER_SENT: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/**
 * One request and its answer as JSON. What belongs to the wire becomes a Fault with advice (unreachable, no answer in
 * time, 429 with its Retry-After, 5xx, an HTML page, an answer too large); every other status is the caller's to read,
 * because only the caller knows what the system means by it.
 */
export async function requestJson(ports: Ports, request: JsonRequest): Promise<JsonAnswer> {
  const startedAt = ports.now().getTime();
  const secrets = request.secrets ?? [];
  const url = maskSecrets(request.url, secrets);
  try {
    const answer = await exchange(ports, request);
    ports.log('request', { url, status: answer.status, ms: ports.now().getTime() - startedAt });
    return answer;
  } catch (error) {
    const fault = error instanceof Fault ? error : toFault(error, request, url);
    ports.log('request_failed', { url, code: fault.code, ms: ports.now().getTime() - startedAt });
    throw fault;
  }
}

async function exchange(ports: Ports, request: JsonRequest): Promise<JsonAnswer> {
  const timeout = AbortSignal.timeout(request.timeoutMs ?? TIMEOUT_MS);
  const signal = request.signal ? AbortSignal.any([request.signal, timeout]) : timeout;
  const init: RequestInit = { method: methodOf(request), headers: { ...request.headers }, signal };
  if (request.body !== undefined) init.body = request.body;
  const response = await ports.fetch(request.url, init);
  const text = await readText(response, request);
  rejectFailure(response, text, request, ports.now());
  return {
    status: response.status,
    headers: response.headers,
    text,
    body: (request.readBody ?? parseText)(text),
  };
}

function methodOf({ method, body }: JsonRequest): string {
  return method ?? (body === undefined ? 'GET' : 'POST');
}

function isRead(request: JsonRequest): boolean {
  return request.isRead ?? ['GET', 'HEAD'].includes(methodOf(request));
}

async function readText(response: Response, request: JsonRequest): Promise<string> {
  const bytesMax = request.answerBytesMax ?? ANSWER_BYTES_MAX;
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > bytesMax) {
      throw new Fault('answer_too_large', {
        retry: { kind: 'never' },
        outcomeUnknown: !isRead(request),
        params: { bytesMax: String(bytesMax) },
      });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function rejectFailure(response: Response, text: string, request: JsonRequest, now: Date): void {
  const params = { status: String(response.status), answer: excerpt(text, request) };
  if (response.status === 429) {
    throw new Fault('throttled', { retry: waitOf(response, now) ?? throttledWait, params });
  }
  if (response.status >= 500) {
    const retry = waitOf(response, now) ?? { kind: 'retry' as const };
    throw new Fault('target_failed', { retry, outcomeUnknown: !isRead(request), params });
  }
  if (response.ok && /^\s*<(!doctype|html)/i.test(text)) {
    throw new Fault('answer_not_understood', {
      retry: { kind: 'retry' },
      outcomeUnknown: !isRead(request),
      params,
    });
  }
}

const throttledWait: Retry = { kind: 'wait', waitMs: THROTTLED_WAIT_MS };

/** Retry-After as seconds or as a date; a wait nobody would sit through is cut to a quarter of an hour. */
function waitOf(response: Response, now: Date): Retry | null {
  const header = response.headers.get('retry-after');
  if (header === null) return null;
  const waitMs = /^\d+(\.\d+)?$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now.getTime();
  return Number.isNaN(waitMs) ? null : { kind: 'wait', waitMs: Math.min(Math.max(waitMs, 0), WAIT_MS_MAX) };
}

/** Enough of a strange answer to recognise where it came from. */
function excerpt(text: string, request: JsonRequest): string {
  return maskSecrets(text.slice(0, 300), request.secrets ?? []);
}

function parseText(text: string): unknown {
  if (text.trim() === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function toFault(error: unknown, request: JsonRequest, url: string): Fault {
  if (request.signal?.aborted) {
    return new Fault('request_stopped', {
      retry: { kind: 'retry' },
      outcomeUnknown: !isRead(request),
      params: { url },
    });
  }
  const reason = networkCode(error);
  const params = { url, reason: maskSecrets(reason, request.secrets ?? []) };
  if (NEVER_SENT.has(reason)) return new Fault('target_unreachable', { retry: { kind: 'retry' }, params });
  const code = reason === 'TimeoutError' ? 'answer_late' : 'connection_lost';
  return new Fault(code, { retry: { kind: 'retry' }, outcomeUnknown: !isRead(request), params });
}

/** `ECONNRESET`, `TimeoutError`, …: fetch hides the code of the network in the cause of its error. */
function networkCode(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  if (cause instanceof Error) return networkCode(cause);
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
