-- For which days the services of an order rest, repeated from the suspension of its case: providers read it in their lists.
alter table orders.record
  add column paused_from date,
  add column paused_to date;
alter table orders.record no force row level security;
alter table cases.record no force row level security;
alter table cases.event no force row level security;
update orders.record o set paused_from = (e.data ->> 'from')::date, paused_to = (e.data ->> 'to')::date
  from cases.record r
  join lateral (
    select data from cases.event
    where centre_id = r.centre_id and case_id = r.id and type = 'suspended'
    order by seq desc limit 1
  ) e on true
  where r.status = 'SUSPENDED' and o.centre_id = r.centre_id and o.case_id = r.id and o.is_open;
alter table cases.event force row level security;
alter table cases.record force row level security;
alter table orders.record force row level security;
