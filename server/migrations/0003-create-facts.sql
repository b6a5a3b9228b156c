-- Transcriptions of criteria sets, whole and sealed; the pack's canonical JSON with its digest.
create table edition (
  province_id text collate "C" not null,
  set_id text collate "C" not null,
  no integer not null,
  digest text collate "C" not null,
  content jsonb not null,
  entry_seq bigint not null,
  constraint edition_pkey primary key (province_id, set_id, no)
);

create index edition_by_entry on edition (province_id, entry_seq, set_id, no);

create table set_application (
  province_id text collate "C" not null,
  id text collate "C" not null,
  set_id text collate "C" not null,
  "from" date not null,
  document_id text collate "C",
  assumed boolean not null,
  note text collate "C",
  replaces text collate "C",
  entry_seq bigint not null,
  constraint set_application_pkey primary key (province_id, id),
  constraint set_application_replaces_fkey foreign key (province_id, replaces) references set_application (province_id, id)
);

create index set_application_by_entry on set_application (province_id, entry_seq, id);

create table level_decision (
  province_id text collate "C" not null,
  id text collate "C" not null,
  set_id text collate "C" not null,
  key text collate "C" not null,
  "column" text collate "C" not null,
  year integer,
  scaled bigint not null,
  document_id text collate "C" not null,
  article text collate "C",
  "from" date not null,
  until date,
  replaces text collate "C",
  illustrative boolean not null,
  entry_seq bigint not null,
  constraint level_decision_pkey primary key (province_id, id),
  constraint level_decision_document_fkey foreign key (province_id, document_id) references document (province_id, id),
  constraint level_decision_period_check check (until is null or "from" < until),
  constraint level_decision_replaces_fkey foreign key (province_id, replaces) references level_decision (province_id, id)
);

create index level_decision_set on level_decision (province_id, set_id, key);
create index level_decision_by_entry on level_decision (province_id, entry_seq, id);

create table figure (
  province_id text collate "C" not null,
  id text collate "C" not null,
  unit_id text collate "C" not null,
  measure_id text collate "C" not null,
  period text collate "C" not null,
  last_day date not null,
  stage text collate "C" not null,
  nature text collate "C" not null,
  num bigint,
  den bigint,
  value bigint,
  not_applicable_reason text collate "C",
  document_id text collate "C",
  evidence text collate "C",
  replaces text collate "C",
  batch_id text collate "C",
  illustrative boolean not null,
  entry_seq bigint not null,
  constraint figure_pkey primary key (province_id, id),
  constraint figure_unit_fkey foreign key (province_id, unit_id) references unit (province_id, id),
  constraint figure_document_fkey foreign key (province_id, document_id) references document (province_id, id),
  constraint figure_replaces_fkey foreign key (province_id, replaces) references figure (province_id, id),
  constraint figure_quantity_check check (
    num_nonnulls(value, num, not_applicable_reason) = 1 and (num is null) = (den is null) and (den is null or den > 0)
  )
);

create index figure_unit on figure (province_id, unit_id, measure_id);
create index figure_by_entry on figure (province_id, entry_seq, id);
create index figure_replaces on figure (province_id, replaces) where replaces is not null;

create table verdict_claim (
  province_id text collate "C" not null,
  id text collate "C" not null,
  unit_id text collate "C" not null,
  set_id text collate "C" not null,
  scope text collate "C" not null,
  code text collate "C",
  verdict text collate "C" not null,
  as_of date not null,
  stage text collate "C" not null,
  reason text collate "C",
  document_id text collate "C",
  evidence text collate "C",
  replaces text collate "C",
  batch_id text collate "C",
  illustrative boolean not null,
  entry_seq bigint not null,
  constraint verdict_claim_pkey primary key (province_id, id),
  constraint verdict_claim_unit_fkey foreign key (province_id, unit_id) references unit (province_id, id),
  constraint verdict_claim_document_fkey foreign key (province_id, document_id) references document (province_id, id),
  constraint verdict_claim_replaces_fkey foreign key (province_id, replaces) references verdict_claim (province_id, id),
  constraint verdict_claim_scope_check check ((scope = 'whole') = (code is null))
);

create index verdict_claim_unit on verdict_claim (province_id, unit_id, set_id);
create index verdict_claim_by_entry on verdict_claim (province_id, entry_seq, id);
create index verdict_claim_replaces on verdict_claim (province_id, replaces) where replaces is not null;

create table decision (
  province_id text collate "C" not null,
  id text collate "C" not null,
  unit_id text collate "C" not null,
  act text collate "C" not null,
  rank text collate "C" not null,
  day date not null,
  day_assumed boolean not null,
  number text collate "C",
  issuer text collate "C",
  year_of_standard integer,
  set_id text collate "C",
  document_id text collate "C",
  revokes text collate "C",
  replaces text collate "C",
  illustrative boolean not null,
  note text collate "C",
  entry_seq bigint not null,
  constraint decision_pkey primary key (province_id, id),
  constraint decision_unit_fkey foreign key (province_id, unit_id) references unit (province_id, id),
  constraint decision_document_fkey foreign key (province_id, document_id) references document (province_id, id),
  constraint decision_revokes_fkey foreign key (province_id, revokes) references decision (province_id, id),
  constraint decision_replaces_fkey foreign key (province_id, replaces) references decision (province_id, id)
);

create index decision_unit on decision (province_id, unit_id);
create index decision_by_entry on decision (province_id, entry_seq, id);

-- Today, as known now, nothing else; written in the transaction of the figure or claim.
create table standing (
  province_id text collate "C" not null,
  unit_id text collate "C" not null,
  set_id text collate "C" not null,
  basis text collate "C" not null,
  day date not null,
  -- two bits per criterion, then two bits per indicator, in the order of the set
  verdicts bytea not null,
  whole smallint not null,
  met smallint not null,
  unmet smallint not null,
  unknown smallint not null,
  not_applicable smallint not null,
  entry_seq bigint not null,
  constraint standing_pkey primary key (province_id, set_id, basis, unit_id)
);

-- Rights: facts are only ever added; of older unit rows only the end of being known may be written.
grant select, insert, update on ledger_head, province to an_cu_app;
grant select, insert on entry, document, unit, unit_name, unit_kind, unit_code, unit_parent, unit_group,
  unit_programme, unit_point, unit_change, unit_change_part, edition, set_application, level_decision,
  figure, verdict_claim, decision to an_cu_app;
grant update (superseded_seq) on unit_name, unit_kind, unit_code, unit_parent, unit_group, unit_programme
  to an_cu_app;
grant select, insert, update, delete on unit_within, unit_scope, unit_search_key, unit_entry, standing to an_cu_app;

-- Until sign-in exists there is one local operator; a transaction without an officer sees and writes nothing.
do $$
declare
  name text;
begin
  foreach name in array array[
    'ledger_head', 'entry', 'document', 'unit', 'unit_name', 'unit_kind', 'unit_code', 'unit_parent', 'unit_group',
    'unit_programme', 'unit_point', 'unit_change', 'unit_change_part', 'unit_within', 'unit_scope',
    'unit_search_key', 'unit_entry', 'edition',
    'set_application', 'level_decision', 'figure', 'verdict_claim', 'decision', 'standing'
  ]
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy %I on %I to an_cu_app using (
         province_id = nullif(current_setting(''an_cu.province'', true), '''')
         and nullif(current_setting(''an_cu.officer'', true), '''') is not null
       )',
      name || '_of_province', name
    );
  end loop;
end
$$;

alter table province enable row level security;
alter table province force row level security;
create policy province_of_province on province to an_cu_app using (
  id = nullif(current_setting('an_cu.province', true), '')
  and nullif(current_setting('an_cu.officer', true), '') is not null
);

-- For which day and up to which entry `standing` was written; when either is behind, it is rebuilt.
create table standing_head (
  province_id text collate "C" primary key references province (id),
  day date not null,
  entry_seq bigint not null
);

grant select, insert, update, delete on standing_head to an_cu_app;
alter table standing_head enable row level security;
alter table standing_head force row level security;
create policy standing_head_of_province on standing_head to an_cu_app using (
  province_id = nullif(current_setting('an_cu.province', true), '')
  and nullif(current_setting('an_cu.officer', true), '') is not null
);
