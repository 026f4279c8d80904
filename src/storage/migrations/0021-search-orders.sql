-- What bench/search.ts found slow at a million records, and what makes it quick.

-- Numbers follow each other in time, so that a search of a day in the order of numbers walks a long way before it meets
-- the first. With the time in the index, the way is walked there and not in the table.
drop index records_external;
create index records_external on records (external_id collate "C", record_id, received_at);

-- Held records in the order of their documents' dates and amounts. Only what is held pays for these.
create index exceptions_date on exceptions (doc_date, record_id) where state = 'open' and doc_date is not null;
create index exceptions_amount on exceptions (impact_minor, record_id) where state = 'open' and impact_minor is not null;
