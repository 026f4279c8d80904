import type { Tx } from './database.ts';

/** How much there is of everything, over all books. */
export interface Figures {
  readonly records: number;
  readonly repeated: number;
  /** On the lane, not looked at yet. */
  readonly waiting: number;
  /** Documents that wait for their summarised voucher. */
  readonly staged: number;
  readonly unfinishedRuns: number;
  readonly documents: number;
  readonly vouchers: number;
  readonly ignored: number;
  readonly held: number;
  /** Deliveries owed or under way. */
  readonly owed: number;
  readonly delivered: number;
  readonly writtenBack: number;
  /** Deliveries that wait for a person. */
  readonly stuck: number;
}

/** Counts everything at one moment. For a progress bar and a summary, not for large books. */
export async function readFigures(tx: Tx): Promise<Figures> {
  const [row] = await tx.query<Figures>(
    `select (select count(*)::int from records) as records,
            (select coalesce(sum(repeated), 0)::int from runs) as repeated,
            (select count(*)::int from lane) as waiting,
            (select count(*)::int from documents where state = 'staged') as staged,
            (select count(*)::int from runs where state in ('running', 'collected')) as "unfinishedRuns",
            (select count(*)::int from documents where state = 'posted') as documents,
            (select count(*)::int from vouchers) as vouchers,
            (select count(*)::int from ignored_records) as ignored,
            (select count(*)::int from exceptions where state = 'open') as held,
            d.owed, d.delivered, d."writtenBack", d.stuck
       from (select count(*) filter (where state in ('owed', 'sending'))::int as owed,
                    count(*) filter (where state = 'done' and kind = 'voucher')::int as delivered,
                    count(*) filter (where state = 'done' and kind = 'write-back')::int as "writtenBack",
                    count(*) filter (where state in ('refused', 'dead'))::int as stuck
               from deliveries) d`,
  );
  return row!;
}
