import { Conditions, Parameters, pageText, type SortedPage, type SortKey } from './conditions.ts';
import type { Tx } from './database.ts';
import type { RunRow, RunState } from './runs.ts';

export type RunSort = 'started' | 'finished' | 'collected' | 'posted' | 'held';

export interface RunFilter {
  readonly flowId?: number;
  readonly connectionId?: number;
  readonly state?: RunState;
  readonly kind?: string;
  readonly startedFrom?: Date;
  readonly startedTo?: Date;
  /** Only those of these flows, and of no flow where they fill these connections. */
  readonly of?: { readonly flowIds: readonly number[]; readonly connectionIds: readonly number[] };
  /** Default: newest first. */
  readonly sort?: RunSort;
  readonly page: SortedPage;
}

export interface ListedRun extends RunRow {
  readonly sort_value: string;
}

const KEYS: Readonly<Record<RunSort, SortKey>> = {
  started: { by: 'run_id', type: 'int8', id: 'run_id' },
  finished: { by: "coalesce(finished_at, 'infinity')", type: 'timestamptz', id: 'run_id' },
  collected: { by: 'collected', type: 'int8', id: 'run_id' },
  posted: { by: 'posted', type: 'int8', id: 'run_id' },
  held: { by: 'held', type: 'int8', id: 'run_id' },
};

/** Matching runs. One that is not finished counts as finishing last. */
export async function listRuns(tx: Tx, filter: RunFilter): Promise<ListedRun[]> {
  const parameters = new Parameters();
  const { sort = 'started', page, of } = filter;
  const key = KEYS[sort];
  const { text } = new Conditions(parameters)
    .and('flow_id = ?', filter.flowId)
    .and('connection_id = ?', filter.connectionId)
    .and('state = ?', filter.state)
    .and('kind = ?', filter.kind)
    .and('started_at >= ?', filter.startedFrom)
    .and('started_at < ?', filter.startedTo)
    .and(
      '(flow_id = any(?::int[]) or (flow_id is null and connection_id = any(?::int[])))',
      of?.flowIds,
      of?.connectionIds,
    );
  return tx.query<ListedRun>(
    `select *, (${key.by})::text as sort_value from runs
      where ${text} and ${pageText(parameters, key, page)}`,
    parameters.values,
  );
}
