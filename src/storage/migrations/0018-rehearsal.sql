-- While a connection rehearses it talks to a simulator that the hub runs beside itself. Only books made for rehearsals may be
-- behind it, and deliveries of such books go nowhere else: the two sides of that sentence are asked whenever one is claimed.

alter table connections
  -- {"url", "settings", "since", "by"}: where the simulator answers, and the settings that reach it. Null: the real system.
  add column rehearsal jsonb;
alter table books
  add column rehearsal boolean not null default false;
