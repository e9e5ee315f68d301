-- What a centre confirmed or changed in the law that ships with the product. Rows are only added:
-- the newest one about a key and a first day is the one that counts.
create schema law;
grant usage on schema law to okienko_app;
create table law.centre_value (
  centre_id uuid not null references centres.centre (id),
  id uuid not null,
  key text not null,
  value jsonb not null,
  valid_from date not null,
  -- A confirmation leaves the shipped figure as it is and says that somebody of the centre checked it.
  kind text not null check (kind in ('confirmed', 'changed')),
  article text,
  source text not null,
  note text,
  entered_by uuid not null,
  entered_by_name text not null,
  entered_at timestamptz not null,
  primary key (centre_id, id)
);
create index centre_value_key on law.centre_value (centre_id, key, valid_from);
call platform.protect_history('law.centre_value');
