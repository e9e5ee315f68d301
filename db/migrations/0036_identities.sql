-- One id, one record, on the whole platform: the directory of all centres knows a service, an organization and a place by its
-- id alone. Whoever writes an id first holds it for good, so that readers who followed a record never find another under its
-- id. The application only asks about ids that it already has in hand, and may not read whose they are.
create table catalogue.identity (
  kind text not null,
  id uuid not null,
  holder_id uuid not null references centres.centre (id),
  primary key (kind, id)
);

-- Ids among the given that another centre holds.
create function catalogue.held_elsewhere(record_kind text, ids uuid[]) returns setof uuid
  language sql stable security definer set search_path = pg_catalog as $$
  select id from catalogue.identity
  where kind = record_kind and id = any(ids) and holder_id <> platform.current_centre()
$$;
revoke all on function catalogue.held_elsewhere from public;
grant execute on function catalogue.held_elsewhere to okienko_app;

-- Takes the ids of new rows for their centre; in one order, so that two centres that write at once wait for one another.
create function catalogue.hold_ids() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into catalogue.identity (kind, id, holder_id) select tg_table_name, id, centre_id from added order by id
    on conflict (kind, id) do nothing;
  if exists (select from added join catalogue.identity held on held.kind = tg_table_name and held.id = added.id
      where held.holder_id <> added.centre_id) then
    raise unique_violation using message = format('another centre has a %s with this id', tg_table_name);
  end if;
  return null;
end $$;
revoke all on function catalogue.hold_ids from public;

-- What is there already is held by whoever wrote it first. The owner stands under the policies of the tables: centre by centre.
do $$
declare
  bound constant text := current_setting('okienko.centre_id', true);
  one uuid;
begin
  for one in select id from centres.centre order by created_at, id loop
    perform set_config('okienko.centre_id', one::text, true);
    insert into catalogue.identity (kind, id, holder_id)
      select 'service', id, centre_id from catalogue.service where centre_id = one
      union all select 'provider', id, centre_id from catalogue.provider where centre_id = one
      union all select 'location', id, centre_id from catalogue.location where centre_id = one
      union all select 'service_at_location', id, centre_id from catalogue.service_at_location where centre_id = one
      on conflict (kind, id) do nothing;
  end loop;
  perform set_config('okienko.centre_id', coalesce(bound, ''), true);
end $$;

create trigger hold_ids after insert on catalogue.service
  referencing new table as added for each statement execute function catalogue.hold_ids();
create trigger hold_ids after insert on catalogue.provider
  referencing new table as added for each statement execute function catalogue.hold_ids();
create trigger hold_ids after insert on catalogue.location
  referencing new table as added for each statement execute function catalogue.hold_ids();
create trigger hold_ids after insert on catalogue.service_at_location
  referencing new table as added for each statement execute function catalogue.hold_ids();
