import type { Measure } from './counting.ts';
import type { Tx } from './database.ts';
import { listLiteral } from './rows.ts';
import type { RunRow } from './runs.ts';

/** What was counted today (in China), by place: few rows, whatever they count. */
export interface LiveFigure {
  readonly measure: Measure;
  readonly book_id: number;
  readonly connection_id: number;
  readonly flow_id: number;
  /** Of what was received: what the source calls it. */
  readonly kind: string;
  readonly n: number;
}

export async function liveFigures(tx: Tx): Promise<LiveFigure[]> {
  return tx.query<LiveFigure>(
    `with today as (select date_trunc('day', now(), 'Asia/Shanghai') as at)
     select measure, book_id, connection_id, flow_id, kind, sum(n)::float8 as n
       from (select measure, book_id, connection_id, flow_id, case measure when 'received' then detail else '' end as kind, n
               from figures where grain = 'day' and at = (select at from today)
              union all
             select measure, book_id, connection_id, flow_id, case measure when 'received' then detail else '' end, n
               from figure_deltas where at >= (select at from today)) f
      where measure not in ('repeated', 'finding', 'posted-after', 'delivered-after') group by 1, 2, 3, 4, 5`,
  );
}

/** How much waits in a book, counted as far as `WAITING_MAX`: a poll must stay cheap. */
export interface LiveBacklog {
  readonly book_id: number;
  readonly lane: number;
  readonly exceptions: number;
}

export const WAITING_MAX = 10_000;

export async function liveBacklogs(tx: Tx): Promise<LiveBacklog[]> {
  return tx.query<LiveBacklog>(
    `select b.book_id,
            (select count(*)::int from (select from lane l where l.book_id = b.book_id limit $1) l) as lane,
            (select count(*)::int from (select from exceptions e where e.book_id = b.book_id and e.state = 'open' limit $1) e) as exceptions
       from books b`,
    [WAITING_MAX],
  );
}

const NEWEST_RUNS = 50;

/** Runs that are not over, those of `also`, and the newest: one that begins and ends between two looks is among them. */
export async function liveRuns(tx: Tx, also: readonly bigint[]): Promise<RunRow[]> {
  return tx.query<RunRow>(
    `select * from runs where state in ('running', 'collected') or state = 'paused' or run_id = any($1::int8[])
         or run_id > (select max(run_id) - $2 from runs)
      order by run_id desc limit 250`,
    [listLiteral(also), NEWEST_RUNS],
  );
}

export interface LiveException {
  readonly exception_id: bigint;
  readonly book_id: number;
  readonly flow_id: number;
  readonly record_id: bigint;
  readonly codes: string[];
  readonly opened_at: Date;
}

/** The newest open exceptions. Ids become visible out of order, so the caller remembers which it has seen. */
export async function liveExceptions(tx: Tx, limit: number): Promise<LiveException[]> {
  return tx.query<LiveException>(
    `select exception_id, book_id, flow_id, record_id, codes, opened_at from exceptions
      where exception_id > (select coalesce(max(exception_id), 0) - $1 from exceptions) and state = 'open'
      order by exception_id`,
    [limit],
  );
}

export interface LiveTrouble {
  readonly delivery_id: bigint;
  readonly book_id: number;
  readonly connection_id: number;
  readonly flow_id: number | null;
  readonly kind: string;
  readonly state: 'refused' | 'dead';
  readonly attempts: number;
  readonly code: string | null;
}

/** The newest deliveries that stopped for a person. */
export async function liveTroubles(tx: Tx, limit: number): Promise<LiveTrouble[]> {
  return tx.query<LiveTrouble>(
    `select delivery_id, book_id, connection_id, flow_id, kind, state, attempts, error ->> 'code' as code from deliveries
      where state in ('refused', 'dead') order by delivery_id desc limit $1`,
    [limit],
  );
}
