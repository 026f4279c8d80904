import { Conditions, Parameters, pageText, type SortedPage, type SortKey } from './conditions.ts';
import type { Tx } from './database.ts';
import type { DeliveryRow } from './deliveries.ts';
import { DELIVERY_PLACE } from './places.ts';

export type DeliverySort = 'created' | 'done' | 'stopped' | 'attempts' | 'nextAttempt';

export interface DeliveryFilter {
  readonly bookId?: number;
  readonly connectionId?: number;
  readonly flowId?: number;
  readonly kind?: string;
  /** Any of these. */
  readonly states?: readonly string[];
  readonly voucherId?: bigint;
  /** Number in the target, or the key it is asked for there. */
  readonly number?: string;
  /** Code of its last trouble. */
  readonly error?: string;
  readonly doneFrom?: Date;
  readonly doneTo?: Date;
  readonly stoppedFrom?: Date;
  readonly stoppedTo?: Date;
  /** As `within_reach` takes it. */
  readonly reach?: readonly object[] | null;
  /** Default: newest first. */
  readonly sort?: DeliverySort;
  readonly page: SortedPage;
}

export interface ListedDelivery extends DeliveryRow {
  readonly sort_value: string;
}

const KEYS: Readonly<Record<DeliverySort, SortKey>> = {
  created: { by: 'd.delivery_id', type: 'int8', id: 'd.delivery_id' },
  done: { by: 'd.done_at', type: 'timestamptz', id: 'd.delivery_id' },
  stopped: { by: 'd.stopped_at', type: 'timestamptz', id: 'd.delivery_id' },
  attempts: { by: 'd.attempts', type: 'int', id: 'd.delivery_id' },
  nextAttempt: { by: 'd.next_attempt_at', type: 'timestamptz', id: 'd.delivery_id' },
};

/** Matching deliveries; sorted by when they were done or stopped, those that are. */
export async function listDeliveries(tx: Tx, filter: DeliveryFilter): Promise<ListedDelivery[]> {
  const parameters = new Parameters();
  const { sort = 'created', page } = filter;
  const key = KEYS[sort];
  const { text } = new Conditions(parameters)
    .and('d.book_id = ?', filter.bookId)
    .and('d.connection_id = ?', filter.connectionId)
    .and('d.flow_id = ?', filter.flowId)
    .and('d.kind = ?', filter.kind)
    .and(statesText(filter.states))
    .and('d.voucher_id = ?', filter.voucherId)
    .and('(d.target_number = ? or d.business_key = ?)', filter.number, filter.number)
    .and("d.error ->> 'code' = ?", filter.error)
    .and('d.done_at >= ?', filter.doneFrom)
    .and('d.done_at < ?', filter.doneTo)
    .and('d.stopped_at >= ?', filter.stoppedFrom)
    .and('d.stopped_at < ?', filter.stoppedTo)
    .and(sort === 'done' || sort === 'stopped' ? `${key.by} is not null` : 'true')
    .and(`within_reach(?::jsonb, ${DELIVERY_PLACE})`, reachText(filter.reach));
  return tx.query<ListedDelivery>(
    `select d.*, (${key.by})::text as sort_value from deliveries d
      where ${text} and ${pageText(parameters, key, page)}`,
    parameters.values,
  );
}

const KNOWN = ['owed', 'sending', 'done', 'refused', 'dead', 'withdrawn'];

/** As constants: indexes that hold only some states are used when the statement says so. */
function statesText(states: readonly string[] | undefined): string {
  if (states === undefined) return 'true';
  const named = states.filter((state) => KNOWN.includes(state)).map((state) => `'${state}'`);
  return named.length === 0 ? 'false' : `d.state in (${named.join(', ')})`;
}

function reachText(reach: DeliveryFilter['reach']): string | undefined {
  return reach ? JSON.stringify(reach) : undefined;
}
