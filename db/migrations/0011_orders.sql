create schema orders;
grant usage on schema orders to okienko_app;

-- What a provider was asked to deliver, as it was asked, and the projection of the history in orders.order_event.
create table orders.record (
  centre_id uuid not null references centres.centre (id),
  id uuid not null,
  -- How many events the order has: the optimistic version.
  version int not null check (version > 0),
  number text not null,
  case_id uuid not null,
  person_id uuid not null,
  service_id uuid not null,
  provider_id uuid not null,
  status text not null,
  is_open boolean not null,
  -- Rejected, failed or unanswered, and the service has not been ordered again: the organiser has to act.
  needs_provider boolean not null default false,
  -- What was ordered and what the provider needs to know; never changed, a different order is a new one.
  content jsonb not null,
  starts_on date not null,
  ends_on date,
  answer_due_on date not null,
  reminded_at timestamptz,
  document_id uuid,
  -- Folded words by which lists find it: number, name of the person, of the service, of the provider.
  search_text text not null,
  placed_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (centre_id, id),
  unique (centre_id, number),
  foreign key (centre_id, case_id) references cases.record (centre_id, id),
  foreign key (centre_id, person_id) references people.person (centre_id, id),
  foreign key (centre_id, service_id) references catalogue.service (centre_id, id),
  foreign key (centre_id, provider_id) references catalogue.provider (centre_id, id)
);
create index record_case on orders.record (centre_id, case_id, placed_at);
create index record_provider on orders.record (centre_id, provider_id, placed_at desc, id desc);
create index record_person_service on orders.record (centre_id, person_id, service_id);
create index record_list on orders.record (centre_id, needs_provider desc, changed_at desc, id desc);
create index record_unanswered on orders.record (centre_id, answer_due_on) where status = 'requested';
create index record_words on orders.record using gin (search_text gin_trgm_ops);
call platform.protect('orders.record');

create table orders.order_event (
  centre_id uuid not null,
  order_id uuid not null,
  seq int not null check (seq > 0),
  type text not null,
  at timestamptz not null,
  actor_role text not null,
  actor_id text,
  data jsonb not null,
  primary key (centre_id, order_id, seq),
  foreign key (centre_id, order_id) references orders.record (centre_id, id)
);
call platform.protect_history('orders.order_event');

-- Delivered units. A mistake is reversed by a row of the opposite amounts that names the row it counters.
create table orders.delivery (
  centre_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  delivered_on date not null,
  -- The month in which it is settled, YYYY-MM.
  month text not null check (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  unit text not null,
  quantity int not null,
  minutes int,
  worker text not null,
  note text,
  counters uuid,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (centre_id, id),
  foreign key (centre_id, order_id) references orders.record (centre_id, id),
  foreign key (centre_id, counters) references orders.delivery (centre_id, id)
);
create unique index delivery_counters on orders.delivery (centre_id, counters) where counters is not null;
create index delivery_order on orders.delivery (centre_id, order_id, delivered_on);
create index delivery_month on orders.delivery (centre_id, month, order_id);
call platform.protect_history('orders.delivery');

create table orders.confirmation (
  centre_id uuid not null,
  delivery_id uuid not null,
  confirmed_by text not null,
  confirmed_on date not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (centre_id, delivery_id),
  foreign key (centre_id, delivery_id) references orders.delivery (centre_id, id)
);
call platform.protect_history('orders.confirmation');

-- Whether a provider's month takes entries. The row is also the lock under which entries of the month are written.
create table orders.month (
  centre_id uuid not null,
  provider_id uuid not null,
  month text not null check (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  is_closed boolean not null default false,
  version int not null default 0,
  primary key (centre_id, provider_id, month),
  foreign key (centre_id, provider_id) references catalogue.provider (centre_id, id)
);
call platform.protect('orders.month');
create table orders.month_event (
  centre_id uuid not null,
  provider_id uuid not null,
  month text not null,
  seq int not null check (seq > 0),
  type text not null check (type in ('closed', 'reopened')),
  at timestamptz not null,
  actor text not null,
  -- Why it was reopened.
  reason text,
  -- Entries nobody had confirmed when it was closed.
  unconfirmed uuid[] not null default '{}',
  primary key (centre_id, provider_id, month, seq),
  foreign key (centre_id, provider_id, month) references orders.month (centre_id, provider_id, month)
);
call platform.protect_history('orders.month_event');

-- Links by which one order is answered and reported without an account. Only a hash of the token is kept.
create table orders.link (
  centre_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  token_hash text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (centre_id, id),
  unique (centre_id, token_hash),
  foreign key (centre_id, order_id) references orders.record (centre_id, id)
);
create index link_order on orders.link (centre_id, order_id, created_at);
call platform.protect('orders.link');

-- Order numbers run per centre and year.
create table orders.numbering (
  centre_id uuid not null references centres.centre (id),
  year int not null,
  last int not null,
  primary key (centre_id, year)
);
call platform.protect('orders.numbering');
