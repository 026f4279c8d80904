import type { Database } from '#storage/database.ts';

/** Checks on the hub's own books, each a query whose rows are what is wrong. */
const CHECKS: Readonly<Record<string, string>> = {
  'a balance is not the sum of its lines': `
    select coalesce(l.account_id, b.account_id) as what
      from (select v.book_id, account_id, set_id, currency, period, sum(debit_minor) as debit, sum(credit_minor) as credit
              from voucher_lines join vouchers v using (book_id, voucher_id) group by 1, 2, 3, 4, 5) l
      full join balances b using (book_id, account_id, set_id, currency, period)
     where (l.debit, l.credit) is distinct from (b.debit_minor::numeric, b.credit_minor::numeric)`,
  'an account total is not the sum of its lines': `
    select coalesce(l.account_id, t.account_id) as what
      from (select book_id, account_id, sum(debit_minor) as debit, sum(credit_minor) as credit
              from voucher_lines group by 1, 2) l
      full join account_totals t using (book_id, account_id)
     where (coalesce(l.debit, 0), coalesce(l.credit, 0)) is distinct from (t.debit_minor::numeric, t.credit_minor::numeric)`,
  'voucher numbers have a gap': `
    select period || ' ' || word as what from vouchers group by book_id, period, word
    having min(number) <> 1 or max(number) <> count(*)`,
  'a record is nowhere': `
    select external_id as what from records r
     where not exists (select from documents d where d.record_id = r.record_id)
       and not exists (select from exceptions e where e.record_id = r.record_id)
       and not exists (select from ignored_records i where i.record_id = r.record_id)`,
  'a voucher is not owed to its target exactly once': `
    select v.voucher_id as what from vouchers v
      left join deliveries d on d.book_id = v.book_id and d.voucher_id = v.voucher_id and d.kind = 'voucher'
     group by v.book_id, v.voucher_id having count(d.delivery_id) <> 1`,
  'a voucher is both standing and reversed': `
    select d.number as what from documents d join vouchers r on r.book_id = d.book_id and r.reverses = d.voucher_id
     where d.state <> 'reversed'`,
};

/** What is wrong with the hub's books, one sentence each. */
export async function checkLedger(database: Database): Promise<string[]> {
  const wrong: string[] = [];
  for (const [name, query] of Object.entries(CHECKS)) {
    const rows = await database.query<{ what: unknown }>(query);
    if (rows.length > 0)
      wrong.push(
        `${name}: ${rows
          .slice(0, 5)
          .map(({ what }) => what)
          .join(', ')}`,
      );
  }
  return wrong;
}
