import type { Refusal } from '#core/trouble/trouble.ts';
import type { Tx } from './database.ts';
import { listLiteral } from './rows.ts';

/** A record as a list shows it: where it stands, and the document that was made of it. */
export interface RecordFacts {
  readonly record_id: bigint;
  readonly connection_id: number;
  readonly kind: string;
  readonly external_id: string;
  readonly content_hash: Buffer;
  readonly media_type: string;
  readonly changed_at: Date | null;
  readonly received_at: Date;
  readonly run_id: bigint | null;
  readonly refusal: Refusal | null;
  readonly state: ShownState;
  /** Null: no document and no exception. */
  readonly book_id: number | null;
  readonly document_kind: string | null;
  readonly document_number: string | null;
  readonly document_date: string | null;
  readonly currency: string | null;
  readonly amount_minor: bigint | null;
  readonly partner: string | null;
  readonly voucher_id: bigint | null;
  readonly voucher_word: string | null;
  readonly voucher_number: number | null;
  readonly voucher_period: number | null;
  readonly exception_id: bigint | null;
  readonly codes: string[] | null;
  readonly ignored: string | null;
}

export const SHOWN_STATES = [
  ...([
    'posted',
    'staged',
    'refused',
    'held',
    'dismissed',
    'ignored',
    'reversed',
    'waiting',
    'unclaimed',
  ] as const),
];
export type ShownState = (typeof SHOWN_STATES)[number];

/** The facts of these records, in the order of the ids. A few look-ups for each, by key. */
export async function factsOfRecords(tx: Tx, recordIds: readonly bigint[]): Promise<RecordFacts[]> {
  return tx.query<RecordFacts>(
    `select r.record_id, r.connection_id, r.kind, r.external_id, r.content_hash, r.media_type, r.changed_at, r.received_at,
            r.run_id, r.refusal, coalesce(d.book_id, e.book_id) as book_id,
            coalesce(d.kind, split_part(e.document_key, ' ', 1)) as document_kind,
            coalesce(d.number, substr(e.document_key, strpos(e.document_key, ' ') + 1)) as document_number,
            coalesce(d.date, e.doc_date) as document_date, coalesce(d.currency, e.base_currency) as currency,
            coalesce(d.amount_minor, e.impact_minor) as amount_minor, coalesce(d.partner, e.partner) as partner,
            d.voucher_id, v.word as voucher_word, v.number as voucher_number, v.period as voucher_period,
            e.exception_id, e.codes, i.reason as ignored,
            case when d.state = 'posted' then 'posted' when d.state = 'staged' then 'staged'
                 when r.refusal is not null then 'refused' when e.state = 'open' then 'held'
                 when e.state = 'dismissed' then 'dismissed' when i.reason is not null then 'ignored'
                 when d.state = 'reversed' then 'reversed' when f.claimed then 'waiting' else 'unclaimed' end as state
       from unnest($1::int8[]) with ordinality as wanted (record_id, place)
       join records r on r.record_id = wanted.record_id
      cross join lateral (select bool_or(published_version_id is not null) as claimed, array_agg(flow_id) as flow_ids,
                                 array_agg(distinct book_id) as book_ids
                            from flows f where f.connection_id = r.connection_id and f.kind = r.kind) f
       left join lateral (select d.* from documents d where d.book_id = any(f.book_ids) and d.record_id = r.record_id
                           order by array_position(array['posted', 'staged', 'reversed'], d.state), d.document_id limit 1) d on true
       left join vouchers v on v.book_id = d.book_id and v.voucher_id = d.voucher_id
       left join lateral (select e.*, b.base_currency from exceptions e join books b using (book_id)
                           where e.record_id = r.record_id
                           order by e.state = 'open' desc, e.exception_id desc limit 1) e on true
       left join lateral (select i.reason from ignored_records i
                           where i.flow_id = any(f.flow_ids) and i.record_id = r.record_id limit 1) i on true
      order by wanted.place`,
    [listLiteral(recordIds)],
  );
}
