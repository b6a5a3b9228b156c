-- The role of the program writes its ledger on, entry by entry: it turns nothing back and revives nothing.
-- Whoever owns the tables is not bound; what they change, the hashes tell.

revoke update on ledger_head, province from an_cu_app;
grant update (seq, at, known_on, hash) on ledger_head to an_cu_app;
grant update (demo) on province to an_cu_app;

-- A new ledger is empty; then the head goes from entry to entry, or once from nothing to the last of a backup.
create function guard_ledger_head() returns trigger
language plpgsql
as $$
declare
  is_next boolean := tg_op = 'UPDATE' and new.seq = old.seq + 1;
begin
  if tg_op = 'INSERT' then
    if new.seq = 0 then return null; end if;
  elsif new is not distinct from old then
    return null;
  elsif (is_next or old.seq = 0) and new.at >= old.at and new.known_on >= old.known_on and exists (
    select
    from public.entry
    where province_id = new.province_id
      and seq = new.seq
      and at = new.at
      and known_on = new.known_on
      and hash = new.hash
      and (prev_hash = old.hash or not is_next)
  ) then
    return null;
  end if;
  raise insufficient_privilege using message = format('the head of a ledger does not go to %s so', new.seq);
end
$$;

-- At the end of the transaction: a backup writes the head before its entries.
create constraint trigger ledger_head_guard
after insert or update on ledger_head
deferrable initially deferred
for each row
when (current_user = 'an_cu_app')
execute function guard_ledger_head();

-- Knowledge ends once, by the entry that is being written.
create function guard_superseded() returns trigger
language plpgsql
as $$
begin
  if old.superseded_seq is null and new.superseded_seq = (
    select seq + 1
    from public.ledger_head
    where province_id = new.province_id
  ) then
    return new;
  end if;
  raise insufficient_privilege using message = format('what was known of %s does not end so', tg_table_name);
end
$$;

do $$
declare
  name text;
begin
  foreach name in array array[
    'unit_name', 'unit_kind', 'unit_code', 'unit_parent', 'unit_group', 'unit_programme'
  ]
  loop
    execute format(
      'create trigger %I before update on %I for each row when (current_user = ''an_cu_app'')
       execute function guard_superseded()',
      name || '_guard', name
    );
  end loop;
end
$$;
