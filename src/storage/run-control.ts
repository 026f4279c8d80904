import type { Tx } from './database.ts';

/** Books into which records of this run may go: whoever moves its lane must be their only writer. In order. */
export async function booksOfRun(tx: Tx, runId: bigint): Promise<number[]> {
  const rows = await tx.query<{ book_id: number }>(
    `select book_id from lane where run_id = $1 union select book_id from lane_paused where run_id = $1
      union select f.book_id from runs r join flows f on f.flow_id = r.flow_id or f.connection_id = r.connection_id
             where r.run_id = $1
      order by book_id`,
    [runId],
  );
  return rows.map((row) => row.book_id);
}

/** The run waits from now on. False where it is not under way. */
export async function markPaused(tx: Tx, runId: bigint, by: string): Promise<boolean> {
  const rows = await tx.query(
    `update runs set state = 'paused', paused_at = now(), changed_by = $2
      where run_id = $1 and state in ('running', 'collected') returning run_id`,
    [runId, by],
  );
  return rows.length > 0;
}

/** Puts what the run has on the lane aside. The caller is the only writer of its books, or put it there itself. */
export async function putLaneAside(tx: Tx, runId: bigint): Promise<void> {
  await tx.query(
    `with moved as (delete from lane where run_id = $1 returning *)
     insert into lane_paused (run_id, seq, book_id, record_id, flow_id, flow_version_id, again, released)
     select run_id, seq, book_id, record_id, flow_id, flow_version_id, again, released from moved`,
    [runId],
  );
}

/** The run goes on. Says whether it needs somebody to collect again; null where it does not wait. */
export async function markResumed(
  tx: Tx,
  runId: bigint,
  by: string,
): Promise<{ needsCollector: boolean } | null> {
  const [row] = await tx.query<{ needs_collector: boolean }>(
    `update runs r set state = case when r.collected_at is null then 'running' else 'collected' end, changed_by = $2,
            paused_ms = r.paused_ms + 1000 * extract(epoch from now() - r.paused_at), paused_at = null,
            collector_stopped_at = null, heartbeat_at = now()
       from (select * from runs where run_id = $1 for update) o
      where r.run_id = o.run_id and o.state = 'paused'
  returning o.collected_at is null and o.collector_stopped_at is not null as needs_collector`,
    [runId, by],
  );
  return row ? { needsCollector: row.needs_collector } : null;
}

/**
 * Puts back on the lane what was aside, in its old order. What a newer version of the same thing has overtaken meanwhile is
 * passed over: posting it now would undo the newer one. Returns how many were.
 */
export async function takeLaneBack(tx: Tx, runId: bigint): Promise<number> {
  const overtaken = await tx.query(
    `with gone as (
       delete from lane_paused p using records r
        where p.run_id = $1 and r.record_id = p.record_id and exists (
          -- Along the unique key, whatever the planner believes of the table (see putRunOnLane).
          select from records n
           where n.connection_id = r.connection_id and n.kind = r.kind and n.external_id = r.external_id
             and n.record_id + 0 > r.record_id and (n.changed_at < r.changed_at) is not true offset 0)
       returning p.flow_id, p.record_id),
     kept as (
       insert into ignored_records (flow_id, record_id, reason, run_id)
       select flow_id, record_id, 'older_version', $1::int8 from gone on conflict do nothing)
     select record_id from gone`,
    [runId],
  );
  await tx.query(
    `with back as (delete from lane_paused where run_id = $1 returning *)
     insert into lane (book_id, record_id, flow_id, flow_version_id, run_id, again, released)
     select book_id, record_id, flow_id, flow_version_id, run_id, again, released from back order by seq`,
    [runId],
  );
  return overtaken.length;
}

/** The run is called off. False where it is over already. */
export async function markCancelled(tx: Tx, runId: bigint, by: string): Promise<boolean> {
  const rows = await tx.query(
    `update runs set state = 'cancelled', finished_at = now(), changed_by = $2
      where run_id = $1 and state in ('running', 'collected', 'paused') returning run_id`,
    [runId, by],
  );
  return rows.length > 0;
}

/**
 * Takes from the lane what a cancelled run has not posted, and keeps it as passed over, so that its state is told and a
 * replay finds it. What stands from it already stays as it is. Returns how many were taken.
 */
export async function clearLane(tx: Tx, runId: bigint): Promise<number> {
  const rows = await tx.query(
    `with waiting as (
       delete from lane where run_id = $1 returning book_id, flow_id, record_id),
     aside as (
       delete from lane_paused where run_id = $1 returning book_id, flow_id, record_id),
     gone as (select * from waiting union all select * from aside),
     kept as (
       insert into ignored_records (flow_id, record_id, reason, run_id)
       select distinct g.flow_id, g.record_id, 'run_cancelled', $1::int8 from gone g
        -- Looked up one by one, whatever the planner believes of these tables (see putRunOnLane).
        where not exists (select from exceptions e where e.record_id = g.record_id and e.flow_id = g.flow_id
                             and e.state = 'open' offset 0)
          and not exists (select from documents d where d.book_id = g.book_id and d.record_id = g.record_id
                             and d.state <> 'reversed' offset 0)
       on conflict do nothing)
     select record_id from gone`,
    [runId],
  );
  return rows.length;
}

/** Whoever collects for the run steps aside because it waits. False where it goes on again meanwhile. */
export async function stopCollector(tx: Tx, runId: bigint): Promise<boolean> {
  const rows = await tx.query(
    "update runs set collector_stopped_at = now() where run_id = $1 and state = 'paused' returning run_id",
    [runId],
  );
  return rows.length > 0;
}

/** How many records of each run wait, on the lane and aside. Runs with none are left out. */
export async function countWaitingOf(tx: Tx, runIds: readonly bigint[]): Promise<Map<bigint, number>> {
  const rows = await tx.query<{ run_id: bigint; n: number }>(
    `select run_id, count(*)::int as n from (
       select run_id from lane where run_id = any($1::int8[])
        union all select run_id from lane_paused where run_id = any($1::int8[])) w group by run_id`,
    [`{${runIds.join(',')}}`],
  );
  return new Map(rows.map((row) => [row.run_id, row.n]));
}
