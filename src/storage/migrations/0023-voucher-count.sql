-- As in 0002, but for how the vouchers of a posting are counted: in order, which only the primary key gives. While a
-- table is empty all its indexes look alike, and a plan made then along another one reads all vouchers of the book.
create or replace function check_posting() returns trigger language plpgsql as $$
declare
  expected bigint := new.last_voucher_id - new.first_voucher_id + 1;
  found bigint;
  lines bigint;
  wrong bigint;
begin
  select count(*), coalesce(sum(n), 0), min(voucher_id) filter (where difference <> 0 or n < 2)
    into found, lines, wrong
    from (select voucher_id, count(*) as n, sum(debit_minor) - sum(credit_minor) as difference
            from voucher_lines
           where book_id = new.book_id and voucher_id between new.first_voucher_id and new.last_voucher_id
           group by voucher_id) v;
  if wrong is not null then
    raise exception 'unbalanced: voucher % of book %', wrong, new.book_id using errcode = 'check_violation';
  end if;
  if found <> expected or lines <> new.line_count or expected <> (
    select count(*) from (
      select from vouchers
       where book_id = new.book_id and voucher_id between new.first_voucher_id and new.last_voucher_id
       order by voucher_id offset 0) v)
  then
    raise exception 'posting_incomplete: posting % of book %', new.posting_id, new.book_id using errcode = 'check_violation';
  end if;
  if new.first_voucher_id <> 1 + coalesce((select last_voucher_id from postings
     where book_id = new.book_id and posting_id = new.posting_id - 1), 0)
  then
    raise exception 'posting_gap: posting % of book %', new.posting_id, new.book_id using errcode = 'check_violation';
  end if;
  return null;
end $$;
