-- Files of services brought in by the staff: what each row would do, what it did, and how to take it back.

create schema imports;
grant usage on schema imports to okienko_app;

-- One file and what became of it.
create table imports.run (
  centre_id uuid not null references centres.centre (id),
  id uuid not null,
  version int not null default 1,
  file_name text not null,
  file_size int not null,
  sha256 text not null,
  format text not null check (format in ('csv', 'xlsx', 'json', 'package')),
  -- The sheet that is read, from 0, and the headings of its columns.
  sheet int not null default 0,
  headings text[] not null default '{}',
  -- Field of ours to number of a column; empty for formats that name their fields themselves.
  mapping jsonb,
  -- Whether an empty cell empties the field of a card that is there.
  clears_empty boolean not null default false,
  state text not null check (state in ('uploaded', 'checking', 'checked', 'importing', 'imported', 'undoing', 'undone', 'dropped')),
  added int not null default 0,
  changed int not null default 0,
  unchanged int not null default 0,
  broken int not null default 0,
  -- Good rows that were left out because somebody changed their service between the check and the import.
  overtaken int not null default 0,
  -- What the undoing did: services removed, restored, ended, and left as they were.
  removed int not null default 0,
  restored int not null default 0,
  ended int not null default 0,
  kept int not null default 0,
  -- What is worth knowing and no fault: [{"row": 3, "note": "…"}]
  notes jsonb not null default '[]',
  -- Services that the undoing shall take back although somebody changed or uses them.
  forced uuid[] not null default '{}',
  started_by text not null,
  started_by_name text,
  created_at timestamptz not null,
  checked_at timestamptz,
  imported_at timestamptz,
  undone_at timestamptz,
  undone_by_name text,
  primary key (centre_id, id)
);
create index run_list on imports.run (centre_id, created_at desc, id desc);
create index run_under_way on imports.run (centre_id) where state in ('checking', 'importing', 'undoing');
call platform.protect('imports.run');

-- What the file holds, packed; forgotten after some days.
create table imports.content (
  centre_id uuid not null references centres.centre (id),
  run_id uuid not null,
  bytes bytea not null,
  primary key (centre_id, run_id),
  foreign key (centre_id, run_id) references imports.run (centre_id, id) on delete cascade
);
call platform.protect('imports.content');

-- How far a job has come; written beside its transaction, so that it is seen before that ends.
create table imports.progress (
  centre_id uuid not null references centres.centre (id),
  run_id uuid not null,
  done int not null,
  total int not null,
  -- The job failed and nothing of it stays; it is tried again.
  has_failed boolean not null default false,
  at timestamptz not null,
  primary key (centre_id, run_id)
);
call platform.protect('imports.progress');

-- One row of the file: what it would do, what is wrong with it, and what taking it back needs.
create table imports.row (
  centre_id uuid not null references centres.centre (id),
  run_id uuid not null,
  number int not null,
  outcome text not null check (outcome in ('added', 'changed', 'unchanged', 'broken', 'overtaken')),
  name text not null,
  service_id uuid,
  -- The version of the service that the check saw.
  seen_version int,
  -- The version that the import wrote.
  written_version int,
  -- [{"field": …, "code": …, "value": …}]
  problems jsonb not null default '[]',
  -- The row as the file has it, kept for broken ones.
  source jsonb,
  -- The service as it would be written, until it is.
  record jsonb,
  -- What the service had beside its card before: {"externalId": …, "vacancy": …}
  before jsonb,
  -- What the undoing did with it: 'removed', 'restored', 'ended', or why it was left.
  undo text,
  primary key (centre_id, run_id, number),
  foreign key (centre_id, run_id) references imports.run (centre_id, id) on delete cascade
);
create index row_outcome on imports.row (centre_id, run_id, outcome, number);
call platform.protect('imports.row');

-- Providers and places that an import added or changed along with services.
create table imports.companion (
  centre_id uuid not null references centres.centre (id),
  run_id uuid not null,
  kind text not null check (kind in ('provider', 'location')),
  id uuid not null,
  written_version int not null,
  -- Its row before; empty for one that the import added.
  before jsonb,
  primary key (centre_id, run_id, kind, id),
  foreign key (centre_id, run_id) references imports.run (centre_id, id) on delete cascade
);
call platform.protect('imports.companion');

-- Which column was which field, for the next file with the same headings.
create table imports.known_headings (
  centre_id uuid not null references centres.centre (id),
  key text not null,
  mapping jsonb not null,
  clears_empty boolean not null,
  used_at timestamptz not null,
  primary key (centre_id, key)
);
call platform.protect('imports.known_headings');

-- A service that was taken out of the catalogue again. Readers that follow changes find it here; its versions stay.
create table catalogue.removed_service (
  centre_id uuid not null references centres.centre (id),
  id uuid not null,
  version int not null,
  slug text not null,
  external_id text,
  name text not null,
  status text not null,
  provider_id uuid,
  areas int[] not null,
  target_groups text[] not null,
  card jsonb not null,
  vacancy jsonb,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  revision bigint not null,
  primary key (centre_id, id)
);
create index removed_service_revision on catalogue.removed_service (centre_id, revision);
call platform.protect('catalogue.removed_service');
