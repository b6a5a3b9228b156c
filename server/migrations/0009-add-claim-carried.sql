-- A conclusion under one set that somebody has confirmed for another names the one it was carried over from. One that
-- was written by mistake is taken back by a later row that replaces it and puts nothing in its place.
alter table verdict_claim
  add column carried_from text collate "C",
  add column withdrawn boolean,
  add constraint verdict_claim_carried_from_fkey foreign key (province_id, carried_from)
    references verdict_claim (province_id, id),
  add constraint verdict_claim_withdrawn_check check (withdrawn is null or (withdrawn and replaces is not null));
