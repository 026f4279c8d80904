-- The work list: who looks after an exception, what is at stake, what was said about it, and how a person corrected a document.

alter table exceptions
  -- Login of a person.
  add column assigned_to  text,
  add column assigned_at  timestamptz,
  add column assigned_by  text,
  -- The largest amount of the document in minor units of the book's currency, as far as mapping could read it.
  add column impact_minor bigint,
  add column doc_date     date;
create index exceptions_assigned on exceptions (assigned_to, exception_id) where state = 'open' and assigned_to is not null;

-- The work list by what is at stake.
create index exceptions_impact on exceptions (coalesce(abs(impact_minor), -1), exception_id) where state = 'open';

create table exception_comments (
  comment_id   bigint generated always as identity primary key,
  exception_id bigint not null references exceptions,
  written_at   timestamptz not null default now(),
  written_by   text not null,
  text         text not null
);
create index exception_comments_exception on exception_comments (exception_id, comment_id);
create trigger immutable before update or delete on exception_comments for each row execute function refuse_change();

-- What a person says instead of what the record says. The record stays as it arrived; the correction is laid over what mapping
-- makes of this very record, so a newer version of the thing is judged anew. Nothing is deleted: a correction is revoked.
create table corrections (
  correction_id bigint generated always as identity primary key,
  record_id     bigint not null,
  flow_id       int not null references flows,
  -- Kind of the document, and the field as findings name it: customer, refunds[1].customer, lines[2].sku.
  kind          text not null,
  place         text not null,
  -- In our vocabulary, as a person writes it; null empties the field.
  value         text,
  before        text,
  reason        text not null,
  exception_id  bigint,
  made_at       timestamptz not null default now(),
  made_by       text not null,
  revoked_at    timestamptz,
  revoked_by    text,
  revoke_reason text
);
create unique index corrections_living on corrections (record_id, flow_id, kind, place) where revoked_at is null;
create index corrections_record on corrections (record_id, correction_id);
