-- What changed in each record of the catalogue, a row a field, whoever wrote it and by whichever way; the audit log says who.
create table catalogue.change (
  centre_id uuid not null references centres.centre (id),
  id uuid not null,
  record_id uuid not null,
  record_kind text not null,
  at timestamptz not null,
  field text not null,
  before jsonb,
  after jsonb,
  primary key (centre_id, id)
);
create index change_record on catalogue.change (centre_id, record_id, at);
call platform.protect_history('catalogue.change');

-- The record as one object, so that one function serves the three tables.
create function catalogue.keep_changes() returns trigger language plpgsql as $$
declare
  old_record jsonb;
  new_record jsonb;
begin
  if tg_argv[0] = 'service' then
    old_record := to_jsonb(old) -> 'card';
    new_record := to_jsonb(new) -> 'card';
    old_record := old_record || jsonb_build_object('provider', to_jsonb(old) -> 'provider_id', 'vacancy', to_jsonb(old) -> 'vacancy');
    new_record := new_record || jsonb_build_object('provider', to_jsonb(new) -> 'provider_id', 'vacancy', to_jsonb(new) -> 'vacancy');
  else
    old_record := (to_jsonb(old) - array['details', 'version', 'updated_at', 'revision', 'folded_name', 'key', 'email', 'phone']) || (to_jsonb(old) -> 'details');
    new_record := (to_jsonb(new) - array['details', 'version', 'updated_at', 'revision', 'folded_name', 'key', 'email', 'phone']) || (to_jsonb(new) -> 'details');
  end if;
  insert into catalogue.change (centre_id, id, record_id, record_kind, at, field, before, after)
  select new.centre_id, gen_random_uuid(), new.id, tg_argv[0], new.updated_at, field,
    nullif(old_record -> field, 'null'), nullif(new_record -> field, 'null')
  from jsonb_object_keys(old_record || new_record) field
  where nullif(old_record -> field, 'null') is distinct from nullif(new_record -> field, 'null');
  return null;
end $$;

create trigger keep_changes after update on catalogue.service for each row
  when (old.card is distinct from new.card or old.provider_id is distinct from new.provider_id or old.vacancy is distinct from new.vacancy)
  execute function catalogue.keep_changes('service');
create trigger keep_changes after update on catalogue.provider for each row
  when (old.version is distinct from new.version) execute function catalogue.keep_changes('organization');
create trigger keep_changes after update on catalogue.location for each row
  when (old.version is distinct from new.version) execute function catalogue.keep_changes('location');
