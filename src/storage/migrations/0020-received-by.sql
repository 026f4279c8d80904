-- A single document is posted without a run, together with those of other callers, so neither a run nor its posting says
-- who handed it in. The record does. Null: the run it came with tells, or a system that signed for it.
alter table records add column received_by text;
