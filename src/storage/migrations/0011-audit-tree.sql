-- One tamper-evident log (Decision 13): every entry of the audit log is a leaf of a Merkle tree, and checkpoint entries bind
-- the heads of the posting chains to it. The signed checkpoints are kept outside the database; what stands here is a copy
-- of them and where the tree stands, so that the next one need not read the log from its beginning.

-- Version 2 also covers who posted, when, and under which version of the flow. What was posted before stays as it was hashed.
alter table postings add column hash_version smallint not null default 1;

create table audit_tree (
  is_only  boolean primary key default true check (is_only),
  -- Names the log in every checkpoint; another database never has the same.
  origin   text not null default 'tongzhang-' || substr(md5(random()::text || clock_timestamp()), 1, 12),
  sequence bigint not null default 0,
  size     bigint not null default 0,
  entry_id bigint not null default 0,
  frontier bytea not null default ''
);
insert into audit_tree default values;

-- Up to which posting of each book a checkpoint speaks.
create table audit_heads (
  book_id    int primary key,
  posting_id bigint not null
);

create table audit_checkpoints (
  sequence bigint primary key,
  at       timestamptz not null,
  size     bigint not null,
  note     text not null
);
create trigger immutable before update or delete on audit_checkpoints for each row execute function refuse_change();
create trigger immutable_all before truncate on audit_checkpoints for each statement execute function refuse_change();

-- Who asked the hub to recompute everything, how far it is, and what came out.
create table audit_verifications (
  verification_id bigint generated always as identity primary key,
  state           text not null default 'running' check (state in ('running', 'done', 'failed')),
  started_by      text not null,
  started_at      timestamptz not null default now(),
  heartbeat_at    timestamptz not null default now(),
  finished_at     timestamptz,
  progress        json not null default '{}',
  result          json
);

create index audit_log_actor on audit_log (actor text_pattern_ops, entry_id);
create index audit_log_actor_action on audit_log (actor text_pattern_ops, action text_pattern_ops);
create index audit_log_action on audit_log (action text_pattern_ops, entry_id);
create index audit_log_subject on audit_log (subject text_pattern_ops, entry_id);
create index audit_log_at on audit_log (at);
