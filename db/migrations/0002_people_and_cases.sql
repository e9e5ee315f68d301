create extension if not exists pg_trgm;
create schema people;
create schema cases;
grant usage on schema people, cases to okienko_app;

-- A person known to the centre: who asks, who is helped, who represents them.
create table people.person (
  centre_id uuid not null references centres.centre (id),
  id uuid not null,
  version int not null default 1,
  given_name text not null,
  family_name text not null,
  -- Names without accents and case, for search and the duplicate warning.
  folded_name text not null,
  birth_date date,
  pesel text check (pesel ~ '^[0-9]{11}$'),
  document_kind text,
  document_number text,
  address_line text,
  postcode text,
  town text,
  phone text,
  email text,
  preferred_contact text,
  language text not null default 'pl',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (centre_id, id)
);
create unique index person_pesel on people.person (centre_id, pesel) where pesel is not null;
create index person_birth on people.person (centre_id, birth_date);
create index person_name on people.person using gin (folded_name gin_trgm_ops);
call platform.protect('people.person');

-- The current state of each case, written with its events; a projection, never a source.
create table cases.record (
  centre_id uuid not null references centres.centre (id),
  id uuid not null,
  -- Sequence number of the newest event: the optimistic version.
  version int not null,
  number text not null,
  -- Given to the person; with the birth date it opens the page of the case.
  code text not null,
  status text not null,
  is_open boolean not null,
  person_id uuid,
  coordinator_id uuid,
  service_ids uuid[] not null,
  channel text not null,
  opened_at timestamptz not null,
  filed_on date,
  plan_due_on date,
  -- The nearest day by which somebody must do something.
  next_due_on date,
  next_step text,
  -- Folded words by which the inbox finds a case: number, name, names of services.
  search_text text not null,
  changed_at timestamptz not null,
  primary key (centre_id, id),
  unique (centre_id, number),
  unique (centre_id, code),
  foreign key (centre_id, person_id) references people.person (centre_id, id)
);
create index record_changed on cases.record (centre_id, changed_at desc, id desc);
create index record_open on cases.record (centre_id, is_open, next_due_on, id);
create index record_status on cases.record (centre_id, status, changed_at desc, id desc);
create index record_filed on cases.record (centre_id, filed_on desc, id desc);
create index record_person on cases.record (centre_id, person_id);
create index record_coordinator on cases.record (centre_id, coordinator_id, changed_at desc, id desc);
create index record_words on cases.record using gin (search_text gin_trgm_ops);
call platform.protect('cases.record');

create table cases.event (
  centre_id uuid not null,
  case_id uuid not null,
  seq int not null check (seq > 0),
  type text not null,
  at timestamptz not null,
  actor_role text not null,
  actor_id text,
  data jsonb not null,
  primary key (centre_id, case_id, seq),
  foreign key (centre_id, case_id) references cases.record (centre_id, id)
);
call platform.protect_history('cases.event');

-- Case numbers run per centre and year.
create table cases.numbering (
  centre_id uuid not null references centres.centre (id),
  year int not null,
  last int not null,
  primary key (centre_id, year)
);
call platform.protect('cases.numbering');

-- Printed documents as they were issued; never changed. Small (tens of kilobytes), so kept with the rows they prove.
create table platform.document (
  centre_id uuid not null references centres.centre (id),
  id uuid not null,
  case_id uuid not null,
  kind text not null,
  number text,
  title text not null,
  -- Whether the person concerned sees it on the page of the case.
  for_resident boolean not null,
  -- The provider who sees it, for an order.
  provider_id uuid,
  bytes bytea not null,
  created_at timestamptz not null,
  primary key (centre_id, id),
  foreign key (centre_id, case_id) references cases.record (centre_id, id)
);
create index document_case on platform.document (centre_id, case_id, created_at);
call platform.protect_history('platform.document');
