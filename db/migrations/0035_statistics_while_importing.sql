-- Every index of the catalogue begins with centre_id. While statistics say that a centre has one row, any of them looks as
-- good as the key, and the checks of foreign keys, planned once a connection, read all rows of the centre for each row that
-- an import writes or takes back. So a transaction that writes many rows has them counted on its way; it sees its own. A
-- table that somebody else is counting is passed over.
create function catalogue.count_rows() returns void language plpgsql security definer set search_path = pg_catalog as $$
begin
  analyze (skip_locked) catalogue.provider, catalogue.location, catalogue.service, catalogue.service_at_location;
end $$;
revoke execute on function catalogue.count_rows() from public;
grant execute on function catalogue.count_rows() to okienko_app;
