-- Individual plans (IPUS): versions, the words of each save, agreements, approvals, who may approve, summaries.
create schema plans;
grant usage on schema plans to okienko_app;

create table plans.plan (
  centre_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  created_at timestamptz not null,
  created_by uuid,
  primary key (centre_id, id),
  foreign key (centre_id, case_id) references cases.record (centre_id, id)
);
create index plan_case on plans.plan (centre_id, case_id, created_at desc, id desc);
call platform.protect('plans.plan');

-- Where each version stands. `revision` counts its saves: the optimistic version of the editor.
create table plans.version (
  centre_id uuid not null,
  plan_id uuid not null,
  version int not null check (version > 0),
  status text not null check (status in ('draft', 'agreed', 'approved', 'dropped')),
  revision int not null check (revision > 0),
  reason text,
  started_at timestamptz not null,
  primary key (centre_id, plan_id, version),
  foreign key (centre_id, plan_id) references plans.plan (centre_id, id),
  check (version = 1 or reason is not null)
);
-- At most one version of a plan is unfinished.
create unique index version_unfinished on plans.version (centre_id, plan_id) where status in ('draft', 'agreed');
call platform.protect('plans.version');

-- The words of every save, kept for good: an agreement names exactly those the person agreed to.
create table plans.wording (
  centre_id uuid not null,
  plan_id uuid not null,
  version int not null,
  revision int not null,
  content jsonb not null,
  saved_at timestamptz not null,
  saved_by uuid,
  primary key (centre_id, plan_id, version, revision),
  foreign key (centre_id, plan_id, version) references plans.version (centre_id, plan_id, version)
);
call platform.protect_history('plans.wording');

create table plans.agreement (
  centre_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  version int not null,
  revision int not null,
  is_agreed boolean not null,
  said_on date not null,
  said_by text not null,
  said_by_name text,
  form text not null,
  note text,
  recorded_by uuid,
  recorded_at timestamptz not null,
  primary key (centre_id, id),
  foreign key (centre_id, plan_id, version, revision) references plans.wording (centre_id, plan_id, version, revision),
  check (is_agreed or note is not null)
);
create index agreement_plan on plans.agreement (centre_id, plan_id, version, recorded_at);
call platform.protect_history('plans.agreement');

create table plans.approval (
  centre_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  version int not null,
  revision int not null,
  is_approved boolean not null,
  decided_on date not null,
  decided_by uuid not null,
  role text not null check (role in ('director', 'serviceOrganiser')),
  note text,
  decided_at timestamptz not null,
  primary key (centre_id, id),
  foreign key (centre_id, plan_id, version, revision) references plans.wording (centre_id, plan_id, version, revision),
  check (is_approved or note is not null)
);
create index approval_plan on plans.approval (centre_id, plan_id, version, decided_at);
call platform.protect_history('plans.approval');

-- Service organisers whom the director authorised to approve plans, with the days of the authorisation.
create table plans.approver (
  centre_id uuid not null references centres.centre (id),
  id uuid not null,
  user_id uuid not null,
  valid_from date not null,
  valid_to date,
  basis text not null,
  granted_by uuid not null,
  granted_at timestamptz not null,
  primary key (centre_id, id),
  check (valid_to is null or valid_to >= valid_from)
);
create index approver_user on plans.approver (centre_id, user_id, valid_from);
call platform.protect('plans.approver');

-- What the summary talk adds to the results kept in the case's history.
create table plans.summary (
  centre_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  held_on date not null,
  place text,
  present text[] not null,
  persons_view text,
  further_steps text[] not null,
  -- How much of each planned service was delivered, in words.
  delivered jsonb not null,
  recorded_by uuid,
  recorded_at timestamptz not null,
  primary key (centre_id, id),
  foreign key (centre_id, plan_id) references plans.plan (centre_id, id)
);
create index summary_plan on plans.summary (centre_id, plan_id, recorded_at);
call platform.protect_history('plans.summary');
