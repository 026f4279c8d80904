import type { Tx } from './database.ts';
import { evidenceJson } from './json-text.ts';
import { insertRows, listLiteral } from './rows.ts';

export type DeliveryKind = 'voucher' | 'write-back' | 'withdraw';
export type DeliveryState = 'owed' | 'sending' | 'done' | 'refused' | 'dead' | 'withdrawn';

export interface NewDelivery {
  readonly bookId: number;
  readonly connectionId: number;
  readonly kind: DeliveryKind;
  /** Ours, unique for connection and kind; the target is asked for it before anything is sent again. */
  readonly businessKey: string;
  readonly voucherId: bigint | null;
  readonly documentId: bigint | null;
  /** The flow that owes it. */
  readonly flowId: number | null;
  readonly until: 'saved' | 'submitted' | 'audited';
  readonly payload: StoredPayload | null;
}

const COLUMNS = {
  book_id: 'int',
  connection_id: 'int',
  kind: 'text',
  business_key: 'text',
  voucher_id: 'int8',
  document_id: 'int8',
  flow_id: 'int',
  until: 'text',
  payload: 'jsonb',
};

/** Owes deliveries. One that is owed already stays as it is. */
export async function owe(tx: Tx, deliveries: readonly NewDelivery[]): Promise<void> {
  const rows = deliveries.map((delivery) => ({
    book_id: delivery.bookId,
    connection_id: delivery.connectionId,
    kind: delivery.kind,
    business_key: delivery.businessKey,
    voucher_id: delivery.voucherId,
    document_id: delivery.documentId,
    flow_id: delivery.flowId,
    until: delivery.until,
    payload: delivery.payload === null ? null : JSON.stringify(delivery.payload),
  }));
  await insertRows(tx, 'deliveries', COLUMNS, rows, {
    onConflict: '(connection_id, kind, business_key) do nothing',
  });
}

/** What a write-back says, as it was owed: a connector's WriteBackMessage without its key. */
export interface StoredPayload {
  readonly externalId: string;
  readonly kind: string;
  readonly status: 'held' | 'delivered';
  readonly documentNumber: string | null;
  readonly voucherNumber: string | null;
  readonly targetNumber: string | null;
  readonly codes: readonly string[];
  readonly text: string;
}

export interface DeliveryRow {
  readonly delivery_id: bigint;
  readonly book_id: number;
  readonly connection_id: number;
  readonly kind: DeliveryKind;
  readonly business_key: string;
  readonly voucher_id: bigint | null;
  readonly document_id: bigint | null;
  readonly flow_id: number | null;
  readonly until: 'saved' | 'submitted' | 'audited';
  readonly payload: StoredPayload | null;
  readonly state: DeliveryState;
  readonly target_state: string;
  readonly target_id: string | null;
  readonly target_number: string | null;
  readonly attempts: number;
  readonly attempt_id: bigint | null;
  readonly attempt_started_at: Date | null;
  readonly next_attempt_at: Date;
  readonly error: unknown;
  readonly created_at: Date;
  readonly done_at: Date | null;
  /** When it was refused or given up. */
  readonly stopped_at: Date | null;
}

export interface Claim {
  readonly connectionId: number;
  readonly kind: DeliveryKind;
  readonly limit: number;
  /** An attempt without an end is taken over after this long: by then its sender and the target have given up or finished. */
  readonly takeOverMs: number;
  /** Whether whoever sends talks to a simulator. Default false. */
  readonly isRehearsal?: boolean;
}

/**
 * What a rehearsing book owes goes to simulators only, and what any other owes never does; asked of both sides. Nothing
 * goes to a connection that is to wait.
 */
const MAY_GO = `book_id not in (select book_id from books where rehearsal <> $5)
          and not exists (select from connections c where c.connection_id = $1 and ((c.rehearsal is not null) <> $5 or c.pause is not null))`;

/**
 * Claims deliveries that are due, in order. The caller commits before it sends anything. A write-back waits for what is
 * older about the same thing, so that the last word stays the last.
 */
export async function claimDeliveries(tx: Tx, claim: Claim): Promise<DeliveryRow[]> {
  const rows = await tx.query<DeliveryRow>(
    // PostgreSQL locks no rows inside a union, so each part has a name of its own.
    `with late as (
       select delivery_id from deliveries
        where connection_id = $1 and kind = $2 and state = 'sending' and ${MAY_GO}
          and attempt_started_at < clock_timestamp() - make_interval(secs => $4)
        order by attempt_started_at limit $3 for update skip locked),
     ready as (
       select delivery_id from deliveries d
        where connection_id = $1 and kind = $2 and state = 'owed' and next_attempt_at <= clock_timestamp()
          and ${MAY_GO}
          and not ($2 = 'write-back' and exists (
            select from deliveries o
             where o.connection_id = $1 and o.payload ->> 'externalId' = d.payload ->> 'externalId'
               and o.kind = 'write-back' and o.state in ('owed', 'sending') and o.delivery_id < d.delivery_id))
        order by next_attempt_at, delivery_id limit $3 for update skip locked),
     due as (select delivery_id from late union all select delivery_id from ready limit $3)
     update deliveries d set state = 'sending', attempts = attempts + 1, attempt_started_at = clock_timestamp(),
            attempt_id = (select nextval('delivery_attempt_ids') from (select $1) once)
       from due where d.delivery_id = due.delivery_id
  returning d.*`,
    [claim.connectionId, claim.kind, claim.limit, claim.takeOverMs / 1000, claim.isRehearsal ?? false],
  );
  return rows.sort((a, b) => Number(a.delivery_id - b.delivery_id));
}

export interface Settlement {
  readonly deliveryId: bigint;
  readonly attemptId: bigint;
  readonly state: DeliveryState;
  readonly targetState: string;
  readonly targetId: string | null;
  readonly targetNumber: string | null;
  /** Milliseconds until the next attempt; only for `owed`. */
  readonly waitMs: number;
  readonly error: unknown;
}

const SETTLE = `
  with s as (
    select * from unnest($1::int8[], $2::int8[], $3::text[], $4::text[], $5::text[], $6::text[], $7::int8[], $8::text[])
      as s (delivery_id, attempt_id, state, target_state, target_id, target_number, wait_ms, error)),
  settled as (
    update deliveries d
       set state = s.state, target_state = s.target_state, target_id = coalesce(s.target_id, d.target_id),
           target_number = coalesce(s.target_number, d.target_number), error = s.error::jsonb,
           next_attempt_at = clock_timestamp() + make_interval(secs => s.wait_ms / 1000.0),
           -- The time of the transaction, as what is counted in it has it.
           done_at = case when s.state = 'done' then now() end,
           stopped_at = case when s.state in ('refused', 'dead') then now() end
      from s where d.delivery_id = s.delivery_id and d.attempt_id = s.attempt_id and d.state = 'sending'
 returning d.delivery_id, d.attempt_id, d.attempt_started_at, d.state, d.error),
  logged as (
    insert into delivery_attempts (delivery_id, attempt_id, started_at, ended_at, outcome, detail)
    select delivery_id, attempt_id, attempt_started_at, clock_timestamp(), state, error from settled)
  select delivery_id from settled`;

/**
 * Writes what became of an attempt. An attempt that somebody else has taken over meanwhile changes nothing;
 * the ids of those that were settled come back.
 */
export async function settleDeliveries(tx: Tx, settlements: readonly Settlement[]): Promise<Set<bigint>> {
  if (settlements.length === 0) return new Set();
  const rows = await tx.query<{ delivery_id: bigint }>(SETTLE, [
    listLiteral(settlements.map((s) => s.deliveryId)),
    listLiteral(settlements.map((s) => s.attemptId)),
    listLiteral(settlements.map((s) => s.state)),
    listLiteral(settlements.map((s) => s.targetState)),
    listLiteral(settlements.map((s) => s.targetId)),
    listLiteral(settlements.map((s) => s.targetNumber)),
    listLiteral(settlements.map((s) => BigInt(Math.round(s.waitMs)))),
    listLiteral(settlements.map((s) => (s.error === null ? null : evidenceJson(s.error)))),
  ]);
  return new Set(rows.map((row) => row.delivery_id));
}

/** Connections and kinds with something owed or under way. */
export async function connectionsWithDeliveries(
  tx: Tx,
): Promise<{ connection_id: number; kind: DeliveryKind }[]> {
  return tx.query<{ connection_id: number; kind: DeliveryKind }>(
    `select c.connection_id, k.kind from connections c, (values ('voucher'), ('write-back'), ('withdraw')) as k (kind)
      where c.state = 'active' and c.pause is null and (
        exists (select from deliveries d where d.connection_id = c.connection_id and d.kind = k.kind and d.state = 'owed')
        or exists (select from deliveries d where d.connection_id = c.connection_id and d.kind = k.kind and d.state = 'sending'))`,
  );
}

/** Puts refused or dead deliveries back to work, at once; the target is asked first, as for any retry. Returns how many. */
export async function redrive(tx: Tx, deliveryIds: readonly bigint[]): Promise<number> {
  const rows = await tx.query(
    `update deliveries set state = 'owed', attempts = 1, next_attempt_at = clock_timestamp(), error = null
      where delivery_id = any($1::int8[]) and state in ('refused', 'dead') returning delivery_id`,
    [listLiteral(deliveryIds)],
  );
  return rows.length;
}

export async function findDelivery(tx: Tx, deliveryId: bigint): Promise<DeliveryRow | null> {
  const [row] = await tx.query<DeliveryRow>('select * from deliveries where delivery_id = $1', [deliveryId]);
  return row ?? null;
}

export async function deliveriesOfVoucher(tx: Tx, bookId: number, voucherId: bigint): Promise<DeliveryRow[]> {
  return tx.query<DeliveryRow>(
    'select * from deliveries where book_id = $1 and voucher_id = $2 order by delivery_id',
    [bookId, voucherId],
  );
}

export interface AttemptRow {
  readonly attempt_id: bigint;
  readonly started_at: Date;
  readonly ended_at: Date;
  readonly outcome: string;
  readonly detail: unknown;
}

export async function attemptsOf(tx: Tx, deliveryId: bigint): Promise<AttemptRow[]> {
  return tx.query<AttemptRow>('select * from delivery_attempts where delivery_id = $1 order by attempt_id', [
    deliveryId,
  ]);
}

export async function countDeliveries(
  tx: Tx,
): Promise<{ connection_id: number; kind: string; state: string; n: bigint }[]> {
  return tx.query<{ connection_id: number; kind: string; state: string; n: bigint }>(
    'select connection_id, kind, state, count(*) as n from deliveries group by 1, 2, 3 order by 1, 2, 3',
  );
}
