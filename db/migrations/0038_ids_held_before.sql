-- Of thousands of new rows only those whose ids were held before are looked up again: whose they are.
create or replace function catalogue.hold_ids() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  held_before uuid[];
begin
  with taken as (
    insert into catalogue.identity (kind, id, holder_id) select tg_table_name, id, centre_id from added order by id
      on conflict (kind, id) do nothing
      returning id
  )
  select array_agg(id) into held_before from (select id from added except select id from taken) rest;
  if held_before is not null and exists (
    select from added join catalogue.identity held on held.kind = tg_table_name and held.id = added.id
      where added.id = any(held_before) and held.holder_id <> added.centre_id) then
    raise unique_violation using message = format('another centre has a %s with this id', tg_table_name);
  end if;
  return null;
end $$;
