-- Who asked for what. The full access model builds on these two.

create table idempotency_keys (
  principal   text not null,
  key         text not null,
  request     text not null,
  body_hash   bytea not null,
  status      int,
  answer      json,
  created_at  timestamptz not null default now(),
  primary key (principal, key)
);
create index idempotency_keys_age on idempotency_keys (created_at);

-- Append-only; each entry's hash covers the one before it.
create table audit_log (
  entry_id      bigint generated always as identity primary key,
  at            timestamptz not null default now(),
  actor         text not null,
  action        text not null,
  subject       text not null,
  details       json not null default '{}',
  previous_hash bytea not null,
  hash          bytea not null
);
create trigger immutable before update or delete on audit_log for each row execute function refuse_change();
create trigger immutable_all before truncate on audit_log for each statement execute function refuse_change();
