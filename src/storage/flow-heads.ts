import type { Tx } from './database.ts';

/** A flow as lists show it: which versions there are, how it begins, and how it is doing. */
export interface FlowHeadRow {
  readonly flow_id: number;
  readonly newest_version: number;
  readonly published_version: number | null;
  /** Of the published version, else of the newest. */
  readonly title: unknown;
  readonly trigger: unknown;
  /** Exceptions that are open. */
  readonly held: number;
  readonly last_run_id: bigint | null;
  readonly last_run_state: string | null;
  readonly last_run_at: Date | null;
}

/** The heads of these flows. An import belongs to the connection it fills, and counts for every flow that it feeds. */
export async function listFlowHeads(tx: Tx, flowIds: readonly number[]): Promise<FlowHeadRow[]> {
  return tx.query<FlowHeadRow>(
    `select f.flow_id, newest.version as newest_version, published.version as published_version,
            shown.definition->'title' as title, shown.definition->'trigger' as trigger,
            (select count(*)::int from exceptions e
              where e.book_id = f.book_id and e.flow_id = f.flow_id and e.state = 'open') as held,
            r.run_id as last_run_id, r.state as last_run_state, r.started_at as last_run_at
       from flows f
       join lateral (select version, definition from flow_versions v
                      where v.flow_id = f.flow_id order by version desc limit 1) newest on true
       left join flow_versions published on published.flow_version_id = f.published_version_id
       cross join lateral (select coalesce(published.definition, newest.definition) as definition) shown
       left join lateral (select run_id, state, started_at from runs
                           where runs.flow_id = f.flow_id
                              or (runs.flow_id is null and runs.connection_id = f.connection_id)
                           order by run_id desc limit 1) r on true
      where f.flow_id = any($1::int[])`,
    [flowIds],
  );
}
