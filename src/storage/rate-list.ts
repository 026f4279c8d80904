import type { Rate } from '#core/ledger/book.ts';
import type { Tx } from './database.ts';

interface RateQuery {
  readonly currency?: string;
  readonly type?: string;
  readonly from?: string;
  readonly to?: string;
  /** Go on after this rate. */
  readonly after?: Pick<Rate, 'date' | 'currency' | 'type'>;
  readonly limit: number;
}

/** Rates of a book, the newest day first, then by currency and type. */
export async function listRates(tx: Tx, bookId: number, query: RateQuery): Promise<Rate[]> {
  const { after } = query;
  return tx.query<Rate & object>(
    `select currency, type, date, rate from rates
      where book_id = $1 and ($2::text is null or currency = $2) and ($3::text is null or type = $3)
        and ($4::date is null or date >= $4) and ($5::date is null or date <= $5)
        and ($6::date is null or date < $6
          or date = $6 and (currency collate "C", type collate "C") > ($7::text, $8::text))
      order by date desc, currency collate "C", type collate "C" limit $9`,
    [
      bookId,
      query.currency ?? null,
      query.type ?? null,
      query.from ?? null,
      query.to ?? null,
      after?.date ?? null,
      after?.currency ?? null,
      after?.type ?? null,
      query.limit,
    ],
  );
}
