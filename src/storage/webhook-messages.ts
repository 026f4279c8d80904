import { afterMark, Conditions, orderBy, Parameters, type SortedPage } from './conditions.ts';
import type { Tx } from './database.ts';
import { evidenceJson } from './json-text.ts';
import { listLiteral } from './rows.ts';

export const WEBHOOK_EVENTS = [
  'voucher.posted',
  'voucher.reversed',
  'record.held',
  'delivery.done',
  'delivery.refused',
  'run.finished',
  'period.closed',
  'period.reopened',
] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number] | 'ping';

export interface MessageRow {
  readonly message_id: bigint;
  readonly endpoint_id: bigint;
  readonly event_id: string;
  readonly type: WebhookEvent;
  readonly book_id: number | null;
  /** Number of the voucher, exception, delivery, run or period. */
  readonly subject: bigint;
  readonly happened_at: Date;
  readonly state: 'waiting' | 'sending' | 'sent' | 'failed' | 'dropped';
  readonly attempts: number;
  /** Of those, how many before a person had it sent again. */
  readonly attempts_before: number;
  readonly next_attempt_at: Date;
  readonly claimed_at: Date | null;
  readonly ended_at: Date | null;
  readonly error: { readonly code: string } | null;
}

const WANTED = `e.state <> 'disabled'
  and (e.books is null or exists (select from books b where b.book_id = $1 and b.code = any(e.books)))`;

/** Tells of the vouchers of a posting whoever wants to hear. The endpoints are asked first: as a rule there are none. */
export async function announceVouchers(
  tx: Tx,
  { bookId, first, last }: { bookId: number; first: bigint; last: bigint },
): Promise<void> {
  await tx.query(
    `insert into webhook_messages (endpoint_id, type, book_id, subject)
     select e.endpoint_id, v.type, $1, v.voucher_id
       from webhook_endpoints e
      cross join lateral (
         select voucher_id, case kind when 'reversal' then 'voucher.reversed' else 'voucher.posted' end as type
           from vouchers
          where book_id = $1 and voucher_id between $2 and $3 order by voucher_id offset 0) v
      where ${WANTED} and e.events && '{voucher.posted,voucher.reversed}' and v.type = any(e.events)`,
    [bookId, first, last],
  );
}

/** Tells of exceptions or deliveries, with the event that each is. */
export async function announce(
  tx: Tx,
  bookId: number,
  happened: readonly { readonly type: WebhookEvent; readonly subject: bigint }[],
): Promise<void> {
  if (happened.length === 0) return;
  await tx.query(
    `insert into webhook_messages (endpoint_id, type, book_id, subject)
     select e.endpoint_id, h.type, $1, h.subject
       from webhook_endpoints e cross join unnest($2::text[], $3::int8[]) as h (type, subject)
      where ${WANTED} and h.type = any(e.events)`,
    [
      bookId,
      listLiteral(happened.map(({ type }) => type)),
      listLiteral(happened.map(({ subject }) => subject)),
    ],
  );
}

/** A message for this endpoint alone. */
export async function ping(tx: Tx, endpointId: bigint): Promise<bigint> {
  const [row] = await tx.query<{ message_id: bigint }>(
    "insert into webhook_messages (endpoint_id, type, subject) values ($1, 'ping', 0) returning message_id",
    [endpointId],
  );
  return row!.message_id;
}

/** Endpoints with messages that are due. A claim older than `takeOverMs` was left behind by a process that died. */
export async function endpointsWithMessages(tx: Tx, takeOverMs: number): Promise<bigint[]> {
  const rows = await tx.query<{ endpoint_id: bigint }>(
    `select e.endpoint_id from webhook_endpoints e
      where e.state = 'active' and exists (
        select from webhook_messages m where m.endpoint_id = e.endpoint_id and m.state in ('waiting', 'sending')
           and m.next_attempt_at <= clock_timestamp()
           and (m.state = 'waiting' or m.claimed_at < clock_timestamp() - make_interval(secs => $1)))`,
    [takeOverMs / 1_000],
  );
  return rows.map((row) => row.endpoint_id);
}

export async function claimMessages(
  tx: Tx,
  claim: { endpointId: bigint; limit: number; takeOverMs: number },
): Promise<MessageRow[]> {
  return tx.query<MessageRow>(
    `update webhook_messages set state = 'sending', attempts = attempts + 1, claimed_at = clock_timestamp()
      where message_id in (
        select message_id from webhook_messages
         where endpoint_id = $1 and state in ('waiting', 'sending') and next_attempt_at <= clock_timestamp()
           and (state = 'waiting' or claimed_at < clock_timestamp() - make_interval(secs => $3))
         order by next_attempt_at limit $2 for update skip locked)
  returning *`,
    [claim.endpointId, claim.limit, claim.takeOverMs / 1_000],
  );
}

export interface MessageAttempt {
  readonly message: MessageRow;
  readonly startedAt: Date;
  readonly status: number | null;
  readonly error: { readonly code: string } | null;
  readonly state: 'waiting' | 'sent' | 'failed' | 'dropped';
  /** Until the next attempt; only for `waiting`. */
  readonly waitMs: number;
}

/** Writes what became of an attempt, unless somebody else took the message over meanwhile. */
export async function settleMessage(tx: Tx, attempt: MessageAttempt): Promise<void> {
  const { message, startedAt, status, error, state, waitMs } = attempt;
  const told = error && evidenceJson(error);
  await tx.query(
    `with settled as (
       update webhook_messages
          set state = $3, error = $4::jsonb, ended_at = case when $3 = 'waiting' then null else clock_timestamp() end,
              next_attempt_at = clock_timestamp() + make_interval(secs => $5)
        where message_id = $1 and attempts = $2 and state = 'sending' returning message_id)
     insert into webhook_attempts (message_id, attempt, started_at, ended_at, status, error)
     select message_id, $2, $6, clock_timestamp(), $7, $4::jsonb from settled on conflict do nothing`,
    [message.message_id, message.attempts, state, told, waitMs / 1_000, startedAt, status],
  );
}

export interface MessageFilter {
  readonly endpointId: bigint;
  readonly state?: string;
  readonly type?: string;
  readonly page: SortedPage;
}

const KEY = { by: 'message_id', type: 'int8', id: 'message_id' };

export async function listMessages(
  tx: Tx,
  { endpointId, state, type, page }: MessageFilter,
): Promise<MessageRow[]> {
  const parameters = new Parameters();
  const { text } = new Conditions(parameters)
    .and('endpoint_id = ?', endpointId)
    .and('state = ?', state)
    .and('type = ?', type);
  return tx.query<MessageRow>(
    `select * from webhook_messages where ${text} and ${afterMark(parameters, KEY, page)} ${orderBy(KEY, page)}
      limit ${parameters.bind(page.limit)}`,
    parameters.values,
  );
}

export async function findMessage(
  tx: Tx,
  { endpointId, messageId }: { endpointId: bigint; messageId: bigint },
): Promise<MessageRow | null> {
  const [row] = await tx.query<MessageRow>(
    'select * from webhook_messages where endpoint_id = $1 and message_id = $2',
    [endpointId, messageId],
  );
  return row ?? null;
}

export interface AttemptedMessage {
  readonly attempt: number;
  readonly started_at: Date;
  readonly ended_at: Date;
  readonly status: number | null;
  readonly error: { readonly code: string } | null;
}

export async function attemptsOfMessage(tx: Tx, messageId: bigint): Promise<AttemptedMessage[]> {
  return tx.query<AttemptedMessage>(
    'select attempt, started_at, ended_at, status, error from webhook_attempts where message_id = $1 order by attempt',
    [messageId],
  );
}

/** Sends it again, at once and under the same id; null while it is being sent. */
export async function replayMessage(tx: Tx, messageId: bigint): Promise<MessageRow | null> {
  const [row] = await tx.query<MessageRow>(
    `update webhook_messages set state = 'waiting', next_attempt_at = clock_timestamp(), ended_at = null, error = null,
            attempts_before = attempts
      where message_id = $1 and state <> 'sending' returning *`,
    [messageId],
  );
  return row ?? null;
}

/** Messages that ended so long ago that nobody asks for them. */
export async function forgetMessages(tx: Tx, days: number): Promise<void> {
  await tx.query('delete from webhook_messages where ended_at < now() - make_interval(days => $1)', [days]);
}
