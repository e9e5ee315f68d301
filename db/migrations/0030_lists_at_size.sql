-- Lists that must open at once in a centre with a million cases and orders.

-- Orders of the centre and of a provider in one state, however few they are among many.
create index record_status_list on orders.record (centre_id, status, needs_provider desc, changed_at desc, id desc);
create index record_provider_status on orders.record (centre_id, provider_id, status, placed_at desc, id desc);
-- All services of the centre by name, whatever their status.
create index service_every_name on catalogue.service (centre_id, name collate "pl-x-icu", id);

-- Which cases ask for a service: operators of arrays may use no index under row-level security, equality may.
create table cases.record_service (
  centre_id uuid not null references centres.centre (id),
  service_id uuid not null,
  case_id uuid not null,
  primary key (centre_id, service_id, case_id),
  foreign key (centre_id, case_id) references cases.record (centre_id, id) on delete cascade
);
create index record_service_case on cases.record_service (centre_id, case_id);
call platform.protect('cases.record_service');

create function cases.keep_services() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if tg_op = 'UPDATE' then
    delete from cases.record_service where centre_id = new.centre_id and case_id = new.id and service_id <> all (new.service_ids);
  end if;
  insert into cases.record_service (centre_id, service_id, case_id)
    select distinct new.centre_id, each, new.id from unnest(new.service_ids) each
    on conflict do nothing;
  return null;
end $$;

do $$
declare
  bound constant text := current_setting('okienko.centre_id', true);
  one uuid;
begin
  for one in select id from centres.centre loop
    perform set_config('okienko.centre_id', one::text, true);
    insert into cases.record_service (centre_id, service_id, case_id)
      select distinct r.centre_id, each, r.id from cases.record r, unnest(r.service_ids) each where r.centre_id = one;
  end loop;
  perform set_config('okienko.centre_id', coalesce(bound, ''), true);
end $$;
create trigger services_written after insert or update of service_ids on cases.record for each row execute function cases.keep_services();
