-- Records are found among millions by what people know of them, in the order they ask for (bench/search.ts measures it).
-- Each index serves a filter and the sort of the same name; what it costs a record on its way is in that benchmark too.
-- Partial where they can be: what was reversed, or never had a partner, is not in them.

alter table documents add column amount_minor bigint, add column partner text;

-- The living documents, said in other words than `state <> 'reversed'` on purpose: posting says it so, and must not take one
-- of these for the index of its keys. Before there are statistics all indexes of a book look alike to the planner, and
-- that made posting five times slower.
create index documents_date on documents (book_id, date, record_id) where state in ('staged', 'posted');
create index documents_amount on documents (book_id, amount_minor, record_id) where state in ('staged', 'posted');
create index documents_partner on documents (book_id, partner, record_id) where state in ('staged', 'posted') and partner is not null;

-- All records of a page have the same time, so this one grows at its right edge.
create index records_received on records (received_at, record_id);
-- Beginnings of order numbers, whatever the collation of the database.
create index records_external on records (external_id collate "C", record_id);
create index records_refused on records (record_id) where refusal is not null;

create index ignored_records_at on ignored_records (at, record_id);
-- Held records have no document: what mapping could read of them is kept with the exception.
alter table exceptions add column partner text;
create index exceptions_document on exceptions (document_key);
create index runs_started on runs (started_at);

-- What was posted in a time: postings are few, one a batch, and each names its vouchers.
create index postings_posted on postings (posted_at, book_id);
