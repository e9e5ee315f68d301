-- Descriptions of services that a regional office writes once and centres of its voivodeship inherit.

-- A regional office (regionalny ośrodek polityki społecznej) is a tenant like a centre, with doors for its own staff alone.
-- Its voivodeship is that of the gmina where it sits: the first two digits of its code.
alter table centres.centre add column kind text not null default 'centre' check (kind in ('centre', 'regionalOffice'));

-- The voivodeship in which the bound centre lies, and the one for which it speaks (null unless it is a regional office).
create function centres.current_voivodeship() returns text language sql stable parallel safe set search_path = pg_catalog
  return (select left(c.teryt, 2) from centres.centre c where c.id = platform.current_centre());
create function centres.current_region() returns text language sql stable parallel safe set search_path = pg_catalog
  return (select left(c.teryt, 2) from centres.centre c where c.id = platform.current_centre() and c.kind = 'regionalOffice');
grant execute on function centres.current_voivodeship(), centres.current_region() to okienko_app;

create schema templates;
grant usage on schema templates to okienko_app;

-- The text that an author works on. Nobody else reads it before it is published.
create table templates.template (
  centre_id uuid not null references centres.centre (id),
  id uuid not null,
  version int not null default 1,
  name text not null,
  -- Names of the fields that are common to all services; the other fields only give a new service its first text.
  governed text[] not null,
  fields jsonb not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (centre_id, id)
);
call platform.protect('templates.template');

-- What is published is read by others than its own tenant, so these tables have no centre_id (decision 8): a regional office
-- publishes for its voivodeship, a centre for itself alone (then the voivodeship is null).
create table templates.published (
  publisher_id uuid not null references centres.centre (id),
  template_id uuid not null unique,
  voivodeship text check (voivodeship ~ '^[0-9]{2}$'),
  publisher_name text not null,
  name text not null,
  folded_name text not null,
  -- The newest edition.
  number int not null,
  published_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (publisher_id, template_id)
);
create index published_voivodeship on templates.published (voivodeship, name collate "pl-x-icu", template_id);

-- Every text that was ever published, never changed.
create table templates.edition (
  publisher_id uuid not null,
  template_id uuid not null,
  number int not null,
  voivodeship text,
  name text not null,
  governed text[] not null,
  fields jsonb not null,
  -- SHA-256 over the canonical JSON of the governed fields, hexadecimal.
  checksum text not null check (checksum ~ '^[0-9a-f]{64}$'),
  -- What the author says about the change.
  note text,
  published_at timestamptz not null,
  primary key (publisher_id, template_id, number),
  foreign key (publisher_id, template_id) references templates.published (publisher_id, template_id)
);

-- Which service of a centre has which edition.
create table templates.adoption (
  centre_id uuid not null references centres.centre (id),
  service_id uuid not null,
  version int not null default 1,
  publisher_id uuid not null,
  template_id uuid not null,
  number int not null,
  -- Governed fields that are local here all the same.
  detached text[] not null default '{}',
  -- Takes new editions without asking, as long as nothing of the centre's own would be lost.
  follows_itself boolean not null,
  -- Whether the governed fields of the card were those of the edition when this was last counted.
  in_step boolean not null,
  adopted_at timestamptz not null,
  adopted_by text not null,
  primary key (centre_id, service_id),
  foreign key (centre_id, service_id) references catalogue.service (centre_id, id),
  foreign key (publisher_id, template_id, number) references templates.edition (publisher_id, template_id, number)
);
create index adoption_template on templates.adoption (centre_id, template_id, number);
call platform.protect('templates.adoption');

-- How many services of each centre use a template: counts alone, for its author.
create table templates.usage (
  adopter_id uuid not null references centres.centre (id),
  publisher_id uuid not null,
  template_id uuid not null,
  adopter_name text not null,
  services int not null,
  behind int not null,
  drifted int not null,
  counted_at timestamptz not null,
  primary key (adopter_id, publisher_id, template_id)
);
create index usage_template on templates.usage (publisher_id, template_id);

do $$
declare
  each text;
begin
  foreach each in array array['templates.published', 'templates.edition'] loop
    execute format('alter table %s enable row level security', each);
    execute format('alter table %s force row level security', each);
    execute format($p$create policy readable on %s for select using (
      publisher_id = platform.current_centre() or voivodeship = (select centres.current_voivodeship()))$p$, each);
    execute format($p$create policy own_added on %s for insert with check (
      publisher_id = platform.current_centre() and voivodeship is not distinct from (select centres.current_region()))$p$, each);
  end loop;
end $$;
create policy own_changed on templates.published for update using (publisher_id = platform.current_centre())
  with check (publisher_id = platform.current_centre() and voivodeship is not distinct from (select centres.current_region()));
grant select, insert, update on templates.published to okienko_app;
grant select, insert on templates.edition to okienko_app;

alter table templates.usage enable row level security;
alter table templates.usage force row level security;
create policy readable on templates.usage for select using (
  adopter_id = platform.current_centre() or publisher_id = platform.current_centre());
-- Only of templates that the centre can read: a centre of another voivodeship cannot write into the author's counts.
create policy own_added on templates.usage for insert with check (adopter_id = platform.current_centre() and exists (
  select from templates.published p where p.publisher_id = usage.publisher_id and p.template_id = usage.template_id));
create policy own_changed on templates.usage for update using (adopter_id = platform.current_centre());
create policy own_removed on templates.usage for delete using (adopter_id = platform.current_centre());
grant select, insert, update, delete on templates.usage to okienko_app;

-- A change of the catalogue may bring governed text out of step: it is counted anew once the change has been committed.
create function templates.ask_to_count() returns trigger language plpgsql as $$
begin
  if exists (select from templates.adoption where centre_id = new.centre_id) then
    perform platform.enqueue('templates.count', json_build_object('centreId', new.centre_id), null, 'templates.count:' || new.centre_id);
  end if;
  return null;
end $$;
create trigger ask_to_count after insert or update on catalogue.revision for each row execute function templates.ask_to_count();
