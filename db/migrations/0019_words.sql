-- Finding records by parts of words. `like` is not leakproof, so under row-level security no index may serve it: the planner
-- must first sort out foreign rows one by one. The words therefore stand once more in a table beside the record's, which
-- platform.find_by_words reads with the rights of the owner and the centre of the transaction.

-- Keeps the words of a record: the first argument of the trigger is the column they stand in.
create function platform.keep_words() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  words_table constant text := format('%I.%I', tg_table_schema, tg_table_name || '_words');
begin
  -- The space lets the beginning of the first word be told like that of any other.
  execute format('insert into %s (centre_id, id, words) values ($1, $2, $3) on conflict (centre_id, id) do update set words = $3', words_table)
    using new.centre_id, new.id, ' ' || (to_jsonb(new) ->> tg_argv[0]);
  return null;
end $$;
revoke all on function platform.keep_words from public;

-- Makes a tenant table with the primary key (centre_id, id) searchable by a column of folded words.
create procedure platform.make_searchable(record_schema name, record_table name, words_column name) language plpgsql as $$
declare
  record constant text := format('%I.%I', record_schema, record_table);
  words_table constant text := format('%I.%I', record_schema, record_table || '_words');
  bound constant text := current_setting('okienko.centre_id', true);
  one uuid;
begin
  execute format('create table %s (centre_id uuid not null references centres.centre (id), id uuid not null, words text not null,
    primary key (centre_id, id), foreign key (centre_id, id) references %s (centre_id, id) on delete cascade)', words_table, record);
  execute format('alter table %s alter column words set statistics 1000', words_table);
  execute format('call platform.protect(%L)', words_table);
  -- The application does not write it: a trigger keeps it. Not forced on the owner, as whom the functions below read it: only
  -- then does the planner use index and statistics. No door does anything as the owner.
  execute format('alter table %s no force row level security', words_table);
  execute format('revoke insert, update, delete, truncate on %s from okienko_app', words_table);
  -- The owner stands under the policy of the record's table: centre by centre.
  for one in select id from centres.centre loop
    perform set_config('okienko.centre_id', one::text, true);
    execute format('insert into %s select centre_id, id, '' '' || %I from %s where centre_id = %L', words_table, words_column, record, one);
  end loop;
  perform set_config('okienko.centre_id', coalesce(bound, ''), true);
  -- Without a list of pending entries: every search would read it whole.
  execute format('create index on %s using gin (words gin_trgm_ops) with (fastupdate = off)', words_table);
  execute format('create trigger words_written after insert or update of %I on %s for each row execute function platform.keep_words(%L)',
    words_column, record, words_column);
end $$;
revoke all on procedure platform.make_searchable from public;

-- The table of words of a record's table such as cases.record. @throws undefined_table for any other name
create function platform.words_of(record text) returns text language sql stable set search_path = pg_catalog
  return (record || '_words')::regclass::text;

-- Ids of the bound centre's records in whose words all these parts stand; null when there are more than `most`. Parts of one
-- or two letters have no trigram of their own, so they must begin a word.
create function platform.find_by_words(record text, parts text[], most int) returns uuid[]
  language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  found uuid[];
  containing constant text := (select string_agg(format(' and words like %L',
    case when length(part) < 3 then '% ' else '%' end || regexp_replace(part, '([\\%_])', '\\\1', 'g') || '%'), '')
    from unnest(parts) part);
begin
  execute format('select array_agg(id) from (select id from %s where centre_id = %L %s limit %s) few',
    platform.words_of(record), platform.current_centre(), containing, most + 1) into found;
  return case when cardinality(found) > most then null else coalesce(found, '{}') end;
end $$;
revoke all on function platform.find_by_words from public;
grant execute on function platform.find_by_words to okienko_app;

-- Ids of the bound centre's records whose words are like these as a whole (typing mistakes forgiven), the most alike first.
create function platform.find_alike(record text, wanted text, most int) returns uuid[]
  language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  found uuid[];
  -- Where the database keeps its trigrams.
  home constant text := (select quote_ident(n.nspname) from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'pg_trgm');
begin
  execute format('select array_agg(id) from (select id from %1$s where centre_id = %2$L and words operator(%3$s.%%) %4$L
      order by %3$s.similarity(words, %4$L) desc, id limit %5$s) alike',
    platform.words_of(record), platform.current_centre(), home, wanted, most) into found;
  return coalesce(found, '{}');
end $$;
revoke all on function platform.find_alike from public;
grant execute on function platform.find_alike to okienko_app;

drop index cases.record_words;
drop index orders.record_words;
drop index people.person_name;
call platform.make_searchable('cases', 'record', 'search_text');
call platform.make_searchable('orders', 'record', 'search_text');
call platform.make_searchable('people', 'person', 'folded_name');

-- Reserve lists are read page by page, in their order.
create index place_queue on qualification.place (centre_id, service_id, state, filed_at, case_id);
