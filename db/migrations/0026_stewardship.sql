-- How records of the catalogue are kept true: every version of a service, what providers propose, when each is reviewed.

-- A service as each write left it, with who wrote it and by what. The newest one is the row of the service itself, repeated.
create table catalogue.service_version (
  centre_id uuid not null references centres.centre (id),
  service_id uuid not null,
  -- The version of the service's row that this is.
  number int not null,
  card jsonb not null,
  provider_id uuid,
  written_at timestamptz not null,
  -- 'before' (from before versions were kept), 'editor', 'import', 'approval', 'review', 'restore', 'schedule', 'merge'
  way text not null,
  -- Who wrote, as drafts and submissions name them; the name is for people.
  author text not null,
  author_name text,
  -- The version that was restored.
  restored int,
  primary key (centre_id, service_id, number)
);
call platform.protect_history('catalogue.service_version');

-- The owner sees the rows of all centres for this statement alone.
alter table catalogue.service no force row level security;
alter table catalogue.service_version no force row level security;
insert into catalogue.service_version (centre_id, service_id, number, card, provider_id, written_at, way, author)
  select centre_id, id, version, card, provider_id, updated_at, 'before', 'system:migration' from catalogue.service;
alter table catalogue.service force row level security;
alter table catalogue.service_version force row level security;

-- What a provider would change of its own record. Nothing of it is public before the centre says so.
create table catalogue.proposal (
  centre_id uuid not null references centres.centre (id),
  id uuid not null,
  version int not null default 1,
  service_id uuid not null,
  provider_id uuid not null,
  -- The version of the service that the provider saw.
  base int not null,
  -- Field by field: {"summary": {"before": …, "after": …}}.
  changes jsonb not null,
  -- 'waiting', 'approved', 'partly', 'returned', 'withdrawn'
  state text not null,
  proposed_at timestamptz not null,
  proposed_by text not null,
  proposed_by_name text,
  -- What the provider says to the centre, and the centre to the provider.
  message text,
  note text,
  -- The fields that were approved.
  accepted text[] not null default '{}',
  decided_at timestamptz,
  decided_by text,
  primary key (centre_id, id),
  foreign key (centre_id, service_id) references catalogue.service (centre_id, id),
  foreign key (centre_id, provider_id) references catalogue.provider (centre_id, id)
);
create unique index proposal_waiting on catalogue.proposal (centre_id, service_id) where state = 'waiting';
create index proposal_of_service on catalogue.proposal (centre_id, service_id, proposed_at desc);
call platform.protect('catalogue.proposal');

-- What the staff know of a service beside its card; it is never exported.
create table catalogue.service_care (
  centre_id uuid not null references centres.centre (id),
  service_id uuid not null,
  version int not null default 1,
  -- Empty: the period that the centre's settings give.
  review_months int,
  -- Who of the staff is asked when no provider can be.
  keeper_email text,
  staff_note text,
  -- A draft is published on the first of these days, a published service ends after the second.
  publish_on date,
  publish_until date,
  -- Where residents go instead, once it has ended.
  successor_id uuid,
  -- Its record was merged into the successor's.
  is_merged boolean not null default false,
  reminded_at timestamptz,
  primary key (centre_id, service_id),
  foreign key (centre_id, service_id) references catalogue.service (centre_id, id),
  foreign key (centre_id, successor_id) references catalogue.service (centre_id, id),
  check (successor_id <> service_id)
);
create index service_care_publish on catalogue.service_care (centre_id, publish_on) where publish_on is not null;
call platform.protect('catalogue.service_care');

-- Two services that look like one and are not.
create table catalogue.not_duplicate (
  centre_id uuid not null references centres.centre (id),
  one_id uuid not null,
  other_id uuid not null,
  said_at timestamptz not null,
  said_by text not null,
  primary key (centre_id, one_id, other_id),
  foreign key (centre_id, one_id) references catalogue.service (centre_id, id),
  foreign key (centre_id, other_id) references catalogue.service (centre_id, id),
  check (one_id < other_id)
);
call platform.protect('catalogue.not_duplicate');
