-- The role every transaction of the program runs under; it owns nothing and bypasses nothing.
do $$
begin
  if not exists (select from pg_roles where rolname = 'an_cu_app') then
    create role an_cu_app nologin;
  end if;
exception
  when duplicate_object or unique_violation then null;
end
$$;

grant an_cu_app to current_user;

create extension if not exists btree_gist;

create table province (
  id text collate "C" primary key
);

-- One row per province, locked by each command: numbers follow the order of commits.
create table ledger_head (
  province_id text collate "C" primary key references province (id),
  seq bigint not null,
  at timestamptz not null,
  known_on date not null,
  hash text collate "C" not null
);

create table entry (
  province_id text collate "C" not null references province (id),
  seq bigint not null,
  at timestamptz not null,
  -- the day in Viet Nam on which it became known; for a replayed entry the day of its document
  known_on date not null,
  command_id text collate "C" not null,
  officer_id text collate "C" not null,
  duty_id text collate "C",
  via text collate "C" not null,
  kind text collate "C" not null,
  reason text collate "C",
  payload_hash text collate "C" not null,
  prev_hash text collate "C" not null,
  hash text collate "C" not null,
  replayed boolean not null,
  outcome jsonb not null,
  constraint entry_pkey primary key (province_id, seq),
  constraint entry_command_key unique (province_id, command_id),
  constraint entry_via_check check (via in ('web', 'cli', 'api', 'file', 'field', 'world', 'program'))
);

create index entry_known_on on entry (province_id, known_on, seq);
