create schema assessment;
grant usage on schema assessment to okienko_app;

-- What was learned in a talk about somebody's needs. Each recording is a further version; none is ever changed.
create table assessment.version (
  centre_id uuid not null references centres.centre (id),
  -- One assessment a case, in however many versions.
  id uuid not null,
  version int not null check (version > 0),
  case_id uuid not null,
  held_on date not null,
  content jsonb not null,
  -- Health, violence and the like: read only for those who need it, so it lies apart.
  sensitive jsonb not null,
  recorded_by uuid,
  recorded_by_name text not null,
  recorded_at timestamptz not null,
  primary key (centre_id, id, version),
  unique (centre_id, case_id, version),
  foreign key (centre_id, case_id) references cases.record (centre_id, id)
);
call platform.protect_history('assessment.version');
