import type { Fault, Refusal } from '#core/trouble/trouble.ts';

/** The HTTP status of a code. What is not listed is understood and cannot be done: 422. */
const STATUS: Readonly<Record<string, number>> = {
  request_invalid: 400,
  json_invalid: 400,
  body_too_complex: 400,
  body_truncated: 400,
  idempotency_key_invalid: 400,
  cursor_invalid: 400,
  unauthorized: 401,
  not_found: 404,
  route_unknown: 404,
  webhook_unsupported: 404,
  already_exists: 409,
  idempotency_running: 409,
  period_already_closed: 409,
  period_already_open: 409,
  period_earlier_open: 409,
  period_later_closed: 409,
  flow_not_published: 409,
  flow_disabled: 409,
  exception_closed: 409,
  voucher_already_reversed: 409,
  delivery_not_stopped: 409,
  changed_meanwhile: 412,
  body_too_large: 413,
  line_too_long: 413,
  media_type_unsupported: 415,
  internal_error: 500,
  too_busy: 503,
  database_unreachable: 503,
};

const UNPROCESSABLE = 422;
const BAD_GATEWAY = 502;
const UNAVAILABLE = 503;
const UNAUTHORIZED = 401;

export function statusOf(code: string): number {
  return STATUS[code] ?? UNPROCESSABLE;
}

/** A fault is somebody else's: a system we asked, or the database. */
export function statusOfFault({ code, retry }: Fault): number {
  const known = STATUS[code];
  if (known !== undefined) return known;
  return retry.kind === 'never' ? BAD_GATEWAY : UNAVAILABLE;
}

/** A sender who signed badly is a stranger; one who signed well and sent nonsense made a mistake. */
export function statusOfWebhook({ at }: Refusal): number {
  return at === 'body' ? UNPROCESSABLE : UNAUTHORIZED;
}
