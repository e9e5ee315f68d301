create schema demo;
grant usage on schema demo to okienko_app;

-- Stories of the demonstration that have been told; written with what they made, so each is told once.
create table demo.told (
  centre_id uuid not null references centres.centre (id),
  story text not null,
  told_at timestamptz not null,
  primary key (centre_id, story)
);
call platform.protect('demo.told');
