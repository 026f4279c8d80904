-- What arrives and what becomes of it. The hot path only inserts (Decision 10): a record's state is read off
-- where it stands: on the lane, among the documents, in an exception, or ignored.

create table connections (
  connection_id int generated always as identity primary key,
  code          text not null unique,
  connector     text not null,
  title         text not null,
  settings      jsonb not null default '{}',
  -- AES-256-GCM, key outside the database.
  secrets       bytea,
  state         text not null default 'active' check (state in ('active', 'paused', 'broken')),
  last_error    jsonb,
  checked_at    timestamptz,
  created_at    timestamptz not null default now()
);

-- How far collecting has come; moved in the transaction that stored the page.
create table cursors (
  connection_id int not null references connections,
  kind          text not null,
  cursor        jsonb,
  updated_at    timestamptz not null default now(),
  primary key (connection_id, kind)
);

create table flows (
  flow_id       int generated always as identity primary key,
  code          text not null unique,
  book_id       int not null references books,
  connection_id int not null references connections,
  kind          text not null,
  enabled       boolean not null default true,
  published_version_id int,
  -- When it next polls; whoever moves this on does the poll. Null: not polled.
  next_poll_at  timestamptz,
  created_at    timestamptz not null default now()
);
create index flows_source on flows (connection_id, kind);

create table flow_versions (
  flow_version_id int generated always as identity primary key,
  flow_id         int not null references flows,
  version         int not null,
  definition      jsonb not null,
  source          text not null,
  created_at      timestamptz not null default now(),
  created_by      text not null,
  published_at    timestamptz,
  unique (flow_id, version)
);
alter table flows add foreign key (published_version_id) references flow_versions;

-- One execution: a poll, an import, a replay. Counts move once per batch.
create table runs (
  run_id       bigint generated always as identity primary key,
  flow_id      int references flows,
  connection_id int references connections,
  kind         text not null check (kind in ('collect', 'import', 'replay', 'api')),
  state        text not null default 'running' check (state in ('running', 'collected', 'done', 'failed')),
  expected     bigint,
  collected    bigint not null default 0,
  repeated     bigint not null default 0,
  posted       bigint not null default 0,
  held         bigint not null default 0,
  ignored      bigint not null default 0,
  started_at   timestamptz not null default now(),
  -- Moved with every page; a run that stopped moving lost its process.
  heartbeat_at timestamptz not null default now(),
  collected_at timestamptz,
  finished_at  timestamptz,
  started_by   text not null,
  error        jsonb,
  notes        jsonb
);
create index runs_unfinished on runs (run_id) where state in ('running', 'collected');

create table records (
  record_id     bigint generated always as identity primary key,
  connection_id int not null,
  kind          text not null,
  external_id   text not null,
  content_hash  bytea not null,
  media_type    text not null,
  raw           bytea not null,
  changed_at    timestamptz,
  received_at   timestamptz not null default now(),
  run_id        bigint,
  -- Set when the bytes could not be read at all (a broken row): kept, never posted.
  refusal       jsonb,
  unique (connection_id, kind, external_id, content_hash)
);
create index records_run on records (run_id, record_id);
create trigger immutable before update or delete on records for each row execute function refuse_change();

-- Work waiting for the writer of a book. Read in order of seq, deleted in the transaction that settles it.
create table lane (
  book_id         int not null,
  seq             bigint generated always as identity,
  record_id       bigint not null,
  flow_id         int not null,
  flow_version_id int not null,
  run_id          bigint,
  -- Not the first time we see this thing: a newer version, or a replay.
  again           boolean not null default false,
  -- A person released the exception: these codes no longer hold.
  released        text[],
  primary key (book_id, seq)
) with (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 0);
create index lane_run on lane (run_id);

create table documents (
  book_id         int not null,
  document_id     bigint not null,
  record_id       bigint not null,
  flow_version_id int not null,
  kind            text not null,
  number          text not null,
  date            date not null,
  currency        text not null,
  -- staged: waits for its summarised voucher. posted. reversed: a newer version or a person took it back.
  state           text not null check (state in ('staged', 'posted', 'reversed')),
  voucher_id      bigint,
  run_id          bigint,
  changed_at      timestamptz,
  digest          bytea not null,
  -- Hash of the fields by which likely doubles are recognised; null where the flow does not look for them.
  likeness        text,
  body            json not null,
  provenance      json not null,
  flags           json,
  primary key (book_id, document_id)
) partition by hash (book_id);

do $$
begin
  for i in 0..7 loop
    execute format('create table %I partition of documents for values with (modulus 8, remainder %s)', 'documents_' || i, i);
  end loop;
end $$;

-- One living document per book, kind and number, whatever flow made it.
create unique index documents_key on documents (book_id, kind, number) where state <> 'reversed';
create index documents_record on documents (book_id, record_id);
create index documents_voucher on documents (book_id, voucher_id);
create index documents_likeness on documents (book_id, likeness, date) where likeness is not null;
create index documents_staged on documents (book_id, run_id) where state = 'staged';

create table exceptions (
  exception_id    bigint generated always as identity primary key,
  book_id         int not null,
  flow_id         int not null,
  flow_version_id int not null,
  record_id       bigint not null,
  run_id          bigint,
  state           text not null default 'open' check (state in ('open', 'resolved', 'released', 'dismissed')),
  effect          text not null check (effect in ('block', 'hold')),
  codes           text[] not null,
  findings        jsonb not null,
  document_key    text,
  opened_at       timestamptz not null default now(),
  closed_at       timestamptz,
  closed_by       text,
  note            text
);
create unique index exceptions_open on exceptions (flow_id, record_id) where state = 'open';
create index exceptions_book on exceptions (book_id, exception_id) where state = 'open';
create index exceptions_record on exceptions (record_id);

-- Records that were read and rightly made nothing: cancelled orders, unchanged versions, older versions.
create table ignored_records (
  flow_id    int not null,
  record_id  bigint not null,
  reason     text not null,
  run_id     bigint,
  at         timestamptz not null default now(),
  primary key (flow_id, record_id)
);
