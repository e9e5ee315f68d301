-- Two questions that the staff's pages ask each time: which records are due for a review, and which look like one another.
-- Both are answered from columns of their own, without opening the cards.

-- Since when a record was last known to be true: the day on which it was checked, or on which it was added.
alter table catalogue.service add column true_since date not null generated always as (
  coalesce(
    make_date(
      substr(card ->> 'checkedOn', 1, 4)::int,
      substr(card ->> 'checkedOn', 6, 2)::int,
      substr(card ->> 'checkedOn', 9, 2)::int
    ),
    (created_at at time zone 'Europe/Warsaw')::date
  )
) stored;
create index service_true_since on catalogue.service (centre_id, true_since, id) where status in ('active', 'paused');
create index service_care_period on catalogue.service_care (centre_id, service_id) where review_months is not null;

-- The words of a name, without accents and in an order of their own: two names of one key are said with the same words.
create function catalogue.name_key(name text) returns text language sql immutable strict parallel safe as $$
  select coalesce(string_agg(word, ' ' order by word collate "C"), '')
  from regexp_split_to_table(
    translate(regexp_replace(normalize(lower(name collate "pl-x-icu"), NFKD), '[\u0300-\u036F]', '', 'g'), 'łđøı', 'ldoi') collate "pl-x-icu",
    '[^[:alnum:]]+'
  ) word
  where word <> ''
$$;
alter table catalogue.service add column name_key text collate "C" not null generated always as (catalogue.name_key(name) collate "C") stored;
create index service_name_key on catalogue.service (centre_id, name_key, id) where status <> 'ended';
