import type { Measure } from './counting.ts';
import type { Tx } from './database.ts';
import { listLiteral } from './rows.ts';

export type Grain = 'hour' | 'day';

/** Where records of some kind come from. */
export interface Source {
  readonly connectionId: number;
  readonly kind: string;
}

export interface FigureFilter {
  readonly grain: Grain;
  readonly from: Date;
  /** Not included. */
  readonly to: Date;
  /** Null: everything. */
  readonly bookIds: readonly number[] | null;
  readonly connectionId: number | null;
  readonly flowIds: readonly number[] | null;
  /** Only what was held for this finding. */
  readonly code: string | null;
  /** Whose arrivals count: records belong to a source before they belong to a flow. Null: all. */
  readonly sources: readonly Source[] | null;
}

/** A sum. What it was not grouped by is null. */
export interface FigureRow {
  readonly measure: Measure;
  readonly at: Date | null;
  readonly book_id: number | null;
  readonly connection_id: number | null;
  readonly flow_id: number | null;
  readonly detail: string | null;
  /** Of what was received: what the source calls it. */
  readonly kind: string | null;
  readonly n: number;
  readonly amount_minor: bigint;
}

/**
 * What happened in a time: over all of it (by detail and book, whose currency the amounts have), per step of time, and per
 * place. It reads as many rows as there are steps and places, however many records they count.
 */
export async function readFiguresOf(tx: Tx, filter: FigureFilter): Promise<FigureRow[]> {
  return tx.query<FigureRow>(
    `with counted as (
       select at, measure, book_id, connection_id, flow_id, detail, n, amount_minor from figures
        where grain = $1 and at >= $2 and at < $3
       union all
       select date_trunc($1, at, 'Asia/Shanghai'), measure, book_id, connection_id, flow_id, detail, n, amount_minor
         from figure_deltas where at >= $2 and at < $3),
     wanted as (
       select at, book_id, connection_id, flow_id, n, amount_minor,
              case when measure in ('received', 'repeated') then detail else '' end as kind,
              case when $7::text is null then measure else 'held' end as measure,
              case when $7::text is null then detail else '' end as detail
         from counted
        where ($5::int is null or connection_id = $5)
          and case when measure in ('received', 'repeated')
                   then $7::text is null and ($8::int[] is null or exists (
                     select from unnest($8::int[], $9::text[]) as s (connection_id, kind)
                      where s.connection_id = counted.connection_id and s.kind = counted.detail))
                   else ($4::int[] is null or book_id = any($4)) and ($6::int[] is null or flow_id = any($6))
                    and ($7::text is null or (measure = 'finding' and detail = $7)) end)
     select measure, at, book_id, connection_id, flow_id, detail, kind, sum(n)::float8 as n,
            sum(amount_minor)::int8 as amount_minor
       from wanted
      group by grouping sets ((measure, book_id, detail), (measure, at), (measure, book_id, connection_id, flow_id, kind))
     having grouping(detail) = 0 or measure not in ('finding', 'posted-after', 'delivered-after')`,
    [
      filter.grain,
      filter.from,
      filter.to,
      filter.bookIds && listLiteral(filter.bookIds),
      filter.connectionId,
      filter.flowIds && listLiteral(filter.flowIds),
      filter.code,
      filter.sources && listLiteral(filter.sources.map(({ connectionId }) => connectionId)),
      filter.sources && listLiteral(filter.sources.map(({ kind }) => kind)),
    ],
  );
}

export interface StandingFilter {
  readonly bookIds: readonly number[] | null;
  readonly connectionId: number | null;
  readonly flowIds: readonly number[] | null;
  readonly code: string | null;
}

/** What waits to be posted: how much, and since when the oldest. */
export async function readLaneBacklog(
  tx: Tx,
  filter: StandingFilter,
): Promise<{ n: number; oldest: Date | null }> {
  const [row] = await tx.query<{ n: number; oldest: Date | null }>(
    `with mine as (
       select l.book_id, l.seq, l.record_id from lane l join flows f using (flow_id)
        where ($1::int[] is null or l.book_id = any($1)) and ($2::int is null or f.connection_id = $2)
          and ($3::int[] is null or l.flow_id = any($3)))
     select count(*)::int as n,
            (select min(r.received_at)
               from (select distinct on (book_id) record_id from mine order by book_id, seq) o
               join records r using (record_id)) as oldest
       from mine`,
    [
      filter.bookIds && listLiteral(filter.bookIds),
      filter.connectionId,
      filter.flowIds && listLiteral(filter.flowIds),
    ],
  );
  return row!;
}

export interface DeliveryBacklog {
  readonly state: 'owed' | 'sending' | 'refused' | 'dead';
  readonly n: number;
  readonly oldest: Date;
}

/** Deliveries that are not done, by state. Each state is read off the index that holds no others. */
export async function readDeliveryBacklog(tx: Tx, filter: StandingFilter): Promise<DeliveryBacklog[]> {
  const of = (states: string) =>
    `select state, created_at from deliveries where state ${states} and ($1::int[] is null or book_id = any($1))
        and ($2::int is null or connection_id = $2) and ($3::int[] is null or flow_id = any($3))`;
  return tx.query<DeliveryBacklog>(
    `select state, count(*)::int as n, min(created_at) as oldest
       from (${of("= 'owed'")} union all ${of("= 'sending'")} union all ${of("in ('refused', 'dead')")}) d
      group by state order by state`,
    [
      filter.bookIds && listLiteral(filter.bookIds),
      filter.connectionId,
      filter.flowIds && listLiteral(filter.flowIds),
    ],
  );
}

export interface OpenExceptions {
  /** Null: over all codes. */
  readonly code: string | null;
  readonly book_id: number;
  readonly n: number;
  readonly oldest: Date;
  /** Minor units of the book's base currency, as far as amounts are known. */
  readonly impact_minor: bigint;
}

/** Open exceptions per book, and per book and code. One with two codes counts under both, and once in the total. */
export async function readOpenExceptions(tx: Tx, filter: StandingFilter): Promise<OpenExceptions[]> {
  return tx.query<OpenExceptions>(
    `with mine as (
       select e.* from exceptions e join flows f using (flow_id)
        where e.state = 'open' and ($1::int[] is null or e.book_id = any($1)) and ($2::int is null or f.connection_id = $2)
          and ($3::int[] is null or e.flow_id = any($3)) and ($4::text is null or $4 = any(e.codes)))
     select null as code, book_id, count(*)::int as n, min(opened_at) as oldest, coalesce(sum(impact_minor), 0)::int8 as impact_minor
       from mine group by book_id
     union all
     select code, book_id, count(*)::int, min(opened_at), coalesce(sum(impact_minor), 0)::int8
       from mine, unnest(codes) as code group by code, book_id
      order by 1 nulls first, 2`,
    [
      filter.bookIds && listLiteral(filter.bookIds),
      filter.connectionId,
      filter.flowIds && listLiteral(filter.flowIds),
      filter.code,
    ],
  );
}
