-- Holding the ids of thousands of new rows asks once for all of them, and whose they are only when some were held before.
create or replace function catalogue.hold_ids() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  held_now int;
begin
  insert into catalogue.identity (kind, id, holder_id) select tg_table_name, id, centre_id from added order by id
    on conflict (kind, id) do nothing;
  get diagnostics held_now = row_count;
  if held_now < (select count(*) from added) and exists (
    select from added join catalogue.identity held on held.kind = tg_table_name and held.id = added.id
      where held.holder_id <> added.centre_id) then
    raise unique_violation using message = format('another centre has a %s with this id', tg_table_name);
  end if;
  return null;
end $$;

-- Their table is counted with those of the catalogue, or a plan made while it was small would read all of it for each row.
create or replace function catalogue.count_rows() returns void language plpgsql security definer set search_path = pg_catalog as $$
begin
  analyze (skip_locked) catalogue.provider, catalogue.location, catalogue.service, catalogue.service_at_location, catalogue.identity;
end $$;
