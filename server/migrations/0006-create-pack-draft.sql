-- Working state and no facts: a criteria set between the annex of a decision and its publication. A draft has no
-- entry in the ledger and is in no backup; every change of it is kept, so that what was acknowledged is not lost.
create table pack_draft (
  province_id text collate "C" not null references province (id),
  id text collate "C" not null,
  version integer not null,
  file_name text collate "C" not null,
  -- which of the sets in the file, and how many there are
  part integer not null,
  parts integer not null,
  source jsonb not null,
  work jsonb not null,
  changed_by text collate "C" not null,
  changed_at timestamptz not null,
  set_id text collate "C",
  edition_no integer,
  published_seq bigint,
  constraint pack_draft_pkey primary key (province_id, id),
  constraint pack_draft_published_check check (
    (published_seq is null) = (set_id is null) and (published_seq is null) = (edition_no is null)
  )
);

create table pack_draft_change (
  province_id text collate "C" not null,
  draft_id text collate "C" not null,
  version integer not null,
  command_id text collate "C" not null,
  changed_by text collate "C" not null,
  changed_at timestamptz not null,
  changes jsonb not null,
  constraint pack_draft_change_pkey primary key (province_id, draft_id, version),
  constraint pack_draft_change_command_key unique (province_id, draft_id, command_id),
  constraint pack_draft_change_draft_fkey foreign key (province_id, draft_id)
    references pack_draft (province_id, id)
);

grant select, insert, update on pack_draft to an_cu_app;
grant select, insert on pack_draft_change to an_cu_app;

do $$
declare
  name text;
begin
  foreach name in array array['pack_draft', 'pack_draft_change']
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
