-- The ledger. Every key begins with the book, every table is hash-partitioned by it (Decision 3),
-- so a book can later move to a node of its own.
--
-- Posted is immutable (Decision 5): rows are only ever inserted, by a posting of the same transaction.
-- Balance is checked once per posting when the transaction commits: one grouped scan over the vouchers
-- just written costs 1–2 µs a line, where a deferred trigger per row would cost ten times that.

-- One transaction that put vouchers into a book. `hash` chains over the postings of the book:
-- sha256(previous hash ‖ root), where `root` is the Merkle root of the voucher hashes.
create table postings (
  book_id          int not null,
  posting_id       bigint not null,
  first_voucher_id bigint not null,
  last_voucher_id  bigint not null check (last_voucher_id >= first_voucher_id),
  line_count       int not null,
  xid              xid8 not null default pg_current_xact_id(),
  posted_at        timestamptz not null default now(),
  posted_by        text not null,
  root             bytea not null,
  previous_hash    bytea not null,
  hash             bytea not null,
  primary key (book_id, posting_id)
) partition by hash (book_id);

create table vouchers (
  book_id          int not null,
  voucher_id       bigint not null,
  posting_id       bigint not null,
  period           int not null,
  word             text not null,
  number           int not null,
  date             date not null,
  kind             text not null,
  reverses         bigint,
  attachment_count int not null,
  prepared_by      text not null,
  reviewed_by      text,
  -- Kinds of the source documents, for V17 and the hash.
  source_kinds     text[] not null,
  flow_version_id  int,
  total_minor      bigint not null,
  hash             bytea not null,
  primary key (book_id, voucher_id),
  unique (book_id, period, word, number)
) partition by hash (book_id);

-- A voucher is reversed once.
create unique index vouchers_reverses on vouchers (book_id, reverses) where reverses is not null;

create table voucher_lines (
  book_id       int not null,
  voucher_id    bigint not null,
  line_no       smallint not null,
  account_id    int not null,
  set_id        int not null,
  debit_minor   bigint not null,
  credit_minor  bigint not null,
  currency      text not null,
  amount_minor  bigint not null,
  rate          text not null,
  quantity      text,
  unit_price    text,
  summary       text not null,
  template_line smallint,
  primary key (book_id, voucher_id, line_no),
  check ((debit_minor = 0) <> (credit_minor = 0))
) partition by hash (book_id);

create index voucher_lines_account on voucher_lines (book_id, account_id, voucher_id);

-- Combinations of dimension values, interned: a line carries a number instead of a map. Set 0 is "none".
create table dimension_sets (
  book_id    int not null,
  set_id     int not null,
  key        text not null,
  dimensions jsonb not null,
  primary key (book_id, set_id),
  unique (book_id, key)
) partition by hash (book_id);

-- Movements per period; added to once per posting and key, so a hot account costs nothing.
create table balances (
  book_id       int not null,
  account_id    int not null,
  set_id        int not null,
  currency      text not null,
  period        int not null,
  debit_minor   bigint not null,
  credit_minor  bigint not null,
  amount_debit_minor  bigint not null,
  amount_credit_minor bigint not null,
  primary key (book_id, account_id, set_id, currency, period)
) partition by hash (book_id);

-- The same, over all dimensions and periods: what the cash and balance-side checks read with every batch.
create table account_totals (
  book_id      int not null,
  account_id   int not null,
  debit_minor  bigint not null,
  credit_minor bigint not null,
  primary key (book_id, account_id)
) with (fillfactor = 50);

create table voucher_numbers (
  book_id     int not null,
  period      int not null,
  word        text not null,
  last_number int not null,
  primary key (book_id, period, word)
);

do $$
declare t text;
begin
  foreach t in array array['postings', 'vouchers', 'voucher_lines', 'dimension_sets', 'balances'] loop
    for i in 0..7 loop
      execute format('create table %I partition of %I for values with (modulus 8, remainder %s)%s',
        t || '_' || i, t, i, case when t = 'balances' then ' with (fillfactor = 70)' else '' end);
    end loop;
  end loop;
end $$;

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'posted_immutable: % of % is refused; correct it with a reversal', lower(tg_op), tg_table_name
    using errcode = 'restrict_violation';
end $$;

-- Rows come only with a posting of the same transaction, and inside its range of voucher ids.
create function require_posting() returns trigger language plpgsql as $$
begin
  if exists (
    select from (select book_id, min(voucher_id) as low, max(voucher_id) as high from added group by book_id) a
    where not exists (
      select from postings p
      where p.book_id = a.book_id and p.xid = pg_current_xact_id()
        and p.posting_id = (select max(posting_id) from postings m where m.book_id = a.book_id)
        and a.low >= p.first_voucher_id and a.high <= p.last_voucher_id))
  then
    raise exception 'posting_missing: % may only be added by a posting of the same transaction', tg_table_name
      using errcode = 'restrict_violation';
  end if;
  return null;
end $$;

-- At commit: every voucher of the posting is there, has at least two lines and balances exactly.
create function check_posting() returns trigger language plpgsql as $$
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
    select count(*) from vouchers
     where book_id = new.book_id and voucher_id between new.first_voucher_id and new.last_voucher_id)
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

create constraint trigger posting_balances after insert on postings
  deferrable initially deferred for each row execute function check_posting();

create trigger vouchers_with_posting after insert on vouchers
  referencing new table as added for each statement execute function require_posting();
create trigger lines_with_posting after insert on voucher_lines
  referencing new table as added for each statement execute function require_posting();

do $$
declare t text;
begin
  foreach t in array array['postings', 'vouchers', 'voucher_lines', 'dimension_sets'] loop
    execute format('create trigger immutable before update or delete on %I for each row execute function refuse_change()', t);
    execute format('create trigger immutable_all before truncate on %I for each statement execute function refuse_change()', t);
  end loop;
end $$;
