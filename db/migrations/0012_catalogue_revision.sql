-- Each change of a catalogue takes a number, so that every process knows which services its search index has not read yet.
-- The numbers come from a sequence: one that was rolled back is never given again.
create sequence catalogue.revision_number;
grant usage on sequence catalogue.revision_number to okienko_app;
create table catalogue.revision (
  centre_id uuid not null references centres.centre (id),
  number bigint not null,
  primary key (centre_id)
);
call platform.protect('catalogue.revision');
alter table catalogue.service add column revision bigint not null default 0;
create index service_revision on catalogue.service (centre_id, revision);
