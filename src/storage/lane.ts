import type { Refusal } from '#core/trouble/trouble.ts';
import type { Tx } from './database.ts';
import { insertRows, listLiteral } from './rows.ts';

export interface LaneEntry {
  readonly bookId: number;
  readonly recordId: bigint;
  readonly flowId: number;
  readonly flowVersionId: number;
  readonly runId: bigint | null;
  /** Not the first time this thing is seen: a newer version, or a replay. */
  readonly again: boolean;
  /** Finding codes a person has released. */
  readonly released?: readonly string[];
}

const COLUMNS = {
  book_id: 'int',
  record_id: 'int8',
  flow_id: 'int',
  flow_version_id: 'int',
  run_id: 'int8',
  again: 'boolean',
  released: 'text[]',
};

export async function putOnLane(tx: Tx, entries: readonly LaneEntry[]): Promise<void> {
  const rows = entries.map((entry) => ({
    book_id: entry.bookId,
    record_id: entry.recordId,
    flow_id: entry.flowId,
    flow_version_id: entry.flowVersionId,
    run_id: entry.runId,
    again: entry.again,
    released: entry.released ? listLiteral(entry.released) : null,
  }));
  await insertRows(tx, 'lane', COLUMNS, rows);
}

export interface LaneRow {
  readonly seq: bigint;
  readonly record_id: bigint;
  readonly connection_id: number;
  readonly kind: string;
  readonly flow_id: number;
  readonly flow_version_id: number;
  readonly run_id: bigint | null;
  readonly again: boolean;
  readonly released: string[] | null;
  readonly raw: Buffer;
  readonly external_id: string;
  readonly media_type: string;
  readonly changed_at: Date | null;
  readonly refusal: Refusal | null;
  /** Since the record was received, by the clock of the database. */
  readonly age_ms: number;
}

/** A page of large records is cut here, so that a batch fits into memory whatever arrives. */
const PAGE_BYTES_MAX = 32 * 2 ** 20;

/**
 * The next work of a book after `after`, in order. `after` spares the scan over rows deleted but not yet vacuumed;
 * since commits may become visible out of order, a caller must come back with 0 whenever it finds nothing.
 */
export async function readLane(
  tx: Tx,
  bookId: number,
  page: { after: bigint; limit: number },
): Promise<LaneRow[]> {
  return tx.query<LaneRow>(
    `select seq, record_id, flow_id, flow_version_id, run_id, again, released, connection_id, kind, raw, external_id,
            media_type, refusal, changed_at, age_ms
       from (select l.seq, l.record_id, l.flow_id, l.flow_version_id, l.run_id, l.again, l.released,
                    r.connection_id, r.kind, r.raw, r.external_id, r.media_type, r.refusal,
                    date_part('epoch', clock_timestamp() - r.received_at) * 1000 as age_ms,
                    -- A source whose clock is ahead must not make every later version look old.
                    least(r.changed_at, r.received_at) as changed_at,
                    sum(octet_length(r.raw)) over (order by l.seq) - octet_length(r.raw) as bytes_before
               from (select * from lane where book_id = $1 and seq > $2 order by seq limit $3) l
               join records r using (record_id)) ahead
      where bytes_before < ${PAGE_BYTES_MAX} order by seq`,
    [bookId, page.after, page.limit],
  );
}

/**
 * Takes work off the lane; it is settled when the transaction ends, and there again if it ends badly. False where some of
 * it is no longer there: the caller rolls back and reads anew.
 */
export async function takeFromLane(tx: Tx, bookId: number, seqs: readonly bigint[]): Promise<boolean> {
  const [row] = await tx.query<{ n: number }>(
    `with taken as (delete from lane where book_id = $1 and seq = any($2::int8[]) returning seq)
     select count(*)::int as n from taken`,
    [bookId, listLiteral(seqs)],
  );
  return row!.n === seqs.length;
}

/** Books that have work waiting. Skips from book to book along the primary key. */
export async function booksWithWork(tx: Tx): Promise<number[]> {
  const rows = await tx.query<{ book_id: number }>(
    'select book_id from books b where exists (select from lane l where l.book_id = b.book_id)',
  );
  return rows.map((row) => row.book_id);
}

export interface RunSource {
  /** The run that brought the records in. */
  readonly runId: bigint;
  readonly connectionId: number;
  readonly kind: string;
}

/**
 * Puts the records of one source that a run brought in on the lane again, in order; without those of which a newer version
 * is there, because taking them up again would undo it. Returns how many.
 */
export async function putRunOnLane(
  tx: Tx,
  { runId, connectionId, kind }: RunSource,
  entry: Pick<LaneEntry, 'bookId' | 'flowId' | 'flowVersionId' | 'runId'>,
): Promise<bigint> {
  // Each record is looked up along the unique key, even while the planner believes the table to be empty: `offset 0`
  // keeps it from joining, `+ 0` from going by the number.
  const [row] = await tx.query<{ n: bigint }>(
    `with brought as materialized (
       select record_id, connection_id, kind, external_id, changed_at from records where run_id = $1),
     put as (
       insert into lane (book_id, record_id, flow_id, flow_version_id, run_id, again)
       select $4, record_id, $5, $6, $7, true from brought r
        where connection_id = $2 and kind = $3
          and not exists (select from records n
                           where n.connection_id = r.connection_id and n.kind = r.kind and n.external_id = r.external_id
                             and n.record_id + 0 > r.record_id and (n.changed_at < r.changed_at) is not true offset 0)
        order by record_id returning seq)
     select count(*) as n from put`,
    [runId, connectionId, kind, entry.bookId, entry.flowId, entry.flowVersionId, entry.runId],
  );
  return row!.n;
}

/** How many records wait, over all books. */
export async function countWaiting(tx: Tx): Promise<bigint> {
  const [row] = await tx.query<{ n: bigint }>('select count(*) as n from lane');
  return row!.n;
}
