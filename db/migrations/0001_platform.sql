-- The ground every module stands on: tenancy, audit, repeated submissions, drafts, rate limits.
create schema if not exists platform;
create schema audit;
create schema centres;
grant usage on schema platform, audit, centres to okienko_app;

-- Registers: rows that belong to no centre (public data).
create table centres.gmina (
  teryt text primary key check (teryt ~ '^[0-9]{7}$'),
  name text not null,
  kind text not null,
  powiat text not null,
  voivodeship text not null,
  folded_name text not null,
  state_on date
);
create table centres.centre (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{1,60}$'),
  official_name text not null,
  display_name text not null,
  teryt text not null references centres.gmina (teryt),
  legal_mode text,
  created_on date,
  address text,
  phone text,
  email text,
  facts jsonb not null default '{}',
  is_demo boolean not null default false,
  is_open boolean not null default false,
  created_at timestamptz not null default now()
);
grant select, insert, update on centres.gmina, centres.centre to okienko_app;

-- The centre that the running transaction is bound to, or null: then no tenant row is visible.
create function platform.current_centre() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('okienko.centre_id', true), '')::uuid $$;
grant execute on function platform.current_centre() to okienko_app;

-- Binds a table to its centre. Every tenant table calls one of these two, never its own policy.
create procedure platform.protect(tenant_table regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', tenant_table);
  execute format('alter table %s force row level security', tenant_table);
  execute format('create policy centre on %s using (centre_id = platform.current_centre()) with check (centre_id = platform.current_centre())', tenant_table);
  execute format('grant select, insert, update, delete on %s to okienko_app', tenant_table);
end $$;
-- The same for history: rows are added and read, never changed or removed.
create procedure platform.protect_history(tenant_table regclass) language plpgsql as $$
begin
  call platform.protect(tenant_table);
  execute format('revoke update, delete, truncate on %s from okienko_app', tenant_table);
end $$;

create table audit.entry (
  centre_id uuid not null references centres.centre (id),
  id uuid not null,
  at timestamptz not null,
  event text not null,
  door text not null,
  actor_kind text not null,
  actor_id uuid,
  actor_label text not null,
  actor_role text,
  case_id uuid,
  person_id uuid,
  detail jsonb not null default '{}',
  request_id text not null,
  -- The writing transaction: sealing takes only rows of transactions that have all ended.
  xid xid8 not null default pg_current_xact_id(),
  primary key (centre_id, id)
);
create index entry_case on audit.entry (centre_id, case_id, id) where case_id is not null;
create index entry_person on audit.entry (centre_id, person_id, id) where person_id is not null;
call platform.protect_history('audit.entry');

create table audit.seal (
  centre_id uuid not null references centres.centre (id),
  number bigint not null,
  sealed_at timestamptz not null,
  entry_ids uuid[] not null,
  previous_hash text not null,
  hash text not null,
  primary key (centre_id, number)
);
call platform.protect_history('audit.seal');
create table audit.sealed_entry (
  centre_id uuid not null,
  entry_id uuid not null,
  seal_number bigint not null,
  primary key (centre_id, entry_id),
  foreign key (centre_id, entry_id) references audit.entry (centre_id, id),
  foreign key (centre_id, seal_number) references audit.seal (centre_id, number)
);
call platform.protect_history('audit.sealed_entry');

-- One row a submitted form or API write: a repeated one gets the first answer again.
create table platform.submission (
  centre_id uuid not null references centres.centre (id),
  key uuid not null,
  door text not null,
  actor text not null,
  body_hash text not null,
  status int,
  location text,
  notice text,
  created_at timestamptz not null,
  primary key (centre_id, key)
);
call platform.protect('platform.submission');

-- What somebody typed and has not sent yet.
create table platform.draft (
  centre_id uuid not null references centres.centre (id),
  id uuid not null,
  owner text not null,
  form text not null,
  typed jsonb not null,
  updated_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (centre_id, id),
  unique (centre_id, owner, form)
);
call platform.protect('platform.draft');

-- Counting of attempts; keys are hashes, so no address or code is kept.
create unlogged table platform.attempt (
  bucket text not null,
  window_start timestamptz not null,
  count int not null,
  primary key (bucket, window_start)
);
grant select, insert, update, delete on platform.attempt to okienko_app;

-- Letters by e-mail, queued with the transaction that caused them.
create table platform.letter (
  centre_id uuid not null references centres.centre (id),
  id uuid not null,
  to_address text not null,
  subject text not null,
  body text not null,
  case_id uuid,
  created_at timestamptz not null,
  sent_at timestamptz,
  last_error text,
  primary key (centre_id, id)
);
call platform.protect('platform.letter');

-- The app role may add jobs but not read the queue: payloads of other centres stay unseen.
create function platform.enqueue(task text, payload json, run_at timestamptz, job_key text) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform graphile_worker.add_job(task, payload, run_at => run_at, job_key => job_key);
end $$;
revoke all on function platform.enqueue from public;
grant execute on function platform.enqueue to okienko_app;
