import type { Fault, Refusal } from '#core/trouble/trouble.ts';

/** The HTTP status of a code. What is not listed is understood and cannot be done: 422. */
const STATUS: Readonly<Record<string, number>> = {
  request_invalid: 400,
  json_invalid: 400,
  body_too_complex: 400,
  body_truncated: 400,
  idempotency_key_invalid: 400,
  cursor_invalid: 400,
  time_invalid: 400,
  range_invalid: 400,
  address_invalid: 404,
  host_invalid: 400,
  request_unreadable: 400,
  unauthorized: 401,
  sign_in_refused: 401,
  second_factor_required: 401,
  forbidden: 403,
  prove_again: 403,
  cross_site: 403,
  person_required: 403,
  person_outranks: 403,
  set_up_elsewhere: 403,
  fields_not_granted: 403,
  duty_of_other: 403,
  client_outranks: 403,
  search_covered: 403,
  address_not_allowed: 403,
  sign_on_no_role: 403,
  sign_on_person_disabled: 403,
  not_found: 404,
  sign_on_unknown: 404,
  route_unknown: 404,
  webhook_unsupported: 404,
  already_exists: 409,
  audit_verification_running: 409,
  idempotency_running: 409,
  year_not_next: 409,
  period_already_closed: 409,
  period_already_open: 409,
  period_earlier_open: 409,
  period_later_closed: 409,
  flow_not_published: 409,
  flow_disabled: 409,
  flow_version_untried: 409,
  exception_closed: 409,
  voucher_already_reversed: 409,
  delivery_not_stopped: 409,
  period_not_ready: 409,
  rehearsal_book_needed: 409,
  rehearsal_busy: 409,
  connection_paused: 409,
  connection_already_paused: 409,
  connection_not_paused: 409,
  run_over: 409,
  webhook_not_active: 409,
  webhook_being_sent: 409,
  run_not_paused: 409,
  run_of_several_flows: 409,
  run_cancelled: 409,
  set_up_done: 409,
  person_self: 409,
  person_disabled: 409,
  identity_taken: 409,
  second_factor_last: 409,
  role_shipped: 409,
  role_held: 409,
  grant_kept_in_step: 409,
  last_administrator: 409,
  duties_conflict: 409,
  request_too_slow: 408,
  changed_meanwhile: 412,
  body_too_large: 413,
  line_too_long: 413,
  media_type_unsupported: 415,
  too_many_tries: 429,
  headers_too_big: 431,
  internal_error: 500,
  rate_exceeded: 429,
  too_many_listeners: 429,
  too_busy: 503,
  sign_in_busy: 503,
  database_unreachable: 503,
  database_too_slow: 503,
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
