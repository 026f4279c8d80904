-- What we tell other systems when something happens here, in the form of Standard Webhooks: messages are owed in the
-- transaction that did the work, so none tells of what was rolled back and none is forgotten; order is not promised.
-- A message names what it is about; its words are put together when it is sent, as its owner may see the thing then.

create table webhook_endpoints (
  endpoint_id     bigint generated always as identity primary key,
  title           text not null,
  url             text not null,
  events          text[] not null check (cardinality(events) > 0),
  -- Codes. Null: every book its owner sees.
  books           text[] check (cardinality(books) > 0),
  -- Sealed with a key outside the database. The one before is used beside it until it ends.
  secret          bytea not null,
  previous_secret bytea,
  previous_until  timestamptz,
  -- paused: what happens is kept for later. disabled: by a person, or since it answered that it is gone (410).
  state           text not null default 'active' check (state in ('active', 'paused', 'disabled')),
  reason          text,
  -- Who made it: it is told what they may see.
  owner_kind      text not null check (owner_kind in ('person', 'client', 'system')),
  owner_id        text not null,
  owner           text not null,
  created_at      timestamptz not null default now(),
  changed_at      timestamptz not null default now()
);

create table webhook_messages (
  message_id      bigint generated always as identity primary key,
  endpoint_id     bigint not null references webhook_endpoints on delete cascade,
  -- The receiver knows a repeated one by it.
  event_id        uuid not null default gen_random_uuid(),
  type            text not null,
  book_id         int,
  subject         bigint not null,
  happened_at     timestamptz not null default now(),
  -- dropped: its owner may not see the thing any more.
  state           text not null default 'waiting' check (state in ('waiting', 'sending', 'sent', 'failed', 'dropped')),
  attempts        int not null default 0,
  -- Attempts before a person had it sent again: the schedule begins anew then.
  attempts_before int not null default 0,
  next_attempt_at timestamptz not null default now(),
  claimed_at      timestamptz,
  ended_at        timestamptz,
  error           jsonb
);
create index webhook_messages_due on webhook_messages (endpoint_id, next_attempt_at) where state in ('waiting', 'sending');
create index webhook_messages_endpoint on webhook_messages (endpoint_id, message_id);
create index webhook_messages_age on webhook_messages (ended_at) where ended_at is not null;

create table webhook_attempts (
  message_id bigint not null references webhook_messages on delete cascade,
  attempt    int not null,
  started_at timestamptz not null,
  ended_at   timestamptz not null,
  -- Null: no answer came.
  status     int,
  error      jsonb,
  primary key (message_id, attempt)
);

-- Owes a message to every endpoint that wants to hear of it. Without any, it costs one look at an empty table.
create function owe_webhooks(wanted text, of_book int, subjects bigint[]) returns void language sql as $$
  insert into webhook_messages (endpoint_id, type, book_id, subject)
  select e.endpoint_id, wanted, of_book, s
    from webhook_endpoints e cross join unnest(subjects) s
   where e.state <> 'disabled' and wanted = any(e.events)
     and (e.books is null or exists (select from books b where b.book_id = of_book and b.code = any(e.books)))
$$;

-- Runs end and periods change in few places and few at a time: their rows say so themselves.
create function tell_run_over() returns trigger language plpgsql as $$
begin
  perform owe_webhooks('run.finished', (select book_id from flows where flow_id = new.flow_id), array[new.run_id]);
  return null;
end $$;
create trigger told_over after update of state on runs for each row
  when (new.state in ('done', 'failed', 'cancelled') and old.state is distinct from new.state)
  execute function tell_run_over();

create function tell_period_changed() returns trigger language plpgsql as $$
begin
  perform owe_webhooks(case new.state when 'closed' then 'period.closed' else 'period.reopened' end,
                       new.book_id, array[new.period::bigint]);
  return null;
end $$;
create trigger told_changed after update of state on periods for each row
  when (old.state is distinct from new.state) execute function tell_period_changed();
