-- What a centre tells of itself is edited on a page: the version says whether somebody saved meanwhile, the moment is shown there.
alter table centres.centre
  add column told_version integer not null default 0,
  add column told_at timestamptz;
