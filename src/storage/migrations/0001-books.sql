-- Books and their master data: what a posting decision reads and a person maintains.
-- `master_version` grows with every change below a book, so a worker knows when its copy is old.

create table books (
  book_id        int generated always as identity primary key,
  code           text not null unique,
  name           text not null,
  base_currency  text not null,
  standard       text not null check (standard in ('cas', 'cas-small', 'ifrs', 'us-gaap')),
  settings       jsonb not null default '{}',
  -- Begins every business key we send out, so that two installations never share one.
  key_prefix     text not null default substr(md5(random()::text || clock_timestamp()), 1, 6),
  master_version bigint not null default 1,
  created_at     timestamptz not null default now()
);

-- The next numbers of a book. One row a book; whoever holds the book's lock is its only writer.
create table book_counters (
  book_id          int primary key references books,
  next_posting_id  bigint not null default 1,
  next_voucher_id  bigint not null default 1,
  next_document_id bigint not null default 1,
  next_set_id      int    not null default 1
);

create table accounts (
  book_id     int not null references books,
  account_id  int not null,
  code        text not null,
  element     text,
  name        jsonb not null,
  parent_code text,
  class       text not null,
  side        text not null,
  enabled     boolean not null default true,
  dimensions  jsonb not null default '{}',
  cash        text,
  quantity    boolean not null default false,
  primary key (book_id, account_id),
  unique (book_id, code)
);

create table dimension_values (
  book_id            int not null references books,
  dimension          text not null,
  code               text not null,
  name               text not null,
  enabled            boolean not null default true,
  credit_limit_minor bigint,
  primary key (book_id, dimension, code)
);

create table periods (
  book_id   int not null references books,
  period    int not null,
  starts_on date not null,
  ends_on   date not null check (ends_on >= starts_on),
  state     text not null default 'open' check (state in ('open', 'closed')),
  changed_at timestamptz not null default now(),
  changed_by text not null,
  primary key (book_id, period)
);

create table rates (
  book_id  int not null references books,
  currency text not null,
  type     text not null,
  date     date not null,
  rate     text not null,
  primary key (book_id, currency, type, date)
);

-- Their code → our code, with who vouches for it.
create table crosswalks (
  book_id      int not null references books,
  name         text not null,
  from_code    text not null,
  to_code      text not null,
  confidence   real not null check (confidence between 0 and 1),
  confirmed_by text,
  changed_at   timestamptz not null default now(),
  primary key (book_id, name, from_code)
);

-- A book's copy is stale when this number moved. Statement triggers: a bulk load of a chart counts once.
create function touch_book() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    update books set master_version = master_version + 1 where book_id in (select distinct book_id from old_rows);
  else
    update books set master_version = master_version + 1 where book_id in (select distinct book_id from new_rows);
  end if;
  return null;
end $$;

do $$
declare t text;
begin
  foreach t in array array['accounts', 'dimension_values', 'periods', 'rates', 'crosswalks'] loop
    execute format('create trigger touch_book_insert after insert on %I referencing new table as new_rows for each statement execute function touch_book()', t);
    execute format('create trigger touch_book_update after update on %I referencing new table as new_rows for each statement execute function touch_book()', t);
    execute format('create trigger touch_book_delete after delete on %I referencing old table as old_rows for each statement execute function touch_book()', t);
  end loop;
end $$;
