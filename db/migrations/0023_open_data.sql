-- What the centres have published, as other programs read it: a copy made from the catalogues after each change. It is
-- public by definition, so anybody may read it without a centre; only its own centre's transaction writes it.
create schema open_data;
grant usage on schema open_data to okienko_app;

-- One object of the exchange format, as it hangs on one published service: the service itself, its organization, its
-- places. An object that several services share has a row for each; a list shows it once. Taxonomies and their terms
-- belong to a whole catalogue: their service is the nil UUID.
create table open_data.entry (
  publisher_id uuid not null references centres.centre (id),
  kind text not null check (kind in ('service', 'organization', 'location', 'service_at_location', 'taxonomy', 'taxonomy_term')),
  id uuid not null,
  service_id uuid not null,
  -- When the service may be asked for; null is no bound.
  valid_from date,
  valid_to date,
  modified_at timestamptz not null,
  organization_id uuid,
  term_ids uuid[] not null default '{}',
  taxonomy_ids uuid[] not null default '{}',
  postcodes text[] not null default '{}',
  latitude double precision,
  longitude double precision,
  minimum_age numeric,
  maximum_age numeric,
  -- Weekly hours: [{"day": "MO", "opens": "08:00", "closes": "16:00"}].
  sessions jsonb not null default '[]',
  words tsvector not null default '',
  body json not null,
  primary key (publisher_id, kind, id, service_id)
);
create index entry_list on open_data.entry (kind, id, publisher_id, service_id) include (valid_from, valid_to);
create index entry_service on open_data.entry (publisher_id, service_id);
create index entry_organization on open_data.entry (organization_id, kind);
create index entry_modified on open_data.entry (kind, modified_at);
create index entry_terms on open_data.entry using gin (term_ids);
create index entry_postcodes on open_data.entry using gin (postcodes);
create index entry_words on open_data.entry using gin (words);

-- How far each centre's copy has read its catalogue, and by which description of the format.
create table open_data.publication (
  publisher_id uuid primary key references centres.centre (id),
  revision bigint not null,
  mapping int not null,
  published_at timestamptz not null
);

-- The last result of each check against the files of a standard, as the command recorded it.
create table open_data.check_result (
  name text primary key,
  program text not null,
  checked_at timestamptz not null,
  subjects int not null,
  faults jsonb not null
);

alter table open_data.entry enable row level security;
alter table open_data.entry force row level security;
create policy readable on open_data.entry for select using (true);
create policy own_added on open_data.entry for insert with check (publisher_id = platform.current_centre());
create policy own_changed on open_data.entry for update using (publisher_id = platform.current_centre());
create policy own_removed on open_data.entry for delete using (publisher_id = platform.current_centre());
alter table open_data.publication enable row level security;
alter table open_data.publication force row level security;
create policy readable on open_data.publication for select using (true);
create policy own_added on open_data.publication for insert with check (publisher_id = platform.current_centre());
create policy own_changed on open_data.publication for update using (publisher_id = platform.current_centre());
create policy own_removed on open_data.publication for delete using (publisher_id = platform.current_centre());
grant select, insert, update, delete on open_data.entry, open_data.publication to okienko_app;
grant select, insert, update on open_data.check_result to okienko_app;

-- Every change of a catalogue takes a number; each number asks for the copy to be brought up to date, once the change has
-- been committed.
create function open_data.ask_for_publication() returns trigger language plpgsql as $$
begin
  perform platform.enqueue('openData.publish', json_build_object('centreId', new.centre_id), null, 'openData.publish:' || new.centre_id);
  return null;
end $$;
create trigger ask_for_publication after insert or update on catalogue.revision
  for each row execute function open_data.ask_for_publication();
