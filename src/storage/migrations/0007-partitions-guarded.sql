-- A statement trigger of a partitioned table stays silent when a statement names one of its partitions: `truncate
-- vouchers_3` and `insert into voucher_lines_3` went past the guards. Row triggers are inherited by partitions,
-- statement triggers are not, so each partition gets its own. Records had no guard against truncate at all.
-- Inserts through the parent do not fire these, so the hot path pays nothing.

create trigger immutable_all before truncate on records for each statement execute function refuse_change();

do $$
declare part record;
begin
  for part in
    select i.inhrelid::regclass as name, i.inhparent::regclass::text as parent from pg_inherits i
     where i.inhparent in ('postings'::regclass, 'vouchers'::regclass, 'voucher_lines'::regclass, 'dimension_sets'::regclass)
  loop
    execute format('create trigger immutable_all before truncate on %s for each statement execute function refuse_change()', part.name);
    if part.parent in ('vouchers', 'voucher_lines') then
      execute format('create trigger with_posting after insert on %s referencing new table as added
        for each statement execute function require_posting()', part.name);
    end if;
  end loop;
end $$;

-- `set constraints all immediate` has the balance of a posting checked early; lines added to it after that would escape
-- the check at commit. So no statement may leave a posting with more lines than it announced.
create function require_line_count() returns trigger language plpgsql as $$
begin
  if exists (
    -- The latest posting is the one of this transaction: `require_posting` has seen to that.
    select from (select distinct book_id from added) a
      cross join lateral (select * from postings p where p.book_id = a.book_id order by posting_id desc limit 1) p
     where p.line_count < (select count(*) from voucher_lines l
                            where l.book_id = p.book_id and l.voucher_id between p.first_voucher_id and p.last_voucher_id))
  then
    raise exception 'posting_incomplete: more lines than the posting announced' using errcode = 'restrict_violation';
  end if;
  return null;
end $$;

create trigger within_line_count after insert on voucher_lines
  referencing new table as added for each statement execute function require_line_count();

do $$
declare part record;
begin
  for part in select inhrelid::regclass as name from pg_inherits where inhparent = 'voucher_lines'::regclass loop
    execute format('create trigger within_line_count after insert on %s referencing new table as added
      for each statement execute function require_line_count()', part.name);
  end loop;
end $$;
