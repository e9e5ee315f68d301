-- Files that people attach. The bytes lie on disk, outside the web root; here is what they are and whose.
create table platform.attachment (
  centre_id uuid not null references centres.centre (id),
  id uuid not null,
  -- Empty until the draft it was attached to becomes a case.
  case_id uuid,
  -- Who attached it, as drafts name their owners.
  owner text not null,
  name text not null,
  content_type text not null,
  size int not null check (size > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  created_at timestamptz not null,
  primary key (centre_id, id)
);
create index attachment_case on platform.attachment (centre_id, case_id) where case_id is not null;
create index attachment_waiting on platform.attachment (centre_id, created_at) where case_id is null;
call platform.protect('platform.attachment');
