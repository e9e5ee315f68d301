-- What of a person's record was corrected: the changed fields as they were and as they became, by whom and how it was known.
create table people.correction (
  centre_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  -- The case in whose work it was noticed.
  case_id uuid not null,
  at timestamptz not null,
  corrected_by uuid not null,
  -- How it is known; always told when the change says who somebody is.
  reason text,
  before jsonb not null,
  after jsonb not null,
  primary key (centre_id, id),
  foreign key (centre_id, person_id) references people.person (centre_id, id)
);
create index correction_person on people.correction (centre_id, person_id, at desc);
call platform.protect_history('people.correction');

-- How the staff tried to reach somebody about a case: each attempt, a letter handed over or posted, and to whom the work passed.
create table requests.contact (
  centre_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  kind text not null check (kind in ('attempt', 'reached', 'toldWhatIsMissing', 'handedOver')),
  way text check (way in ('phone', 'visit', 'post', 'email', 'inPerson', 'other')),
  made_on date not null,
  -- Local time as HH:MM, where somebody knows it.
  made_at text check (made_at ~ '^[0-2][0-9]:[0-5][0-9]$'),
  note text,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (centre_id, id),
  foreign key (centre_id, case_id) references cases.record (centre_id, id)
);
create index contact_case on requests.contact (centre_id, case_id, made_on desc, recorded_at desc);
call platform.protect_history('requests.contact');
