import type { Tx } from './database.ts';

/** What a connection did of late, counted over the last 24 hours. */
export interface ConnectionActivity {
  readonly last_delivery_at: Date | null;
  readonly last_delivery_outcome: string | null;
  readonly last_run_at: Date | null;
  readonly last_run_state: string | null;
  readonly last_record_at: Date | null;
  readonly calls: number;
  readonly calls_failed: number;
  readonly runs: number;
  readonly runs_failed: number;
  readonly owed: number;
  readonly stopped: number;
}

export async function readActivity(tx: Tx, connectionId: number): Promise<ConnectionActivity> {
  const [row] = await tx.query<ConnectionActivity>(
    `with attempts as (
       select a.ended_at, a.outcome, a.detail from deliveries d join delivery_attempts a using (delivery_id)
        where d.connection_id = $1 and a.ended_at > now() - interval '24 hours'),
     recent as (
       select started_at, state from runs where connection_id = $1 and started_at > now() - interval '24 hours')
     select (select max(ended_at) from attempts) as last_delivery_at,
            (select outcome from attempts order by ended_at desc limit 1) as last_delivery_outcome,
            (select max(started_at) from runs where connection_id = $1) as last_run_at,
            (select state from runs where connection_id = $1 order by run_id desc limit 1) as last_run_state,
            (select received_at from records where connection_id = $1 order by record_id desc limit 1) as last_record_at,
            (select count(*)::int from attempts) as calls,
            (select count(*)::int from attempts where outcome <> 'done') as calls_failed,
            (select count(*)::int from recent) as runs,
            (select count(*)::int from recent where state = 'failed') as runs_failed,
            (select count(*)::int from deliveries where connection_id = $1 and state in ('owed', 'sending')) as owed,
            (select count(*)::int from deliveries where connection_id = $1 and state in ('refused', 'dead')) as stopped`,
    [connectionId],
  );
  return row!;
}
