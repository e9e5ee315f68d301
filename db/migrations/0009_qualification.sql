create schema qualification;
grant usage on schema qualification to okienko_app;

-- Who qualifies for a service, how many at once, and while which programme is in force. A change is a further version.
create table qualification.offer_rule (
  centre_id uuid not null references centres.centre (id),
  service_id uuid not null,
  version int not null check (version > 0),
  conditions jsonb not null,
  -- How many people may use the service at once; empty without a limit.
  place_limit int check (place_limit >= 0),
  in_force_from date,
  in_force_to date,
  programme text,
  resolution text,
  source text,
  set_by uuid,
  set_by_name text not null,
  set_at timestamptz not null,
  primary key (centre_id, service_id, version),
  foreign key (centre_id, service_id) references catalogue.service (centre_id, id)
);
call platform.protect_history('qualification.offer_rule');

-- One row a service, locked by whoever gives, takes or queues for its places.
create table qualification.pool (
  centre_id uuid not null references centres.centre (id),
  service_id uuid not null,
  changes int not null default 1,
  primary key (centre_id, service_id),
  foreign key (centre_id, service_id) references catalogue.service (centre_id, id)
);
call platform.protect('qualification.pool');

-- Who has a place in a service, and who waits for one.
create table qualification.place (
  centre_id uuid not null,
  service_id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  state text not null check (state in ('taken', 'waiting')),
  -- The moment of filing decides the order of the reserve list.
  filed_at timestamptz not null,
  since timestamptz not null,
  primary key (centre_id, service_id, case_id),
  foreign key (centre_id, service_id) references qualification.pool (centre_id, service_id),
  foreign key (centre_id, case_id) references cases.record (centre_id, id)
);
-- One place and one wait a person in each service.
create unique index place_person on qualification.place (centre_id, service_id, person_id);
create index place_case on qualification.place (centre_id, case_id);
call platform.protect('qualification.place');

create table qualification.place_change (
  centre_id uuid not null,
  id uuid not null,
  service_id uuid not null,
  case_id uuid not null,
  kind text not null check (kind in ('taken', 'waiting', 'left')),
  at timestamptz not null,
  actor text not null,
  primary key (centre_id, id),
  foreign key (centre_id, case_id) references cases.record (centre_id, id)
);
create index place_change_service on qualification.place_change (centre_id, service_id, id);
call platform.protect_history('qualification.place_change');

-- What staff settled about a condition by hand; the newest row about a condition counts.
create table qualification.settlement (
  centre_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  service_id uuid not null,
  condition_id text not null,
  -- Empty takes an earlier settlement back.
  is_met boolean,
  note text not null,
  settled_by uuid,
  settled_by_name text not null,
  settled_at timestamptz not null,
  primary key (centre_id, id),
  foreign key (centre_id, case_id) references cases.record (centre_id, id)
);
create index settlement_case on qualification.settlement (centre_id, case_id, service_id, id);
call platform.protect_history('qualification.settlement');

-- Refusals that wait for a signature.
create table qualification.proposal (
  centre_id uuid not null,
  case_id uuid not null,
  service_id uuid not null,
  proposed_by uuid,
  proposed_by_name text not null,
  proposed_at timestamptz not null,
  primary key (centre_id, case_id, service_id),
  foreign key (centre_id, case_id) references cases.record (centre_id, id)
);
create index proposal_at on qualification.proposal (centre_id, proposed_at, case_id, service_id);
call platform.protect('qualification.proposal');

-- Signed administrative decisions. The number is the centre's own, so two are never the same.
create table qualification.decision (
  centre_id uuid not null,
  id uuid not null,
  number text not null,
  case_id uuid not null,
  service_id uuid not null,
  factual_reasons text not null,
  legal_reasons text not null,
  signed_by uuid,
  signed_by_name text not null,
  signed_on date not null,
  document_id uuid not null,
  primary key (centre_id, id),
  unique (centre_id, number),
  foreign key (centre_id, case_id) references cases.record (centre_id, id)
);
create index decision_signed on qualification.decision (centre_id, signed_on desc, id desc);
call platform.protect_history('qualification.decision');

-- Qualification cards run per centre and year.
create table qualification.numbering (
  centre_id uuid not null references centres.centre (id),
  year int not null,
  last int not null,
  primary key (centre_id, year)
);
call platform.protect('qualification.numbering');
