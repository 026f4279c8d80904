-- A run may wait and may be called off. What a waiting run has not posted yet is put aside from the lane, so that the hot
-- path never has to step over it; what a cancelled run has not posted is kept as passed over, and a replay takes it up again.

alter table runs drop constraint runs_state_check;
alter table runs
  add constraint runs_state_check check (state in ('running', 'paused', 'collected', 'done', 'failed', 'cancelled')),
  add column paused_at            timestamptz,
  -- How long it has waited so far, not counting the wait under way.
  add column paused_ms            bigint not null default 0,
  -- Set when whoever collected saw that the run waits, and stopped; a resumed run then needs a new collector.
  add column collector_stopped_at timestamptz,
  -- The run whose records this one puts before their flow again.
  add column replay_of            bigint,
  add column changed_by           text;

create table lane_paused (
  run_id          bigint not null references runs,
  -- The place it had on the lane.
  seq             bigint not null,
  book_id         int not null,
  record_id       bigint not null,
  flow_id         int not null,
  flow_version_id int not null,
  again           boolean not null,
  released        text[],
  primary key (run_id, seq)
);
create index lane_paused_book on lane_paused (book_id);
