create schema catalogue;
grant usage on schema catalogue to okienko_app;

-- Who delivers services: the centre's own teams, gmina units, NGOs, firms, people.
create table catalogue.provider (
  centre_id uuid not null references centres.centre (id),
  id uuid not null,
  version int not null default 1,
  name text not null,
  folded_name text not null,
  kind text,
  email text,
  phone text,
  is_active boolean not null default true,
  created_at timestamptz not null,
  primary key (centre_id, id),
  unique (centre_id, folded_name)
);
call platform.protect('catalogue.provider');

-- A service as the centre publishes it. The card is the record; columns beside it serve lists and keys.
create table catalogue.service (
  centre_id uuid not null references centres.centre (id),
  id uuid not null,
  version int not null default 1,
  slug text not null,
  external_id text,
  name text not null,
  status text not null,
  provider_id uuid,
  areas int[] not null,
  target_groups text[] not null,
  card jsonb not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (centre_id, id),
  unique (centre_id, slug),
  foreign key (centre_id, provider_id) references catalogue.provider (centre_id, id)
);
create unique index service_external on catalogue.service (centre_id, external_id) where external_id is not null;
create index service_name on catalogue.service (centre_id, status, name collate "pl-x-icu", id);
call platform.protect('catalogue.service');
