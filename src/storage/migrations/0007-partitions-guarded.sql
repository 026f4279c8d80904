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
