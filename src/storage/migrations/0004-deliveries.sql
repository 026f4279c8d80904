-- What is owed to other systems. A delivery is claimed in a transaction of its own that is committed before
-- anything is sent; so after a crash we know that an attempt was under way, wait until the target must have
-- settled it, and ask the target by business key before sending again (Decision 7).

create table deliveries (
  delivery_id        bigint generated always as identity primary key,
  book_id            int not null,
  connection_id      int not null,
  kind               text not null check (kind in ('voucher', 'write-back', 'withdraw')),
  business_key       text not null,
  voucher_id         bigint,
  document_id        bigint,
  until              text not null default 'audited',
  payload            jsonb,
  state              text not null default 'owed' check (state in ('owed', 'sending', 'done', 'refused', 'dead', 'withdrawn')),
  target_state       text not null default 'absent',
  target_id          text,
  target_number      text,
  attempts           int not null default 0,
  attempt_id         bigint,
  attempt_started_at timestamptz,
  next_attempt_at    timestamptz not null default now(),
  error              jsonb,
  created_at         timestamptz not null default now(),
  done_at            timestamptz
);
create unique index deliveries_key on deliveries (connection_id, kind, business_key);
create index deliveries_waiting on deliveries (connection_id, kind, next_attempt_at) where state = 'owed';
create index deliveries_sending on deliveries (connection_id, kind, attempt_started_at) where state = 'sending';
create index deliveries_voucher on deliveries (book_id, voucher_id);
create index deliveries_trouble on deliveries (delivery_id) where state in ('refused', 'dead');

create sequence delivery_attempt_ids;

create table delivery_attempts (
  delivery_id bigint not null,
  attempt_id  bigint not null,
  started_at  timestamptz not null,
  ended_at    timestamptz not null,
  outcome     text not null,
  detail      jsonb,
  primary key (delivery_id, attempt_id)
);

-- The differences a reconciliation found between source, book and target, and what was done about each.
create table differences (
  difference_id bigint generated always as identity primary key,
  book_id       int not null,
  connection_id int not null,
  code          text not null,
  business_key  text not null,
  details       jsonb not null,
  repair        text not null,
  state         text not null default 'open' check (state in ('open', 'repaired', 'accepted')),
  found_at      timestamptz not null default now(),
  closed_at     timestamptz
);
create unique index differences_open on differences (connection_id, code, business_key) where state = 'open';
