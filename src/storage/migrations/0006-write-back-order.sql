-- What is written back about one thing goes out in the order in which it was owed, also when an attempt died with its
-- process and is taken over long after its successor was ready: an old voucher number must not end up over a new one.
-- A claim therefore asks whether something older about the same thing is unfinished.
create index deliveries_about on deliveries (connection_id, (payload ->> 'externalId'), delivery_id)
  where kind = 'write-back' and state in ('owed', 'sending');
