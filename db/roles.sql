-- The restricted role of the application: owns nothing, cannot pass row-level security, cannot log in by itself
-- (an operator may give it a login and a password and set OKIENKO_APP_DATABASE_URL). Safe to repeat.
do $$
declare
  switchable boolean;
begin
  if not exists (select from pg_roles where rolname = 'okienko_app') then
    begin
      create role okienko_app nologin nosuperuser nobypassrls nocreatedb nocreaterole noinherit;
    exception when duplicate_object or unique_violation then
      null; -- another database of the same server has made it in this moment
    end;
  end if;
  if exists (select from pg_roles where rolname = 'okienko_app' and (rolsuper or rolbypassrls)) then
    raise exception 'the role okienko_app is a superuser or may bypass row-level security'
      using hint = 'run: alter role okienko_app nosuperuser nobypassrls';
  end if;
  -- The owner must be able to take the role; since PostgreSQL 16 making a role does not give that.
  if current_setting('server_version_num')::int >= 160000 then
    switchable := pg_has_role(current_user, 'okienko_app', 'SET');
  else
    switchable := pg_has_role(current_user, 'okienko_app', 'MEMBER');
  end if;
  if not switchable then
    execute format('grant okienko_app to %I', current_user);
  end if;
end $$;
