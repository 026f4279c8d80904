-- What happened, counted while it happens, so that no chart ever counts the tables.
--
-- Whoever does the work adds a few rows per batch to `figure_deltas`, in the same transaction and by insert alone: two
-- writers never meet on a row. A worker folds them into `figures` every second, per hour and per day in China; readers
-- add both, so that what they see is exact at every moment, also when nobody folds.
--
-- 0 stands for "none": what comes in belongs to a connection and a kind (`detail`), and to no flow or book yet.
-- `detail` is the kind of what came in, the code of a finding, or the bucket of a histogram of times
-- (core/figures/latency.ts). Amounts are in the base currency of the book; what is in another one counts without.

create table figure_deltas (
  delta_id      bigint generated always as identity primary key,
  at            timestamptz not null default now(),
  book_id       int not null,
  connection_id int not null,
  flow_id       int not null,
  measure       text not null,
  detail        text not null,
  n             bigint not null,
  amount_minor  bigint not null
) with (autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_cost_delay = 0);

create table figures (
  grain         text not null check (grain in ('hour', 'day')),
  at            timestamptz not null,
  measure       text not null,
  book_id       int not null,
  connection_id int not null,
  flow_id       int not null,
  detail        text not null,
  n             bigint not null,
  amount_minor  bigint not null,
  primary key (grain, at, measure, book_id, connection_id, flow_id, detail)
) with (fillfactor = 70);

-- A delivery knows the flow it comes from, and when it stopped: a figure leads to the deliveries it counts.
alter table deliveries add column flow_id int, add column stopped_at timestamptz;
create index deliveries_done on deliveries (done_at, delivery_id) where done_at is not null;
create index deliveries_stopped on deliveries (stopped_at, delivery_id) where stopped_at is not null;

-- The first time a record is put on hold is counted, and found again by this.
create index exceptions_opened on exceptions (opened_at, exception_id);
