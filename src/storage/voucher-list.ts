import { Conditions, Parameters, pageText, type SortedPage, type SortKey } from './conditions.ts';
import type { Tx } from './database.ts';

export type VoucherSort = 'entered' | 'date' | 'number' | 'amount';

export interface VoucherFilter {
  readonly bookId: number;
  readonly period?: number;
  readonly word?: string;
  readonly number?: number;
  /** This account or any below it. */
  readonly account?: string;
  readonly kind?: string;
  readonly dateFrom?: string;
  readonly dateTo?: string;
  readonly amountFromMinor?: bigint;
  readonly amountToMinor?: bigint;
  /** Part of a line's summary. */
  readonly text?: string;
  readonly postedFrom?: Date;
  readonly postedTo?: Date;
  /** As `within_reach` takes it. */
  readonly reach?: readonly object[] | null;
  /** Default: newest first. */
  readonly sort?: VoucherSort;
  readonly page: SortedPage;
}

export interface ListedVoucher {
  readonly voucher_id: bigint;
  readonly sort_value: string;
}

/** By number means period by period and word by word, as a binder is filed; the words follow each other by their bytes. */
const KEYS: Readonly<Record<VoucherSort, SortKey>> = {
  entered: { by: 'v.voucher_id', type: 'int8', id: 'v.voucher_id' },
  date: { by: 'v.date', type: 'date', id: 'v.voucher_id' },
  number: {
    by: `(v.period::text || '-' || v.word || '-' || lpad(v.number::text, 9, '0')) collate "C"`,
    type: 'text',
    id: 'v.voucher_id',
  },
  amount: { by: 'v.total_minor', type: 'int8', id: 'v.voucher_id' },
};

/** Ids of matching vouchers, in order. */
export async function listVouchers(tx: Tx, filter: VoucherFilter): Promise<ListedVoucher[]> {
  const parameters = new Parameters();
  const { sort = 'entered', page } = filter;
  const key = KEYS[sort];
  const text = conditionsOf(parameters, filter);
  return tx.query<ListedVoucher>(
    `select v.voucher_id, (${key.by})::text as sort_value from vouchers v
      where ${text} and ${pageText(parameters, key, page)}`,
    parameters.values,
  );
}

/** A voucher was posted when its posting was. */
const POSTED =
  '(select posted_at from postings p where p.book_id = v.book_id and p.posting_id = v.posting_id)';

function conditionsOf(parameters: Parameters, filter: VoucherFilter): string {
  return (
    new Conditions(parameters)
      .and('v.book_id = ?', filter.bookId)
      .and('v.period = ?', filter.period)
      .and('v.word = ?', filter.word)
      .and('v.number = ?', filter.number)
      .and('v.kind = ?', filter.kind)
      // A date lies in its period, and periods are what the index begins with.
      .and(
        'v.date >= ? and v.period = any (array(select period from periods where book_id = ? and ends_on >= ?))',
        filter.dateFrom,
        filter.bookId,
        filter.dateFrom,
      )
      .and(
        'v.date <= ? and v.period = any (array(select period from periods where book_id = ? and starts_on <= ?))',
        filter.dateTo,
        filter.bookId,
        filter.dateTo,
      )
      .and('v.total_minor >= ?', filter.amountFromMinor)
      .and('v.total_minor <= ?', filter.amountToMinor)
      .and(`${POSTED} >= ?`, filter.postedFrom)
      .and(`${POSTED} < ?`, filter.postedTo)
      .and(
        `exists (select from voucher_lines l join accounts a on a.book_id = l.book_id and a.account_id = l.account_id
         where l.book_id = v.book_id and l.voucher_id = v.voucher_id and (a.code = ? or a.code like ? || '.%'))`,
        filter.account,
        filter.account,
      )
      .and(
        `exists (select from voucher_lines l where l.book_id = v.book_id and l.voucher_id = v.voucher_id
         and strpos(lower(l.summary), lower(?)) > 0)`,
        filter.text,
      )
      .and(
        `within_reach(?::jsonb, (select code from books b where b.book_id = v.book_id), v.source_kinds,
         voucher_departments(v.book_id, v.voucher_id))`,
        filter.reach ? JSON.stringify(filter.reach) : undefined,
      ).text
  );
}
