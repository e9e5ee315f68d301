-- What becomes of attached files: who added them, until when they wait for their request, what came after the request
-- and has not been looked at yet, and what was taken out of use.
alter table platform.attachment
  -- The member of the staff who added it; empty when it came from the resident.
  add column added_by uuid,
  -- While it belongs to no case: when it is forgotten. Put off together with the draft it was attached to.
  add column waits_until timestamptz,
  -- The resident sent it to a case that was already there, so somebody has to look at it.
  add column came_later boolean not null default false,
  add column reviewed_at timestamptz,
  add column reviewed_by uuid;
drop index platform.attachment_waiting;
create index attachment_waiting on platform.attachment (centre_id, owner) where case_id is null;
create index attachment_forgotten on platform.attachment (centre_id, waits_until) where case_id is null;
create index attachment_unreviewed on platform.attachment (centre_id, case_id) where came_later and reviewed_at is null;

-- What a file is never changes, and one of a case is never deleted.
revoke update on platform.attachment from okienko_app;
grant update (case_id, waits_until, reviewed_at, reviewed_by) on platform.attachment to okienko_app;
create policy kept on platform.attachment as restrictive for delete using (case_id is null);

-- A file put into the wrong case, or twice: it stays in the list with the reason, and nobody opens it any more.
create table platform.attachment_withdrawal (
  centre_id uuid not null references centres.centre (id),
  attachment_id uuid not null,
  reason text not null,
  withdrawn_by uuid not null,
  withdrawn_at timestamptz not null,
  primary key (centre_id, attachment_id),
  foreign key (centre_id, attachment_id) references platform.attachment (centre_id, id)
);
call platform.protect_history('platform.attachment_withdrawal');

-- Whether help is needed within days, for the list of cases; said in the request and repeated here.
alter table cases.record add column is_urgent boolean not null default false;
create index record_urgent on cases.record (centre_id, changed_at desc, id desc) where is_urgent and is_open;
alter table cases.record no force row level security;
alter table requests.request no force row level security;
update cases.record r set is_urgent = true
  where (select q.is_urgent from requests.request q where q.centre_id = r.centre_id and q.case_id = r.id
         order by q.recorded_at desc, q.id desc limit 1);
alter table requests.request force row level security;
alter table cases.record force row level security;
