import { LATENCY_BOUNDS_MS } from '#core/figures/latency.ts';
import type { Database, Tx } from './database.ts';
import { insertRows, listLiteral } from './rows.ts';

/**
 * What is counted. `received` and `repeated` are records as they came in, with their kind as detail; `finding` counts what
 * was put on hold once for each code; `…-after` are histograms of the time since the record came.
 */
export type Measure =
  | 'received'
  | 'repeated'
  | 'posted'
  | 'held'
  | 'finding'
  | 'ignored'
  | 'delivered'
  | 'written-back'
  | 'stopped'
  | 'posted-after'
  | 'delivered-after';

export interface Figure {
  readonly measure: Measure;
  /** 0: none. */
  readonly bookId: number;
  readonly connectionId: number;
  readonly flowId: number;
  readonly detail: string;
  readonly n: number;
  /** In the base currency of the book. */
  readonly amountMinor: bigint;
}

const COLUMNS = {
  book_id: 'int',
  connection_id: 'int',
  flow_id: 'int',
  measure: 'text',
  detail: 'text',
  n: 'int8',
  amount_minor: 'int8',
};

/** Counts in the transaction that does the work; figures of one key are added up first. */
export async function addFigures(tx: Tx, figures: readonly Figure[]): Promise<void> {
  const byKey = new Map<string, { n: number; amountMinor: bigint; figure: Figure }>();
  for (const figure of figures) {
    const { measure, bookId, connectionId, flowId, detail, n, amountMinor } = figure;
    const key = `${measure} ${bookId} ${connectionId} ${flowId} ${detail}`;
    const sum = byKey.get(key);
    if (sum) {
      sum.n += n;
      sum.amountMinor += amountMinor;
    } else byKey.set(key, { n, amountMinor, figure });
  }
  const rows = [...byKey.values()].map(({ n, amountMinor, figure }) => ({
    book_id: figure.bookId,
    connection_id: figure.connectionId,
    flow_id: figure.flowId,
    measure: figure.measure,
    detail: figure.detail,
    n,
    amount_minor: amountMinor,
  }));
  await insertRows(
    tx,
    'figure_deltas',
    COLUMNS,
    rows.filter(({ n }) => n !== 0),
  );
}

/** The bucket of `core/figures/latency.ts` for the time since `at`; $n is the list of bounds. */
const bucketSince = (at: string, bounds: string) =>
  `lpad(width_bucket((extract(epoch from clock_timestamp() - ${at}) * 1000)::float8, ${bounds}::float8[])::text, 2, '0')`;

/** Counts records whose documents now stand in a summarised voucher, and how long they took. */
export async function countSummarised(tx: Tx, bookId: number, documentIds: readonly bigint[]): Promise<void> {
  if (documentIds.length === 0) return;
  await tx.query(
    `with posted as (
       select r.connection_id, v.flow_id, d.record_id, r.received_at,
              coalesce(sum(d.amount_minor) filter (where d.currency = b.base_currency), 0) as amount
         from documents d join records r using (record_id) join flow_versions v using (flow_version_id)
         join books b on b.book_id = d.book_id
        where d.book_id = $1 and d.document_id = any($2::int8[]) group by 1, 2, 3, 4)
     insert into figure_deltas (book_id, connection_id, flow_id, measure, detail, n, amount_minor)
     select $1, connection_id, flow_id, 'posted', '', count(*), sum(amount) from posted group by 2, 3
     union all
     select $1, connection_id, flow_id, 'posted-after', ${bucketSince('received_at', '$3')}, count(*), 0
       from posted group by 2, 3, 5`,
    [bookId, listLiteral(documentIds), listLiteral(LATENCY_BOUNDS_MS)],
  );
}

/** Counts how long vouchers took from the first of their records to the target that now holds them. */
export async function countDeliveredAfter(tx: Tx, deliveryIds: readonly bigint[]): Promise<void> {
  if (deliveryIds.length === 0) return;
  await tx.query(
    `insert into figure_deltas (book_id, connection_id, flow_id, measure, detail, n, amount_minor)
     select d.book_id, d.connection_id, coalesce(d.flow_id, 0), 'delivered-after', ${bucketSince('r.received_at', '$2')}, count(*), 0
       from deliveries d
      cross join lateral (select record_id from documents o where o.book_id = d.book_id and o.voucher_id = d.voucher_id
                           order by o.document_id limit 1) first
       join records r on r.record_id = first.record_id
      where d.delivery_id = any($1::int8[]) group by 1, 2, 3, 5`,
    [listLiteral(deliveryIds), listLiteral(LATENCY_BOUNDS_MS)],
  );
}

const FOLD_MAX = 50_000;
const FOLD_LOCK = 0x666f6c64; // 'fold': one at a time, so that two never wait for each other's rows.

/** Adds what was counted to the figures per hour and day. Returns how many rows it took; 0 also when somebody else is at it. */
export async function foldFigures(database: Database): Promise<number> {
  return database.transaction(async (tx) => {
    const [lock] = await tx.query<{ got: boolean }>('select pg_try_advisory_xact_lock($1) as got', [
      FOLD_LOCK,
    ]);
    if (!lock!.got) return 0;
    const [folded] = await tx.query<{ n: number }>(
      `with moved as (
         delete from figure_deltas where delta_id in (select delta_id from figure_deltas order by delta_id limit $1)
      returning *),
       added as (
         insert into figures (grain, at, measure, book_id, connection_id, flow_id, detail, n, amount_minor)
         select g.grain, date_trunc(g.grain, m.at, 'Asia/Shanghai'), measure, book_id, connection_id, flow_id, detail,
                sum(n), sum(amount_minor)
           from moved m cross join (values ('hour'), ('day')) as g (grain) group by 1, 2, 3, 4, 5, 6, 7
         on conflict (grain, at, measure, book_id, connection_id, flow_id, detail)
         do update set n = figures.n + excluded.n, amount_minor = figures.amount_minor + excluded.amount_minor)
       select count(*)::int as n from moved`,
      [FOLD_MAX],
    );
    return folded!.n;
  });
}
