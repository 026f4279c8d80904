-- Somebody may let a connection wait, and says why. That is a wish of its own, and no health: what the system answers to a
-- test, or new settings, end no pause.
alter table connections
  add column pause jsonb check (pause ?& array['since', 'by', 'note']),
  drop constraint connections_state_check,
  add constraint connections_state_check check (state in ('active', 'broken'));
