import { Fault } from '#core/trouble/trouble.ts';
import type { Database } from '#storage/database.ts';
import { disableEndpoint, type EndpointRow, findEndpoint } from '#storage/webhook-endpoints.ts';
import {
  claimMessages,
  endpointsWithMessages,
  type MessageRow,
  settleMessage,
} from '#storage/webhook-messages.ts';
import { type Answered, decideOutcome } from './decide-outcome.ts';
import { webhookHeaders } from './sign.ts';

export interface NotifyContext {
  readonly database: Database;
  /** Guarded: it goes where connectors may go, and follows no redirection. */
  readonly fetch: typeof fetch;
  readonly now: () => Date;
  readonly random: () => number;
  /** The words of a message, as its owner may read them now; null where it is not theirs to read any more. */
  readonly compose: (message: MessageRow, endpoint: EndpointRow) => Promise<object | null>;
  /** The secrets of an endpoint that hold now, the newest first. */
  readonly secretsOf: (endpoint: EndpointRow) => readonly string[];
  /** Hears of bugs. */
  readonly report: (error: unknown, details: Record<string, unknown>) => void;
}

const AT_ONCE = 5;
const ANSWER_MS_MAX = 20_000;
const TAKE_OVER_MS = 3 * ANSWER_MS_MAX;

/** Endpoints that have something to be sent. */
export function dueEndpoints({ database }: Pick<NotifyContext, 'database'>): Promise<bigint[]> {
  return endpointsWithMessages(database, TAKE_OVER_MS);
}

/**
 * Sends some of what is due to one endpoint, side by side; returns how many. Claimed before it is sent, so that a
 * process that dies leaves it to another: a receiver may hear twice, and knows it by the id.
 */
export async function sendWebhooks(context: NotifyContext, endpointId: bigint): Promise<number> {
  const { database } = context;
  const endpoint = await findEndpoint(database, endpointId);
  if (endpoint?.state !== 'active') return 0;
  const messages = await claimMessages(database, { endpointId, limit: AT_ONCE, takeOverMs: TAKE_OVER_MS });
  await Promise.all(messages.map((message) => sendOne(context, endpoint, message)));
  return messages.length;
}

async function sendOne(context: NotifyContext, endpoint: EndpointRow, message: MessageRow): Promise<void> {
  const startedAt = context.now();
  const settle = (rest: Omit<Parameters<typeof settleMessage>[1], 'message' | 'startedAt'>) =>
    context.database.transaction((tx) => settleMessage(tx, { message, startedAt, ...rest }));
  const answered = await attempt(context, endpoint, message);
  if (answered === null) {
    await settle({ state: 'dropped', status: null, waitMs: 0, error: { code: 'webhook_not_granted' } });
    return;
  }
  const attempts = message.attempts - message.attempts_before;
  const { isGone, ...outcome } = decideOutcome(answered, attempts, context.random());
  await settle({ ...outcome, status: answered.status });
  if (isGone) await disableEndpoint(context.database, endpoint.endpoint_id, 'webhook_gone');
}

/** What came of it; null where there is nothing its owner may be told. */
async function attempt(
  context: NotifyContext,
  endpoint: EndpointRow,
  message: MessageRow,
): Promise<Answered | null> {
  let event: object | null;
  try {
    event = await context.compose(message, endpoint);
  } catch (error) {
    context.report(error, { webhook: String(message.message_id) });
    return { status: null, code: 'processing_failed' };
  }
  return event && post(context, endpoint, { id: message.event_id, body: JSON.stringify(event) });
}

async function post(
  { fetch, now, secretsOf }: NotifyContext,
  endpoint: EndpointRow,
  { id, body }: { id: string; body: string },
): Promise<Answered> {
  try {
    const answer = await fetch(endpoint.url, {
      method: 'POST',
      redirect: 'manual',
      signal: AbortSignal.timeout(ANSWER_MS_MAX),
      headers: {
        'content-type': 'application/cloudevents+json; charset=utf-8',
        'user-agent': 'tongzhang-webhooks/1',
        ...webhookHeaders({ id, at: now(), body }, secretsOf(endpoint)),
      },
      body,
    });
    await answer.body?.cancel();
    return { status: answer.status, code: null };
  } catch (error) {
    return { status: null, code: codeOf(error) };
  }
}

function codeOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Fault ? error.cause : error;
  if (cause instanceof Fault) return cause.code;
  const isLate = error instanceof Error && error.name === 'TimeoutError';
  return isLate ? 'webhook_timeout' : 'webhook_unreachable';
}
