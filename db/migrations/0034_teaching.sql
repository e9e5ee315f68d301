-- What editors teach the search of their centre, and a call that tells every process of a change of a catalogue.

-- By which kinds and needs a service is found, as editors have set it; the newest of a service holds, all are kept.
-- A service may be taken away with the import that brought it; then its rows have no effect.
create table search.finding (
  centre_id uuid not null references centres.centre (id),
  service_id uuid not null,
  number int not null check (number > 0),
  -- Ids of kinds (data/search/kinds.json); null: as the texts of the card tell.
  kinds text[],
  -- Ids of needs (data/search/needs) for which the service is found besides, and for which it is not.
  needs text[] not null default '{}',
  denied text[] not null default '{}',
  written_at timestamptz not null,
  -- Who wrote, as drafts and submissions name them; the name is for people.
  author text not null,
  author_name text,
  primary key (centre_id, service_id, number)
);
call platform.protect_history('search.finding');

-- Words of residents that an editor tied to a need, or to a service as one more name of it.
create table search.taught (
  centre_id uuid not null references centres.centre (id),
  id uuid not null,
  words text not null check (length(words) between 1 and 300),
  need text,
  service_id uuid,
  taught_at timestamptz not null,
  author text not null,
  author_name text,
  -- Taken back; then it has no effect.
  undone_at timestamptz,
  undone_by_name text,
  primary key (centre_id, id),
  check ((need is null) <> (service_id is null))
);
create unique index taught_once on search.taught (centre_id, words, need, service_id) nulls not distinct where undone_at is null;
create index taught_newest on search.taught (centre_id, taught_at desc, id);
call platform.protect('search.taught');

-- Tells listeners that a catalogue has changed, when the change is committed. Whoever missed it finds the number in the row.
create function catalogue.tell_revision() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  perform pg_notify('okienko_catalogue', new.centre_id::text || ' ' || new.number::text);
  return null;
end
$$;
create trigger tell_revision after update on catalogue.revision for each row
  when (new.number is distinct from old.number) execute function catalogue.tell_revision();
