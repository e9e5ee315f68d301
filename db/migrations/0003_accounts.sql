-- Accounts: who signs in, and what they are in each centre.
create schema accounts;

-- Passwords, sessions and codes are open to one role alone, which the application takes in a pool of its own:
-- a statement of any other part of the program cannot read them, whatever it was made to say.
do $$
begin
  if not exists (select from pg_roles where rolname = 'okienko_accounts') then
    begin
      create role okienko_accounts nologin nosuperuser nobypassrls nocreatedb nocreaterole noinherit;
    exception when duplicate_object or unique_violation then
      null; -- another database of the same server has made it in this moment
    end;
  end if;
  -- Membership without inheritance: the application must take the role by name, it does not hold it by the way.
  if current_setting('server_version_num')::int >= 160000 then
    execute 'grant okienko_accounts to okienko_app with inherit false, set true';
  else
    alter role okienko_app noinherit;
    grant okienko_accounts to okienko_app;
  end if;
  if not (case when current_setting('server_version_num')::int >= 160000
            then pg_has_role(current_user, 'okienko_accounts', 'SET')
            else pg_has_role(current_user, 'okienko_accounts', 'MEMBER') end) then
    execute format('grant okienko_accounts to %I', current_user);
  end if;
end $$;
grant usage on schema accounts to okienko_accounts, okienko_app;

create table accounts."user" (
  id uuid primary key,
  name text not null,
  email text not null unique check (email = lower(email)),
  email_verified boolean not null default false,
  image text,
  two_factor_enabled boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create table accounts.session (
  id uuid primary key,
  user_id uuid not null references accounts."user" (id) on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  -- True once a one-time code was given in this session.
  is_strong boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index user_sessions on accounts.session (user_id);
create table accounts.account (
  id uuid primary key,
  user_id uuid not null references accounts."user" (id) on delete cascade,
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (provider_id, account_id)
);
create index user_accounts on accounts.account (user_id);
create table accounts.verification (
  id uuid primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index verification_identifier on accounts.verification (identifier);
create table accounts.two_factor (
  id uuid primary key,
  user_id uuid not null unique references accounts."user" (id) on delete cascade,
  secret text not null,
  backup_codes text not null,
  verified boolean not null default true,
  failed_verification_count int not null default 0,
  locked_until timestamptz
);
-- Failed attempts by a hash of the address or the user, whether such an account exists or not.
create table accounts.lockout (
  key text primary key,
  failures int not null,
  last_failed_at timestamptz not null,
  locked_until timestamptz
);
grant select, insert, update, delete on accounts."user", accounts.session, accounts.account, accounts.verification,
  accounts.two_factor, accounts.lockout to okienko_accounts;

-- What somebody is in a centre. A provider's people name their provider. Ended rows stay: they explain the past.
create table accounts.membership (
  centre_id uuid not null references centres.centre (id),
  id uuid not null,
  user_id uuid not null references accounts."user" (id),
  role text not null,
  provider_id uuid,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (centre_id, id),
  check ((role in ('providerManager', 'providerWorker')) = (provider_id is not null))
);
create unique index membership_current on accounts.membership
  (centre_id, user_id, role, coalesce(provider_id, '00000000-0000-0000-0000-000000000000')) where ended_at is null;
call platform.protect('accounts.membership');

-- Other parts of the program see names of the people of their centre only, and never a password.
alter table accounts."user" enable row level security;
create policy accounts on accounts."user" to okienko_accounts using (true) with check (true);
create policy colleagues on accounts."user" for select to okienko_app using (
  exists (select from accounts.membership m where m.centre_id = platform.current_centre() and m.user_id = "user".id));
grant select (id, name, email, two_factor_enabled) on accounts."user" to okienko_app;
