-- A level that was written by mistake is taken back by a later row that replaces it and puts nothing in its place.
alter table level_decision
  add column withdrawn boolean,
  add constraint level_decision_withdrawn_check check (withdrawn is null or (withdrawn and replaces is not null));
