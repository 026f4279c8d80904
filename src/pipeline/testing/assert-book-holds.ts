import assert from 'node:assert/strict';
import type { World } from './test-world.ts';

/** Fails unless numbers run without a gap, every voucher balances, and balances are the sums of the lines. */
export async function assertBookHolds({
  database,
  bookId,
}: Pick<World, 'database' | 'bookId'>): Promise<void> {
  for (const [what, query] of QUESTIONS) {
    assert.deepEqual(await database.query(query, [bookId]), [], what);
  }
}

const LINES = `select v.period, l.account_id, l.set_id, l.currency, sum(l.debit_minor) as debit, sum(l.credit_minor) as credit,
         coalesce(sum(l.amount_minor) filter (where l.debit_minor <> 0), 0) as amount_debit,
         coalesce(sum(l.amount_minor) filter (where l.credit_minor <> 0), 0) as amount_credit
    from voucher_lines l join vouchers v using (book_id, voucher_id) where l.book_id = $1 group by 1, 2, 3, 4`;

const BALANCES = `select period, account_id, set_id, currency, debit_minor, credit_minor, amount_debit_minor, amount_credit_minor
    from balances where book_id = $1`;

const QUESTIONS: readonly (readonly [what: string, query: string])[] = [
  [
    'voucher numbers without a gap, and the counter stands at the last',
    `select v.period, v.word, count(*), max(number), n.last_number
       from vouchers v left join voucher_numbers n using (book_id, period, word)
      where v.book_id = $1 group by v.period, v.word, n.last_number
     having count(*) <> max(number) or min(number) <> 1 or max(number) is distinct from n.last_number`,
  ],
  [
    'voucher ids without a gap',
    `select count(*), max(voucher_id) from vouchers where book_id = $1 having count(*) <> coalesce(max(voucher_id), 0)`,
  ],
  [
    'every voucher balances',
    `select voucher_id from voucher_lines where book_id = $1 group by voucher_id
     having sum(debit_minor) <> sum(credit_minor) or count(*) < 2`,
  ],
  ['balances are the sums of the lines', `(${LINES}) except (${BALANCES})`],
  ['no balance without lines', `(${BALANCES}) except (${LINES})`],
  [
    'totals are the sums of the lines',
    `(select account_id, sum(debit_minor), sum(credit_minor) from voucher_lines where book_id = $1 group by 1)
     except (select account_id, debit_minor, credit_minor from account_totals where book_id = $1)`,
  ],
  [
    'a posted document stands in a voucher that nobody took back',
    `select d.document_id from documents d left join vouchers v using (book_id, voucher_id)
       left join vouchers r on r.book_id = d.book_id and r.reverses = d.voucher_id
      where d.book_id = $1 and d.state = 'posted' and (v.voucher_id is null or r.voucher_id is not null)`,
  ],
  [
    'a reversal takes back every account of its original',
    `select v.reverses, l.account_id, l.set_id from vouchers v
       join voucher_lines l on l.book_id = v.book_id and l.voucher_id in (v.voucher_id, v.reverses)
      where v.book_id = $1 and v.reverses is not null group by 1, 2, 3
     having sum(l.debit_minor) <> 0 or sum(l.credit_minor) <> 0`,
  ],
  ['nothing is left on the lane', 'select seq from lane where book_id = $1'],
  [
    'every record is a document, held, or passed over',
    `select r.record_id from records r join flows f on f.connection_id = r.connection_id and f.kind = r.kind
      where f.book_id = $1 and not exists (select from documents d where d.book_id = $1 and d.record_id = r.record_id)
        and not exists (select from exceptions e where e.book_id = $1 and e.record_id = r.record_id)
        and not exists (select from ignored_records i where i.flow_id = f.flow_id and i.record_id = r.record_id)`,
  ],
];
