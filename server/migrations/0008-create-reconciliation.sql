-- Notes that settle a disagreement: between figures and a conclusion, between what a unit told and what was found,
-- between a sum and its parts. A note names the facts it is about; another fact opens the disagreement again.
create table reconciliation (
  province_id text collate "C" not null,
  id text collate "C" not null,
  unit_id text collate "C" not null,
  subject text collate "C" not null,
  -- ids of figures and conclusions
  facts jsonb not null,
  note text collate "C" not null,
  document_id text collate "C",
  withdrawn boolean not null,
  illustrative boolean not null,
  entry_seq bigint not null,
  constraint reconciliation_pkey primary key (province_id, id),
  constraint reconciliation_unit_fkey foreign key (province_id, unit_id) references unit (province_id, id),
  constraint reconciliation_document_fkey foreign key (province_id, document_id) references document (province_id, id)
);

create index reconciliation_unit on reconciliation (province_id, unit_id, subject);
create index reconciliation_by_entry on reconciliation (province_id, entry_seq, id);

grant select, insert on reconciliation to an_cu_app;
alter table reconciliation enable row level security;
alter table reconciliation force row level security;
create policy reconciliation_of_province on reconciliation to an_cu_app using (
  province_id = nullif(current_setting('an_cu.province', true), '')
  and nullif(current_setting('an_cu.officer', true), '') is not null
);
