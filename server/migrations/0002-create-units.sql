-- Rows about units have two clocks: from/until in the world, entry_seq/superseded_seq in what was known.
-- No two rows known now overlap in time. A hash of the most telling column comes first in what excludes them: in
-- a GiST index texts are compared slowly, and a province is not told apart from itself.
-- Verification and backups walk each table by entry and key.
create table document (
  province_id text collate "C" not null,
  id text collate "C" not null,
  title text collate "C" not null,
  number text collate "C",
  day date,
  issuer text collate "C",
  url text collate "C",
  unchecked boolean not null,
  illustrative boolean not null,
  note text collate "C",
  entry_seq bigint not null,
  constraint document_pkey primary key (province_id, id)
);

create index document_by_entry on document (province_id, entry_seq, id);

create table unit (
  province_id text collate "C" not null,
  id text collate "C" not null,
  entry_seq bigint not null,
  constraint unit_pkey primary key (province_id, id)
);

create index unit_by_entry on unit (province_id, entry_seq, id);

create table unit_name (
  province_id text collate "C" not null,
  row_id text collate "C" not null,
  unit_id text collate "C" not null,
  name text collate "C" not null,
  spelling text collate "C" not null,
  illustrative boolean not null,
  "from" date not null,
  until date,
  entry_seq bigint not null,
  superseded_seq bigint,
  constraint unit_name_pkey primary key (province_id, row_id),
  constraint unit_name_unit_fkey foreign key (province_id, unit_id) references unit (province_id, id),
  constraint unit_name_spelling_check check (spelling in ('statistics', 'local')),
  constraint unit_name_period_check check (until is null or "from" < until),
  constraint unit_name_overlap exclude using gist (
    hashtextextended(unit_id, 0) with =, unit_id with =, province_id with =, spelling with =, daterange("from", until) with &&
  ) where (superseded_seq is null)
);

create index unit_name_unit on unit_name (province_id, unit_id);
create index unit_name_by_entry on unit_name (province_id, entry_seq, row_id);
create index unit_name_ended on unit_name (province_id, superseded_seq, row_id) where superseded_seq is not null;

create table unit_kind (
  province_id text collate "C" not null,
  row_id text collate "C" not null,
  unit_id text collate "C" not null,
  kind text collate "C" not null,
  "from" date not null,
  until date,
  entry_seq bigint not null,
  superseded_seq bigint,
  constraint unit_kind_pkey primary key (province_id, row_id),
  constraint unit_kind_unit_fkey foreign key (province_id, unit_id) references unit (province_id, id),
  constraint unit_kind_period_check check (until is null or "from" < until),
  constraint unit_kind_overlap exclude using gist (
    hashtextextended(unit_id, 0) with =, unit_id with =, province_id with =, daterange("from", until) with &&
  ) where (superseded_seq is null)
);

create index unit_kind_unit on unit_kind (province_id, unit_id);
create index unit_kind_by_entry on unit_kind (province_id, entry_seq, row_id);
create index unit_kind_ended on unit_kind (province_id, superseded_seq, row_id) where superseded_seq is not null;

create table unit_code (
  province_id text collate "C" not null,
  row_id text collate "C" not null,
  unit_id text collate "C" not null,
  scheme text collate "C" not null,
  code text collate "C" not null,
  "from" date not null,
  until date,
  entry_seq bigint not null,
  superseded_seq bigint,
  constraint unit_code_pkey primary key (province_id, row_id),
  constraint unit_code_unit_fkey foreign key (province_id, unit_id) references unit (province_id, id),
  constraint unit_code_period_check check (until is null or "from" < until),
  -- a code names one unit on a day, and a unit has one code of a scheme on a day
  constraint unit_code_overlap exclude using gist (
    hashtextextended(code, 0) with =, code with =, province_id with =, scheme with =, daterange("from", until) with &&
  ) where (superseded_seq is null),
  constraint unit_code_unit_overlap exclude using gist (
    hashtextextended(unit_id, 0) with =, unit_id with =, province_id with =, scheme with =, daterange("from", until) with &&
  ) where (superseded_seq is null)
);

create index unit_code_unit on unit_code (province_id, unit_id);
create index unit_code_by_entry on unit_code (province_id, entry_seq, row_id);
create index unit_code_ended on unit_code (province_id, superseded_seq, row_id) where superseded_seq is not null;
create index unit_code_code on unit_code (province_id, code);

create table unit_parent (
  province_id text collate "C" not null,
  row_id text collate "C" not null,
  unit_id text collate "C" not null,
  hierarchy text collate "C" not null,
  parent_id text collate "C" not null,
  "from" date not null,
  until date,
  entry_seq bigint not null,
  superseded_seq bigint,
  constraint unit_parent_pkey primary key (province_id, row_id),
  constraint unit_parent_unit_fkey foreign key (province_id, unit_id) references unit (province_id, id),
  constraint unit_parent_parent_fkey foreign key (province_id, parent_id) references unit (province_id, id),
  constraint unit_parent_self_check check (unit_id <> parent_id),
  constraint unit_parent_period_check check (until is null or "from" < until),
  constraint unit_parent_overlap exclude using gist (
    hashtextextended(unit_id, 0) with =, unit_id with =, province_id with =, hierarchy with =, daterange("from", until) with &&
  ) where (superseded_seq is null)
);

create index unit_parent_unit on unit_parent (province_id, unit_id);
create index unit_parent_by_entry on unit_parent (province_id, entry_seq, row_id);
create index unit_parent_ended on unit_parent (province_id, superseded_seq, row_id) where superseded_seq is not null;
create index unit_parent_parent on unit_parent (province_id, parent_id);

create table unit_group (
  province_id text collate "C" not null,
  row_id text collate "C" not null,
  unit_id text collate "C" not null,
  "group" text collate "C" not null,
  document_id text collate "C",
  illustrative boolean not null,
  "from" date not null,
  until date,
  entry_seq bigint not null,
  superseded_seq bigint,
  constraint unit_group_pkey primary key (province_id, row_id),
  constraint unit_group_unit_fkey foreign key (province_id, unit_id) references unit (province_id, id),
  constraint unit_group_document_fkey foreign key (province_id, document_id) references document (province_id, id),
  constraint unit_group_period_check check (until is null or "from" < until),
  constraint unit_group_overlap exclude using gist (
    hashtextextended(unit_id, 0) with =, unit_id with =, province_id with =, "group" with =, daterange("from", until) with &&
  ) where (superseded_seq is null)
);

create index unit_group_unit on unit_group (province_id, unit_id);
create index unit_group_by_entry on unit_group (province_id, entry_seq, row_id);
create index unit_group_ended on unit_group (province_id, superseded_seq, row_id) where superseded_seq is not null;

create table unit_programme (
  province_id text collate "C" not null,
  row_id text collate "C" not null,
  unit_id text collate "C" not null,
  "from" date not null,
  until date,
  entry_seq bigint not null,
  superseded_seq bigint,
  constraint unit_programme_pkey primary key (province_id, row_id),
  constraint unit_programme_unit_fkey foreign key (province_id, unit_id) references unit (province_id, id),
  constraint unit_programme_period_check check (until is null or "from" < until),
  constraint unit_programme_overlap exclude using gist (
    hashtextextended(unit_id, 0) with =, unit_id with =, province_id with =, daterange("from", until) with &&
  ) where (superseded_seq is null)
);

create index unit_programme_unit on unit_programme (province_id, unit_id);
create index unit_programme_by_entry on unit_programme (province_id, entry_seq, row_id);
create index unit_programme_ended on unit_programme (province_id, superseded_seq, row_id) where superseded_seq is not null;

create table unit_point (
  province_id text collate "C" not null,
  row_id text collate "C" not null,
  unit_id text collate "C" not null,
  longitude double precision not null,
  latitude double precision not null,
  source text collate "C" not null,
  entry_seq bigint not null,
  constraint unit_point_pkey primary key (province_id, row_id),
  constraint unit_point_unit_fkey foreign key (province_id, unit_id) references unit (province_id, id)
);

create index unit_point_unit on unit_point (province_id, unit_id);
create index unit_point_by_entry on unit_point (province_id, entry_seq, row_id);

create table unit_change (
  province_id text collate "C" not null,
  id text collate "C" not null,
  day date not null,
  kind text collate "C" not null,
  document_id text collate "C",
  clause text collate "C",
  entry_seq bigint not null,
  constraint unit_change_pkey primary key (province_id, id),
  constraint unit_change_document_fkey foreign key (province_id, document_id) references document (province_id, id)
);

create index unit_change_by_entry on unit_change (province_id, entry_seq, id);

create table unit_change_part (
  province_id text collate "C" not null,
  row_id text collate "C" not null,
  change_id text collate "C" not null,
  old_id text collate "C",
  new_id text collate "C",
  measure text collate "C" not null,
  num bigint not null,
  den bigint not null,
  entry_seq bigint not null,
  constraint unit_change_part_pkey primary key (province_id, row_id),
  constraint unit_change_part_change_fkey foreign key (province_id, change_id) references unit_change (province_id, id),
  constraint unit_change_part_old_fkey foreign key (province_id, old_id) references unit (province_id, id),
  constraint unit_change_part_new_fkey foreign key (province_id, new_id) references unit (province_id, id),
  constraint unit_change_part_weight_check check (num >= 0 and den > 0 and num <= den)
);

create index unit_change_part_change on unit_change_part (province_id, change_id);
create index unit_change_part_old on unit_change_part (province_id, old_id);
create index unit_change_part_new on unit_change_part (province_id, new_id);
create index unit_change_part_by_entry on unit_change_part (province_id, entry_seq, row_id);

-- Closures over what is known now, rebuilt in the transaction of a change; never part of the ledger.
create table unit_within (
  province_id text collate "C" not null,
  ancestor_id text collate "C" not null,
  unit_id text collate "C" not null,
  hierarchy text collate "C" not null,
  "from" date not null,
  until date,
  -- no column of one value stands before a telling one: without statistics the planner takes it for telling too
  constraint unit_within_pkey primary key (province_id, unit_id, ancestor_id, hierarchy, "from")
);

create index unit_within_ancestor on unit_within (province_id, ancestor_id, unit_id);

-- All that is, was, or became by lineage part of the area.
create table unit_scope (
  province_id text collate "C" not null,
  area_id text collate "C" not null,
  unit_id text collate "C" not null,
  constraint unit_scope_pkey primary key (province_id, area_id, unit_id)
);

-- For search in a country: letters without accents of each name a unit ever had, from each of its words on.
create table unit_search_key (
  province_id text collate "C" not null,
  -- 0 province, 1 district, 2 commune, 3 village
  level smallint not null,
  -- the key is not the whole name, but begins inside it
  inside boolean not null,
  key text collate "C" not null,
  unit_id text collate "C" not null,
  constraint unit_search_key_pkey primary key (province_id, level, inside, key, unit_id)
);

-- Entries that said something about units, and how many units were known after each: what a cache goes by.
create table unit_entry (
  province_id text collate "C" not null,
  seq bigint not null,
  units bigint not null,
  constraint unit_entry_pkey primary key (province_id, seq)
);
