-- The full record of open data: what is known of providers, locations that services share, figures of places.
alter table catalogue.provider add column details jsonb not null default '{}';
alter table catalogue.provider add column updated_at timestamptz not null default now();
alter table catalogue.provider add column revision bigint not null default 0;
create index provider_revision on catalogue.provider (centre_id, updated_at);

create table catalogue.location (
  centre_id uuid not null references centres.centre (id),
  id uuid not null,
  version int not null default 1,
  -- Digest of name and address: by it a card that only names its place finds the row.
  key text not null,
  name text not null,
  street text,
  postcode text,
  town text,
  details jsonb not null default '{}',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  revision bigint not null default 0,
  primary key (centre_id, id)
);
create index location_key on catalogue.location (centre_id, key);
call platform.protect('catalogue.location');

-- Which service is offered where. The card says it; this is its index.
create table catalogue.service_at_location (
  centre_id uuid not null references centres.centre (id),
  id uuid not null,
  service_id uuid not null,
  location_id uuid not null,
  primary key (centre_id, id),
  foreign key (centre_id, service_id) references catalogue.service (centre_id, id),
  foreign key (centre_id, location_id) references catalogue.location (centre_id, id)
);
create index service_at_location_service on catalogue.service_at_location (centre_id, service_id);
create index service_at_location_location on catalogue.service_at_location (centre_id, location_id);
call platform.protect('catalogue.service_at_location');

-- Reported more often than the card is edited, so apart from it: {free, queue, waitDays, asOf}.
alter table catalogue.service add column vacancy jsonb;
create index service_provider on catalogue.service (centre_id, provider_id);

-- Places that cards hold as words become rows. The owner sees the rows of all centres for this statement alone.
alter table catalogue.service no force row level security;
alter table catalogue.location no force row level security;
alter table catalogue.service_at_location no force row level security;

insert into catalogue.location (centre_id, id, key, name, street, postcode, town, created_at, updated_at)
select distinct on (s.centre_id, key) s.centre_id, gen_random_uuid(), key,
  place ->> 'name', place ->> 'street', place ->> 'postcode', place ->> 'town', s.created_at, s.updated_at
from catalogue.service s,
  jsonb_array_elements(s.card -> 'places') place,
  lateral (select md5(concat(place ->> 'name', '|', place ->> 'street', '|', place ->> 'postcode', '|', place ->> 'town')) as key) k
order by s.centre_id, key, s.created_at;

insert into catalogue.service_at_location (centre_id, id, service_id, location_id)
select s.centre_id, gen_random_uuid(), s.id, l.id
from catalogue.service s,
  jsonb_array_elements(s.card -> 'places') place
  join catalogue.location l on l.key = md5(concat(place ->> 'name', '|', place ->> 'street', '|', place ->> 'postcode', '|', place ->> 'town'))
where l.centre_id = s.centre_id
group by s.centre_id, s.id, l.id;

update catalogue.service s
set card = jsonb_set(s.card, '{places}', coalesce((
  select jsonb_agg(jsonb_build_object('id', link.location_id, 'site', jsonb_build_object('id', link.id)))
  from catalogue.service_at_location link
  where link.centre_id = s.centre_id and link.service_id = s.id
), '[]'))
where jsonb_array_length(s.card -> 'places') > 0;
-- The provider's row says who it is.
update catalogue.service set card = card - 'provider';

alter table catalogue.service force row level security;
alter table catalogue.location force row level security;
alter table catalogue.service_at_location force row level security;
