import { isRecord, listAt, textAt, valueAt } from '#connectors/kit/json.ts';
import { Fault, RefusalError } from '#core/trouble/trouble.ts';

/** One thing a write did not take, by its place in the request. */
export interface WriteTrouble {
  readonly index: number;
  readonly field: string;
  readonly message: string;
}

/** What a write did: what succeeded and what did not, by place in the request. */
export interface WriteAnswer {
  readonly successes: readonly { readonly index: number; readonly id: string; readonly number: string }[];
  readonly troubles: readonly WriteTrouble[];
}

const MSG_CONTEXT_LOST = 1;
const MSG_EDIT_LOCK = 13;
const MSG_CALL_LIMIT = 14;
/** Permission, licence, administrator: nobody but a person can change these. */
const MSG_FORBIDDEN = new Set([2, 7, 15]);
/** Exception, database failure. */
const MSG_BROKEN = new Set([4, 6]);
/** Operation, form or parameters are wrong: our own mistake, or a server that is too old. */
const MSG_MISUSED = new Set([3, 5, 8]);

const CALL_LIMIT_WAIT_MS = 10_000;

/** Told apart from other faults so that the client can sign on again and repeat the call. */
export const SESSION_LOST = 'session_lost';

/**
 * Throws when the answer is trouble of the call as a whole, whatever the service: text instead of JSON, a lost session,
 * an edit lock, the limit of calls. Trouble of single vouchers stays in the answer.
 */
export function rejectCallTrouble(body: unknown, { isRead }: { isRead: boolean }): void {
  if (typeof body === 'string') throw textFault(body, isRead);
  const status = statusOf(body);
  if (status === null) return;
  const code = Number(valueAt(status, 'MsgCode') ?? 0);
  const message = messageOf(status);
  const params = { answer: message, msgCode: String(code) };
  if (code === MSG_CONTEXT_LOST) throw new Fault(SESSION_LOST, { retry: { kind: 'reconnect' }, params });
  if (code === MSG_CALL_LIMIT) {
    throw new Fault('kingdee_call_limit', { retry: { kind: 'wait', waitMs: CALL_LIMIT_WAIT_MS }, params });
  }
  if (code === MSG_EDIT_LOCK && listAt(status, 'SuccessEntitys').length === 0) {
    throw new Fault('kingdee_edit_lock', { retry: { kind: 'retry' }, params });
  }
  if (MSG_FORBIDDEN.has(code)) throw new RefusalError({ code: 'permission_refused', params });
  if (MSG_BROKEN.has(code)) {
    throw new Fault('kingdee_exception', { retry: { kind: 'retry' }, outcomeUnknown: !isRead, params });
  }
  if (MSG_MISUSED.has(code)) throw new RefusalError({ code: 'kingdee_call_refused', params });
}

/** Rows of a query. Its errors stand where a row would be; whatever else is wrong with the query is ours to put right. */
export function readRows(body: unknown): readonly (readonly unknown[])[] {
  const status = statusOf(body);
  if (status !== null) {
    throw new RefusalError({ code: 'kingdee_query_refused', params: { answer: messageOf(status) } });
  }
  if (!Array.isArray(body) || !body.every((row) => Array.isArray(row))) {
    throw notUnderstood(JSON.stringify(body).slice(0, 300), true);
  }
  return body;
}

export function readWrite(body: unknown): WriteAnswer {
  const status = valueAt(body, 'Result', 'ResponseStatus');
  if (!isRecord(status)) throw notUnderstood(JSON.stringify(body).slice(0, 300), false);
  return {
    successes: listAt(status, 'SuccessEntitys').map((entity) => ({
      index: Number(valueAt(entity, 'DIndex') ?? 0),
      id: textAt(entity, 'Id'),
      number: textAt(entity, 'Number'),
    })),
    troubles: listAt(status, 'Errors').map((error) => ({
      index: Number(valueAt(error, 'DIndex') ?? 0),
      field: textAt(error, 'FieldName'),
      message: textAt(error, 'Message'),
    })),
  };
}

/** The status of a failed answer; null when it succeeded or, as rows do, has none. */
function statusOf(body: unknown): unknown {
  const first = valueAt(body, 0, 0);
  const status = valueAt(isRecord(first) ? first : body, 'Result', 'ResponseStatus');
  return isRecord(status) && status.IsSuccess !== true ? status : null;
}

function messageOf(status: unknown): string {
  const messages = listAt(status, 'Errors').map((error) => textAt(error, 'Message'));
  return messages.filter((message) => message !== '').join('; ') || 'no message';
}

const TEXT_ERROR = 'response_error:';

function textFault(body: string, isRead: boolean): Fault {
  if (!body.startsWith(TEXT_ERROR)) return notUnderstood(body.slice(0, 300), isRead);
  const answer = body.slice(TEXT_ERROR.length).trim().slice(0, 500);
  return new Fault('kingdee_exception', {
    retry: { kind: 'retry' },
    outcomeUnknown: !isRead,
    params: { answer, msgCode: 'response_error' },
  });
}

function notUnderstood(answer: string, isRead: boolean): Fault {
  const params = { status: '200', answer };
  return new Fault('answer_not_understood', { retry: { kind: 'retry' }, outcomeUnknown: !isRead, params });
}
