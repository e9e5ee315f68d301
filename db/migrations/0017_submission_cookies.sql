-- A repeated sending gets the first answer whole: someone whose first answer was lost on the way
-- must not lose what its cookies opened.
alter table platform.submission add column cookies text[] not null default '{}';
