create schema requests;
grant usage on schema requests to okienko_app;

-- A request somebody has begun on the portal and not sent yet. Found by a code of which only a hash is kept.
create table requests.draft (
  centre_id uuid not null references centres.centre (id),
  id uuid not null,
  code_hash text not null check (code_hash ~ '^[0-9a-f]{64}$'),
  -- What was typed, by names of fields, mistakes included.
  typed jsonb not null,
  -- The case it became. The row then stays for a day, so that sending it again is answered by the same confirmation.
  case_id uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (centre_id, id),
  unique (centre_id, code_hash),
  foreign key (centre_id, case_id) references cases.record (centre_id, id)
);
create index draft_expiry on requests.draft (centre_id, expires_at);
call platform.protect('requests.draft');

-- What was asked for or reported, as it was said on the day. Later corrections belong to the person and the case.
create table requests.request (
  centre_id uuid not null references centres.centre (id),
  id uuid not null,
  case_id uuid not null,
  kind text not null check (kind in ('application', 'need')),
  channel text not null,
  received_on date not null,
  recorded_at timestamptz not null,
  -- Who of the staff wrote it down; empty when it came through the portal.
  recorded_by uuid,
  applicant_type text,
  person_id uuid,
  applicant_id uuid,
  reporter text,
  is_anonymous boolean not null default false,
  service_ids uuid[] not null,
  situation text,
  is_urgent boolean not null,
  -- What was told about the people, without PESEL: {person, applicant, reporter}.
  told jsonb not null,
  -- Why a person who resembles a known one was written down as another.
  other_person_reason text,
  primary key (centre_id, id),
  check ((kind = 'application') = (applicant_type is not null and person_id is not null and applicant_id is not null)),
  check ((kind = 'need') = (reporter is not null)),
  foreign key (centre_id, case_id) references cases.record (centre_id, id),
  foreign key (centre_id, person_id) references people.person (centre_id, id),
  foreign key (centre_id, applicant_id) references people.person (centre_id, id)
);
create index request_case on requests.request (centre_id, case_id, recorded_at);
create index request_applicant on requests.request (centre_id, applicant_id) where applicant_id is not null;
call platform.protect_history('requests.request');

-- Which wording was shown or agreed to, and when. Taking a consent back is an event of the case.
create table requests.consent (
  centre_id uuid not null references centres.centre (id),
  id uuid not null,
  case_id uuid not null,
  -- `information`: the clause on personal data was shown; `forwarding`: agreed to passing the request on.
  purpose text not null check (purpose in ('information', 'forwarding')),
  wording_version text not null,
  language text not null,
  channel text not null,
  given_at timestamptz not null,
  primary key (centre_id, id),
  foreign key (centre_id, case_id) references cases.record (centre_id, id)
);
create index consent_case on requests.consent (centre_id, case_id);
call platform.protect_history('requests.consent');
